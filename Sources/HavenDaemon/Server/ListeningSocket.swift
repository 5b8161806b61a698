import Glibc

/// A Unix stream socket that havend listens on: its own, or one that systemd handed over.
struct ListeningSocket {
  let descriptor: Int32
  let path: String
  /// Ours to remove at the end.
  let isOwn: Bool

  enum Fault: Error, Equatable {
    /// The address of a Unix socket has room for so many bytes.
    case pathTooLong(String, limit: Int)
    /// Another program answers there.
    case taken(String)
    case failed(String, errno: Int32)

    var text: String {
      switch self {
      case .pathTooLong(let path, let limit): "the socket path '\(path)' is longer than \(limit) bytes"
      case .taken(let path): "another program listens on '\(path)'"
      case .failed(let path, let code): "cannot listen on '\(path)': \(String(cString: strerror(code)))"
      }
    }

    var hint: String {
      switch self {
      case .pathTooLong: "give a shorter one: havend --socket PATH"
      case .taken: "is havend running already? havenctl status"
      case .failed: "is its directory yours to write in?"
      }
    }
  }

  /// sun_path, less the NUL at its end (unix(7)).
  static let longestPath = 107

  /// A socket that somebody else opened.
  init(handedOver descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    isOwn = false
    setNonBlocking()
  }

  /// Binds and listens: the directory is made 0700 where it is missing, the socket is 0600 whatever the umask.
  ///
  /// A socket file that nobody answers on was left by a process that died; it is replaced.
  ///
  /// - Parameter backlog: how many may wait to be accepted; nil binds without listening.
  init(path: String, backlog: Int32? = 64) throws(Fault) {
    guard path.utf8.count <= ListeningSocket.longestPath else {
      throw .pathTooLong(path, limit: ListeningSocket.longestPath)
    }
    ListeningSocket.makeDirectory(of: path)
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    self.path = path
    isOwn = true
    guard descriptor >= 0 else { throw .failed(path, errno: errno) }
    do throws(Fault) {
      try bindAndListen(backlog: backlog)
    } catch {
      Glibc.close(descriptor)
      throw error
    }
  }

  private func bindAndListen(backlog: Int32?) throws(Fault) {
    // Linux gives the socket file the mode of the socket itself, less the umask: no moment at which it is open to others.
    fchmod(descriptor, 0o600)
    var result = ListeningSocket.withAddress(path) { bind(descriptor, $0, $1) }
    if result < 0 && errno == EADDRINUSE {
      guard ListeningSocket.isSocket(path) else { throw .failed(path, errno: EEXIST) }
      if ListeningSocket.isAnswered(path) { throw .taken(path) }
      unlink(path)
      result = ListeningSocket.withAddress(path) { bind(descriptor, $0, $1) }
    }
    guard result == 0, backlog.map({ listen(descriptor, $0) == 0 }) ?? true else { throw .failed(path, errno: errno) }
  }

  private func setNonBlocking() { _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) }

  func close() {
    Glibc.close(descriptor)
    if isOwn { unlink(path) }
  }

  enum Knock {
    case peer(Int32)
    case nobody
    /// Somebody waits, and the process or the machine has no descriptor or memory for them.
    case noRoom
  }

  /// Accepts one waiting peer.
  func accept() -> Knock {
    let peer = Glibc.accept(descriptor, nil, nil)
    guard peer >= 0 else { return [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) ? .noRoom : .nobody }
    _ = fcntl(peer, F_SETFD, FD_CLOEXEC)
    _ = fcntl(peer, F_SETFL, O_NONBLOCK)
    return .peer(peer)
  }

  private static func isSocket(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
  }

  private static func isAnswered(_ path: String) -> Bool {
    let probe = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    guard probe >= 0 else { return false }
    defer { Glibc.close(probe) }
    return withAddress(path) { connect(probe, $0, $1) } == 0 || errno == EAGAIN
  }

  private static func makeDirectory(of path: String) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    mkdir(String(path[..<slash]), 0o700)
  }

  private static func withAddress<Result>(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(longestPath)) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}

/// Who is at the other end (unix(7), SO_PEERCRED); nil where the kernel does not say.
func peerUser(of descriptor: Int32) -> uid_t? {
  // struct ucred, which glibc hides behind _GNU_SOURCE.
  var credentials: (process: pid_t, user: uid_t, group: gid_t) = (0, 0, 0)
  var length = socklen_t(MemoryLayout.size(ofValue: credentials))
  guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else { return nil }
  return credentials.user
}
