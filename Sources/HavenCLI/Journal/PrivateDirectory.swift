import Glibc
import HavenCore

/// Where one carer's own files are kept, apart from the household's: `private/CARER` in the state directory.
///
/// Each folder on the way is ours and closed to everybody else, whatever the umask; a link in its place is refused,
/// because it could lead what one carer writes into another's hands. havend has no part in it: what is written here is
/// never sent over a socket.
struct PrivateDirectory {
  /// `…/haven/private/ros`
  let path: String

  /// Makes it where it is missing.
  ///
  /// - Parameters:
  ///   - carer: a carer's id of the config: letters, digits and hyphens, so never a path.
  ///   - state: Haven's state directory.
  /// - Throws: where somebody else could read it and that cannot be mended.
  init(of carer: CarerID, in state: String) throws(CommandFailure) {
    let isID =
      !carer.isEmpty
      && carer.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      }
    guard isID else { throw CommandFailure(.usage, "'\(printable(carer))' is not a carer's id") }
    try makeFolders(state)
    try PrivateDirectory.close("\(state)/private")
    path = "\(state)/private/\(carer)"
    try PrivateDirectory.close(path)
  }

  /// Opens a file of it for its owner alone, making it where it is missing.
  ///
  /// - Parameters:
  ///   - name: a plain name.
  ///   - flags: of open(2), such as `O_WRONLY | O_CREAT | O_APPEND`.
  /// - Returns: a descriptor, the caller's to close.
  func open(_ name: String, _ flags: Int32) throws(CommandFailure) -> Int32 {
    let file = "\(path)/\(name)"
    let descriptor = Glibc.open(file, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw PrivateDirectory.refused(file, errno) }
    do throws(CommandFailure) {
      try PrivateDirectory.check(descriptor, path: file, mode: 0o600, type: S_IFREG)
      return descriptor
    } catch {
      Glibc.close(descriptor)
      throw error
    }
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a folder, or closes to others one that is there.
  private static func close(_ path: String) throws(CommandFailure) {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw refused(path, errno) }
    let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw refused(path, errno) }
    defer { Glibc.close(descriptor) }
    try check(descriptor, path: path, mode: 0o700, type: S_IFDIR)
  }

  private static func check(_ descriptor: Int32, path: String, mode: UInt32, type: UInt32) throws(CommandFailure) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw refused(path, errno) }
    guard status.st_mode & S_IFMT == type else { throw refused(path, ELOOP) }
    guard status.st_uid == geteuid() else {
      throw CommandFailure(.notPermitted, "'\(printable(path))' belongs to somebody else")
    }
    if status.st_mode & 0o7777 != mode, fchmod(descriptor, mode) != 0 { throw refused(path, errno) }
  }

  static func refused(_ path: String, _ code: Int32) -> CommandFailure {
    if code == ELOOP || code == ENOTDIR {
      return CommandFailure(
        .notPermitted, "'\(printable(path))' leads somewhere else, and what is private does not go there",
        hint: "move it away, and try again")
    }
    return CommandFailure(
      .internalFault, "'\(printable(path))' cannot be used: \(String(cString: strerror(code)))")
  }
}
