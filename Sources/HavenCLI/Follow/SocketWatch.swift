import Glibc

/// Hears that a daemon may be back: something was made in the folder where its socket is.
final class SocketWatch {
  /// Readable when something was made there; -1 where that cannot be watched.
  let descriptor: Int32

  init(_ path: String) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    var folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    if folder.isEmpty { folder = path.hasPrefix("/") ? "/" : "." }
    guard descriptor >= 0 else { return }
    // The folder itself may be missing still: then the one that it will be made in.
    let kinds = UInt32(IN_CREATE) | UInt32(IN_MOVED_TO) | UInt32(IN_ATTRIB)
    if inotify_add_watch(descriptor, folder, kinds) < 0 {
      inotify_add_watch(descriptor, folder + "/..", kinds)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func heard() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
