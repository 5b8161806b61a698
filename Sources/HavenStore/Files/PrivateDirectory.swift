import Glibc
import HavenCore

/// Where one carer's own files are kept, apart from the household's: `private/CARER` in the state directory.
///
/// Each folder on the way is ours and closed to everybody else, whatever the umask; a link in its place is refused,
/// because it could lead what one carer writes into another's hands.
public struct PrivateDirectory: Sendable {
  /// `…/haven/private/ros`
  public let path: String

  /// Makes it where it is missing.
  ///
  /// - Parameters:
  ///   - state: Haven's state directory.
  ///   - carer: a carer's id of the config: letters, digits and hyphens, so never a path.
  /// - Throws: `.notPrivate` where somebody else could read it and that cannot be mended.
  public init(of carer: CarerID, in state: String) throws(StoreError) {
    let isID =
      !carer.isEmpty
      && carer.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      }
    guard isID else { throw .cannotOpen(path: "\(state)/private", errno: EINVAL) }
    _ = try StateDirectory(state)
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
  public func open(_ name: String, _ flags: Int32) throws(StoreError) -> Int32 {
    guard !name.isEmpty, !name.contains("/"), name != ".", name != ".." else {
      throw .cannotOpen(path: path, errno: EINVAL)
    }
    let file = "\(path)/\(name)"
    let descriptor = Glibc.open(file, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      if errno == ELOOP { throw .notPrivate(path: file, .notAFile) }
      throw .cannotOpen(path: file, errno: errno)
    }
    do throws(StoreError) {
      try PrivateDirectory.check(descriptor, path: file, mode: 0o600, type: S_IFREG)
      return descriptor
    } catch {
      Glibc.close(descriptor)
      throw error
    }
  }

  /// Makes a folder, or closes to others one that is there.
  private static func close(_ path: String) throws(StoreError) {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw StoreError(system: errno, path: path) }
    let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .notPrivate(path: path, .notAFile) }
    defer { Glibc.close(descriptor) }
    try check(descriptor, path: path, mode: 0o700, type: S_IFDIR)
  }

  private static func check(_ descriptor: Int32, path: String, mode: UInt32, type: UInt32) throws(StoreError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw StoreError(system: errno, path: path) }
    guard status.st_mode & S_IFMT == type else { throw .notPrivate(path: path, .notAFile) }
    guard status.st_uid == geteuid() else { throw .notPrivate(path: path, .owner(uid: status.st_uid)) }
    if status.st_mode & 0o7777 != mode, fchmod(descriptor, mode) != 0 {
      throw .notPrivate(path: path, .mode(status.st_mode & 0o7777))
    }
  }
}
