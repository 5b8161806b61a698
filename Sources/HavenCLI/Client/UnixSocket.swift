import Glibc
import HavenAPI

/// The daemon's socket, blocking: one question at a time needs no event loop.
final class UnixSocket: Connection {
  private let descriptor: Int32
  private var framer = Framer(longest: 16 * 1024 * 1024)

  init(connectingTo path: String) throws(CommandFailure) {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path) - 1
    let bytes = Array(path.utf8)
    guard bytes.count <= room else {
      throw CommandFailure(
        .usage, "the socket path '\(printable(path))' is too long: \(bytes.count) bytes, and \(room) is the most",
        hint: "--socket with a shorter path, such as one below $XDG_RUNTIME_DIR")
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else {
      throw CommandFailure(.internalFault, "no socket can be made: \(String(cString: strerror(errno)))")
    }
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    // A class whose properties are all set is deinitialized even where its init throws: `deinit` closes, and once.
    guard result == 0 else { throw UnixSocket.unreachable(path, errno) }
  }

  deinit { close(descriptor) }

  /// A peer that has closed already may have said why: that is `receive`'s to find.
  func send(_ message: [UInt8]) throws(CommandFailure) {
    var rest = (message + [0])[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE || errno == ECONNRESET {
        return
      } else if errno != EINTR {
        throw UnixSocket.lost(errno)
      }
    }
  }

  func receive(within seconds: Int) throws(CommandFailure) -> [UInt8] {
    let deadline = UnixSocket.monotonic() + seconds * 1000
    while true {
      if let message = try next() { return message }
      try wait(until: deadline, seconds)
      try read()
    }
  }

  /// For who waits for more than one thing at a time: what `poll` may watch.
  var pollDescriptor: Int32 { descriptor }

  /// What one read brings, once `poll` has said that there is something: no message, one, or several.
  func receiveAvailable() throws(CommandFailure) -> [[UInt8]] {
    try read()
    return try receivedAlready()
  }

  /// What came together with messages that were taken, and is whole.
  func receivedAlready() throws(CommandFailure) -> [[UInt8]] {
    var messages: [[UInt8]] = []
    while let message = try next() { messages.append(message) }
    return messages
  }

  private func next() throws(CommandFailure) -> [UInt8]? {
    do {
      return try framer.next()?.text
    } catch {
      throw CommandFailure(.internalFault, "havend's answer is too large, or no message of ours")
    }
  }

  private func wait(until deadline: Int, _ seconds: Int) throws(CommandFailure) {
    while true {
      var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = poll(&watched, 1, Int32(clamping: max(0, deadline - UnixSocket.monotonic())))
      if count > 0 { return }
      if count == 0 {
        throw CommandFailure(
          .unavailable, "havend has not answered for \(seconds) s", hint: "systemctl --user status havend")
      }
      if errno != EINTR { throw UnixSocket.lost(errno) }
    }
  }

  private func read() throws(CommandFailure) {
    var result = 0
    // Not filled with zeroes first: that would touch sixteen pages for an answer of a few hundred bytes.
    let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      count = max(0, result)
    }
    if result > 0 { return framer.append(chunk[...]) }
    if result < 0, errno == EINTR { return }
    throw UnixSocket.lost(result == 0 ? ECONNRESET : errno)
  }

  /// Milliseconds of a clock that nobody sets.
  private static func monotonic() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  private static func unreachable(_ path: String, _ code: Int32) -> CommandFailure {
    switch code {
    case EACCES, EPERM:
      CommandFailure(.notPermitted, "the socket '\(printable(path))' is not yours to use")
    case ENOENT, ECONNREFUSED:
      CommandFailure(
        .unavailable, "havend is not running: nothing answers at '\(printable(path))'",
        hint: "systemctl --user start havend")
    default:
      CommandFailure(
        .unavailable, "havend cannot be reached at '\(printable(path))': \(String(cString: strerror(code)))",
        hint: "systemctl --user status havend")
    }
  }

  private static func lost(_ code: Int32) -> CommandFailure {
    CommandFailure(
      .unavailable, "havend closed the connection: \(String(cString: strerror(code)))",
      hint: "systemctl --user status havend")
  }
}
