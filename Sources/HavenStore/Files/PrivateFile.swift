import Glibc

/// A small text file in the state directory that its owner alone can read, replaced whole: a reader finds the old text
/// or the new one, never half of either.
public struct PrivateFile: Sendable {
  private let path: String

  public init(_ path: String) { self.path = path }

  public var exists: Bool { access(path, F_OK) == 0 }

  public func remove() { unlink(path) }

  /// On the disk when it returns, as far as the disk can be believed.
  public func write(_ text: String) throws(StoreError) {
    let draft = path + ".new"
    unlink(draft)  // of a run that was cut short
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StoreError(system: errno, path: path) }
    let failure = PrivateFile.fill(descriptor, with: Array(text.utf8))
    Glibc.close(descriptor)
    guard failure == 0, rename(draft, path) == 0 else {
      let code = failure == 0 ? errno : failure
      unlink(draft)
      throw StoreError(system: code, path: path)
    }
  }

  /// Zero, or an errno.
  private static func fill(_ descriptor: Int32, with bytes: [UInt8]) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return errno }
    }
    return fsync(descriptor) == 0 ? 0 : errno
  }
}
