import Glibc

/// The directory that Haven keeps its state in: ours, and closed to everybody else.
struct StateDirectory {
  let path: String

  /// Makes it, parents too, where it is missing; closes it to others where it is Haven's already.
  ///
  /// A directory that holds anything else is never changed: `--state /tmp`, typed by root, must not lock everybody out
  /// of `/tmp`.
  init(_ path: String) throws(StoreError) {
    self.path = path
    try StateDirectory.make(path)
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError(system: errno, path: path) }
    defer { Glibc.close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw StoreError(system: errno, path: path) }
    guard status.st_uid == geteuid() else { throw .notPrivate(path: path, .owner(uid: status.st_uid)) }
    guard status.st_mode & 0o077 != 0 else { return }
    guard try holdsOnlyHaven(), fchmod(descriptor, 0o700) == 0 else {
      throw .notPrivate(path: path, .mode(status.st_mode & 0o7777))
    }
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// Each missing directory on the way is closed to others too, as the XDG base directory specification asks, whatever
  /// the umask.
  private static func make(_ path: String) throws(StoreError) {
    if mkdir(path, 0o700) != 0 {
      let parent = parent(of: path)
      if errno == ENOENT, !parent.isEmpty {
        try make(parent)
        errno = mkdir(path, 0o700) == 0 ? 0 : errno
      }
      if errno == EEXIST { return }
      if errno != 0 { throw StoreError(system: errno, path: path) }
    }
    guard chmod(path, 0o700) == 0 else { throw StoreError(system: errno, path: path) }
  }

  /// `/a/b` for `/a/b/c`; empty where there is none.
  private static func parent(of path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.count > 1 else { return "" }
    parts.removeLast()
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Whether every name in it is one that Haven gives; so for an empty one too.
  private func holdsOnlyHaven() throws(StoreError) -> Bool {
    guard let stream = opendir(path) else { throw StoreError(system: errno, path: path) }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      let isHavens = name.hasPrefix("haven.") || name == "private" || name == "." || name == ".."
      guard isHavens else { return false }
    }
    return true
  }
}
