import Glibc
import Testing

@testable import HavenDaemon

@Suite struct ListeningSocketTests {
  @Test("the socket and the folder made for it are their owner's alone")
  func isPrivate() throws {
    let folder = try TemporaryFolder()
    let socket = try ListeningSocket(path: folder.path + "/run/haven.sock")
    defer { socket.close() }
    #expect(folder.mode(of: "run/haven.sock") == 0o600)
    #expect(folder.mode(of: "run") == 0o700)
  }

  @Test("a path that a Unix socket has no room for is refused with the limit")
  func refusesLongPaths() throws {
    let path = "/tmp/" + String(repeating: "s", count: 120)
    let error = #expect(throws: ListeningSocket.Fault.self) { try ListeningSocket(path: path) }
    #expect(error == .pathTooLong(path, limit: 107))
  }

  @Test("a socket that somebody answers on is left to them")
  func leavesOthersAlone() throws {
    let folder = try TemporaryFolder()
    let first = try ListeningSocket(path: folder.path + "/haven.sock")
    defer { first.close() }
    let error = #expect(throws: ListeningSocket.Fault.self) { try ListeningSocket(path: first.path) }
    #expect(error == .taken(first.path))
  }

  @Test("a socket left behind by a process that died is taken over")
  func replacesDeadSockets() throws {
    let folder = try TemporaryFolder()
    // Bound and never listening: a child that another test is just starting may hold the descriptor a moment longer.
    let path = folder.path + "/haven.sock"
    let dead = try ListeningSocket(path: path, backlog: nil)
    Glibc.close(dead.descriptor)
    let socket = try ListeningSocket(path: path)
    socket.close()
    #expect(folder.mode(of: "haven.sock") == nil)
  }
}
