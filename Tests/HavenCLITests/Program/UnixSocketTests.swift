import Glibc
import Testing

@testable import HavenCLI

@Suite("The daemon's socket, from outside")
struct UnixSocketTests {
  /// A listening socket of ours; the same thread takes both sides by turns.
  private final class Listener {
    let path: String
    private let descriptor: Int32
    private let folder: Folder

    init() throws {
      folder = try Folder()
      path = folder.owns("s")
      descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
      let bound = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
      guard bound == 0, listen(descriptor, 4) == 0 else { throw Folder.NoFolder() }
    }

    deinit { close(descriptor) }

    func accept() -> Int32 { Glibc.accept(descriptor, nil, nil) }
  }

  private func put(_ text: String, _ peer: Int32) {
    _ = Array(text.utf8).withUnsafeBytes { write(peer, $0.baseAddress, $0.count) }
  }

  @Test("a question goes out with a NUL, and answers come in whole, however they are cut")
  func exchange() throws {
    let listener = try Listener()
    let client = try UnixSocket(connectingTo: listener.path)
    let peer = listener.accept()
    defer { close(peer) }
    try client.send(Array("{\"method\":\"a.B\"}".utf8))
    var bytes = [UInt8](repeating: 0, count: 64)
    #expect(read(peer, &bytes, 64) == 17)
    #expect(bytes[16] == 0)
    put("{\"parameters\":{}}\0{\"parameters\":", peer)
    #expect(try client.receive(within: 5) == Array("{\"parameters\":{}}".utf8))
    put("{\"n\":1}}\0", peer)
    #expect(try client.receive(within: 5) == Array("{\"parameters\":{\"n\":1}}".utf8))
  }

  @Test("a daemon that does not answer in time is 69")
  func silent() throws {
    let listener = try Listener()
    let client = try UnixSocket(connectingTo: listener.path)
    let failure = #expect(throws: CommandFailure.self) { try client.receive(within: 0) }
    #expect(failure?.status == .unavailable)
    #expect(failure?.text == "havend has not answered for 0 s")
  }

  @Test("a daemon that says why before it closes is heard; one that only closes is 69")
  func closed() throws {
    let listener = try Listener()
    let client = try UnixSocket(connectingTo: listener.path)
    let peer = listener.accept()
    put("{\"error\":\"x\"}\0", peer)
    close(peer)
    try client.send(Array("{}".utf8))
    #expect(try client.receive(within: 5) == Array("{\"error\":\"x\"}".utf8))
    let failure = #expect(throws: CommandFailure.self) { try client.receive(within: 5) }
    #expect(failure?.status == .unavailable)
  }

  @Test("nothing at the path, or a file that is no socket, is 69 with what to type")
  func nobody() throws {
    let folder = try Folder()
    for path in ["\(folder.path)/none", try folder.write("", to: "file")] {
      let failure = #expect(throws: CommandFailure.self) { _ = try UnixSocket(connectingTo: path) }
      #expect(failure?.status == .unavailable)
      #expect(failure?.text.contains("'\(path)'") == true)
      #expect(failure?.hint == "systemctl --user start havend")
    }
  }

  @Test("a connection that fails closes its descriptor once, and never another's")
  func closesOnce() throws {
    let folder = try Folder()
    // Whoever opens next gets the number that was closed; a second close would take it away from them.
    let trials = 200
    var reused: [Int32] = []
    for _ in 0..<trials {
      _ = try? UnixSocket(connectingTo: "\(folder.path)/none")
      reused.append(dup(STDIN_FILENO))
    }
    for descriptor in reused {
      #expect(fcntl(descriptor, F_GETFD) >= 0)
      close(descriptor)
    }
  }

  @Test("a path too long for a socket is told with its length and the limit")
  func tooLong() {
    let path = "/" + String(repeating: "x", count: 107)
    let failure = #expect(throws: CommandFailure.self) { _ = try UnixSocket(connectingTo: path) }
    #expect(failure?.status == .usage)
    #expect(failure?.text == "the socket path '\(path)' is too long: 108 bytes, and 107 is the most")
  }
}
