import Glibc
import HavenDesktop

/// The socket by which a service manager hears from its services ($NOTIFY_SOCKET), kept by a test.
@LoopActor
final class ManagerSocket {
  let path: String
  let messages = Inbox<String>()
  private let folder: Folder
  private let descriptor: Int32
  private var source: IOSource?

  init() throws {
    folder = try Folder()
    path = "\(folder.path)/notify"
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let result = withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard result == 0 else { throw SystemError.last("bind '\(path)'") }
    source = try IOSource(descriptor, .readable) { [weak self] _ in self?.read() }
  }

  isolated deinit {
    source?.cancel()
    close(descriptor)
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count > 0 { messages.add(String(decoding: buffer[..<count], as: UTF8.self)) }
  }
}
