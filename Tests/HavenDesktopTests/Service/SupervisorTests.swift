import HavenDesktop
import Testing

@Suite(.onLoop)
struct SupervisorTests {
  private static let probe = "\(Folder.products)/loop-probe"

  @Test("the manager hears ready, status, reloading and stopping, and a newline in a status says nothing more")
  @LoopActor func messages() async throws {
    let manager = try ManagerSocket()
    let probe = try Program([Self.probe, "service"], environment: ["NOTIFY_SOCKET": manager.path])
    #expect(try await manager.messages.next() == "READY=1")
    #expect(try await manager.messages.next() == "STATUS=next: otter L2 READY=0")
    #expect(try await manager.messages.next().hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
    #expect(try await manager.messages.next() == "STOPPING=1")
    #expect(try await probe.ended() == .exited(code: 0))
  }

  @Test("descriptors handed over come with their names, once")
  @LoopActor func descriptors() async throws {
    let folder = try Folder()
    let script = """
      import os, socket, sys
      listening = socket.socket(socket.AF_UNIX)
      listening.bind(sys.argv[1])
      listening.listen()
      os.dup2(listening.fileno(), 3)
      os.dup2(os.open('/dev/null', os.O_RDONLY), 4)
      for handed in 3, 4: os.set_inheritable(handed, True)
      os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS='2', LISTEN_FDNAMES='haven.socket:spare')
      os.execv(sys.argv[2], [sys.argv[2], 'service'])
      """
    let probe = try Program(["/usr/bin/python3", "-c", script, "\(folder.path)/socket", Self.probe])
    #expect(
      try await probe.output() == [
        "descriptor 3 haven.socket listens", "descriptor 4 spare is no socket", "again 0, in the environment no",
      ])
  }

  @Test("without a manager nothing happens")
  @LoopActor func nobody() async throws {
    let probe = try Program([Self.probe, "service"])
    #expect(try await probe.output() == ["again 0, in the environment no"])
    #expect(probe.outcome == .exited(code: 0))
  }
}
