import Glibc

/// This login's act file in the household's shared folder: written by us alone, read by the household's group.
///
/// The ledger is the truth and this a copy of it: a start writes the file anew, so what a full disk or a crash left out
/// is in it again. While it is open it is locked, which is how the others know that this Haven is there.
public final class OwnActFile {
  private let path: String
  private var descriptor: Int32 = -1

  /// Why the others are not told; nil while all is well.
  public private(set) var trouble: StoreError?

  public init(folder: String, login: String) { path = "\(folder)/\(login)\(ActFiles.suffix)" }

  deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

  /// Writes the file whole, under another name first, and takes the place of the old one.
  public func rewrite(_ lines: [ActLine]) {
    let draft = path + ".new"
    unlink(draft)
    let fresh = open(draft, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o640)
    guard fresh >= 0 else { return fail(errno) }
    // The group is the folder's, by its set-group-id bit. The umask of a private daemon would keep it out.
    fchmod(fresh, 0o640)
    flock(fresh, LOCK_EX | LOCK_NB)
    let failure = OwnActFile.write(lines.flatMap { $0.text ?? [] }, to: fresh)
    guard failure == 0, rename(draft, path) == 0 else {
      let code = failure == 0 ? errno : failure
      unlink(draft)
      Glibc.close(fresh)
      return fail(code)
    }
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = fresh
    trouble = nil
  }

  /// Adds lines, on the disk when it returns.
  public func append(_ lines: [ActLine]) {
    guard descriptor >= 0, !lines.isEmpty else { return }
    let failure = OwnActFile.write(lines.flatMap { $0.text ?? [] }, to: descriptor)
    if failure == 0 { trouble = nil } else { fail(failure) }
  }

  private func fail(_ errno: Int32) { trouble = StoreError(system: errno, path: path) }

  /// Zero, or an errno. A part that was written before a fault is cut off again, so that what follows is whole.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    let start = lseek(descriptor, 0, SEEK_END)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let code = errno
        ftruncate(descriptor, start)
        return code
      }
    }
    return fsync(descriptor) == 0 ? 0 : errno
  }
}

/// The names in a household's shared folder: `ros.acts`.
public enum ActFiles {
  public static let suffix = ".acts"
}
