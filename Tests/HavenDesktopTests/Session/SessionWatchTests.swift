import Glibc
import HavenDesktop
import Testing

/// Sleep, lock, idleness and zone, from services that do on a private bus what logind and its kind do on the real one.
@Suite(.onLoop)
struct SessionWatchTests {
  @LoopActor private struct Services {
    let daemon: PrivateBus, program: Program, folder: Folder
    let watch: SessionWatch
    let events = Inbox<SessionEvent>()

    init(_ arguments: String...) async throws {
      daemon = try await PrivateBus()
      let path = Repository.root + "/Tests/Desktop/session_services.py"
      program = try Program(["/usr/bin/python3", path] + arguments, environment: daemon.environment)
      _ = try await program.lines.next { $0.contains("ready") }
      folder = try Folder()
      symlink("/usr/share/zoneinfo/Europe/London", "\(folder.path)/localtime")
      let bus = Bus(daemon.address)
      watch = SessionWatch(system: bus, session: bus, zoneFile: "\(folder.path)/localtime")
      watch.onEvent = { [events] in events.add($0) }
      bus.start()
      try await eventually("logind") { watch.sources.contains("logind") }
    }

    func tell(_ command: String) { program.send(command) }
  }

  @Test("before sleep what is unwritten can be written: the lock is let go after that, and taken again on waking")
  @LoopActor func delayLock() async throws {
    let services = try await Services()
    _ = try await services.program.lines.next {
      $0.contains(#""inhibit": "take", "what": "sleep", "who": "Haven""#) && $0.contains(#""mode": "delay""#)
    }
    // The mock has handed it out; it has arrived when it can be let go.
    services.tell("sleep true")
    _ = try await services.events.next { $0 == .goingToSleep }
    _ = try await services.program.lines.next { $0.contains("release") }
    services.tell("sleep false")
    _ = try await services.events.next { $0 == .awake }
    _ = try await services.program.lines.next { $0.contains("take") }
    #expect(services.events.items == [.goingToSleep, .awake])
  }

  @Test("a locked screen is told, and unlocked again; it is known from the start")
  @LoopActor func locked() async throws {
    let services = try await Services("--locked", "--no-saver")
    #expect(try await services.events.next() == .locked(true))
    #expect(services.watch.isLocked)
    services.tell("locked false")
    #expect(try await services.events.next() == .locked(false))
    services.tell("locked true")
    #expect(try await services.events.next() == .locked(true))
    #expect(services.watch.sources == ["logind"])
  }

  @Test("idleness is told when it begins and ends")
  @LoopActor func idle() async throws {
    let services = try await Services()
    try await followed(services)
    services.tell("idle true")
    #expect(try await services.events.next() == .idle(true))
    services.tell("idle false")
    #expect(try await services.events.next() == .idle(false))
  }

  @Test("a screen saver locks as logind does, and one of them is enough")
  @LoopActor func saver() async throws {
    let services = try await Services()
    try await followed(services)
    try await eventually("a screen saver") { services.watch.sources.contains("org.freedesktop.ScreenSaver") }
    services.tell("saver true")
    #expect(try await services.events.next() == .locked(true))
    services.tell("locked true")
    services.tell("saver false")
    services.tell("locked false")
    #expect(try await services.events.next() == .locked(false))
    #expect(services.events.items == [.locked(true), .locked(false)])
  }

  @Test("another graphical session is followed instead; with none nothing is locked")
  @LoopActor func session() async throws {
    let services = try await Services("--locked")
    #expect(try await services.events.next() == .locked(true))
    services.tell("display none")
    #expect(try await services.events.next() == .locked(false))
    services.tell("display c2")
    services.tell("locked true")
    #expect(try await services.events.next() == .locked(true))
  }

  @Test("logind may go and come back; what it said is void meanwhile")
  @LoopActor func logindGone() async throws {
    let services = try await Services("--locked")
    #expect(try await services.events.next() == .locked(true))
    services.tell("leave")
    #expect(try await services.events.next() == .locked(false))
    #expect(!services.watch.sources.contains("logind"))
    services.tell("join")
    #expect(try await services.events.next() == .locked(true))
  }

  @Test("another zone is told once, whoever tells of it")
  @LoopActor func zone() async throws {
    let services = try await Services()
    let link = "\(services.folder.path)/localtime"
    symlink("/usr/share/zoneinfo/America/New_York", "\(link).new")
    rename("\(link).new", link)
    services.tell("timezone America/New_York")
    #expect(try await services.events.next() == .zoneChanged)
    // The same zone again is no change, nor is another file in the folder.
    symlink("/usr/share/zoneinfo/America/New_York", "\(link).new")
    rename("\(link).new", link)
    services.tell("timezone America/New_York")
    _ = try services.folder.file("timezone", "x")
    services.tell("sleep true")
    #expect(try await services.events.next() == .goingToSleep)
    #expect(services.events.items == [.zoneChanged, .goingToSleep])
  }

  @Test("a link that is taken away and made again is followed all the same, and a file in its place too")
  @LoopActor func zoneWithoutLink() async throws {
    let services = try await Services()
    let link = "\(services.folder.path)/localtime"
    unlink(link)
    #expect(try await services.events.next() == .zoneChanged)
    symlink("/usr/share/zoneinfo/Asia/Tokyo", link)
    #expect(try await services.events.next() == .zoneChanged)
    unlink(link)
    _ = try services.folder.file("localtime", "TZif2")
    _ = try await services.events.next { $0 == .zoneChanged }
  }

  @Test("with no bus and no services there are no events, and that is said")
  @LoopActor func nobody() async throws {
    let folder = try Folder()
    let bus = Bus(.socket(at: "\(folder.path)/bus"))
    bus.start()
    let watch = SessionWatch(system: bus, session: bus)
    #expect(watch.sources == [] && !watch.isLocked && !watch.isIdle)
  }

  /// The session's hints have been read: a change from here on is one.
  @LoopActor private func followed(_ services: Services) async throws {
    services.tell("locked true")
    #expect(try await services.events.next() == .locked(true))
    services.tell("locked false")
    #expect(try await services.events.next() == .locked(false))
    services.events.clear()
  }
}
