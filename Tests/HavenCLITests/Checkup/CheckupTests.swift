import HavenAPI
import Testing

@testable import HavenCLI

@Suite("What doctor says of made-up facts")
struct CheckupTests {
  /// A house where all is well.
  static let well: CheckupFacts = {
    var facts = CheckupFacts()
    var status = House.status
    status.program = facts.version
    status.zone = "UTC"
    status.clockSources = ["timer", "clocks", "logind"]
    status.notifier = .init(to: "desktop", state: "ready", server: "dunst 1.9.0")
    status.notifier.bus = true
    status.notifier.ready = true
    status.notifier.capabilities = ["actions", "body", "body-markup", "persistence"]
    status.ledger.bytes = 8_240_000
    status.ledger.pending = 0
    status.ledger.aside = []
    status.ledger.faults = []
    facts.status = status
    facts.unit = UnitFacts(isInstalled: true, isEnabled: true, state: "active", pid: status.pid)
    facts.uid = 1000
    facts.files = [
      .init(path: "/h/.config/haven", mode: 0o700, uid: 1000, part: .config, isFolder: true),
      .init(path: "/h/.local/state/haven/haven.db", mode: 0o600, uid: 1000, part: .state),
      .init(path: "/run/user/1000/haven/haven.sock", mode: 0o600, uid: 1000, part: .socket),
    ]
    facts.disk = .init(folder: "/h", bytesFree: 12_000_000_000, filesFree: 100_000)
    return facts
  }()

  /// One row, after something was made different.
  private func row(_ id: String, _ change: (inout CheckupFacts) -> Void) throws -> Checkup.Row {
    var facts = Self.well
    change(&facts)
    let row = try #require(Checkup(facts).checks.first { $0.id == id })
    #expect(row.state != .trouble || row.hint != nil, "'\(row.text)' says nothing of what to do")
    return row
  }

  @Test("where all is well every row is ok, and there is nothing to do")
  func allWell() {
    let checkup = Checkup(Self.well)
    #expect(checkup.well)
    #expect(checkup.checks.allSatisfy { $0.state == .ok && $0.hint == nil })
    #expect(
      checkup.checks.map(\.id) == [
        "bus", "notifications", "clock", "zone", "unit", "socket", "database", "permissions", "config", "disk",
        "folders",
      ])
  }

  @Test("with havend down it says how to start it, and what only havend knows is left open")
  func down() throws {
    var facts = Self.well
    facts.status = nil
    facts.silence = CommandFailure(.unavailable, "havend is not running: nothing answers at '/s'", hint: "x")
    facts.unit?.state = "inactive"
    facts.unit?.pid = nil
    let checkup = Checkup(facts)
    #expect(!checkup.well)
    #expect(checkup.checks.filter { $0.state == .trouble }.map(\.id) == ["unit", "socket"])
    #expect(checkup.checks.first { $0.id == "socket" }?.hint == "systemctl --user enable --now havend")
    for id in ["notifications", "clock", "database"] {
      #expect(checkup.checks.first { $0.id == id }?.state == .note)
    }
    facts.unit = nil
    #expect(Checkup(facts).checks.first { $0.id == "socket" }?.hint == "type havend in a terminal of its own")
  }

  @Test(
    "what is lost without a capability is told, and is nothing to do",
    arguments: [
      ("body", "only a title is shown"), ("actions", "no buttons to answer with"), ("body-markup", "words come plain"),
      ("persistence", "not kept in a list"),
    ])
  func capabilities(missing: String, text: String) throws {
    let row = try row("notifications") { $0.status?.notifier.capabilities?.removeAll { $0 == missing } }
    #expect(row.state == .note)
    #expect(row.text.contains(text))
  }

  @Test("no bus and no server are something to do; a server that is started when needed is not")
  func desktop() throws {
    #expect(try row("bus") { $0.status?.notifier.bus = false }.state == .trouble)
    #expect(try row("notifications") { $0.status?.notifier.ready = false }.state == .trouble)
    #expect(try row("notifications") { $0.status?.notifier.capabilities = nil }.state == .ok)
    let down = { (bus: CheckupFacts.BusFact) in
      try row("bus") {
        $0.status = nil
        $0.bus = bus
      }.state
    }
    #expect(try down(.none) == .trouble)
    #expect(try down(.silent(path: "/run/user/1000/bus")) == .trouble)
    #expect(try down(.answers) == .ok)
  }

  @Test("the household's zone beside the machine's is a note where they differ")
  func zone() throws {
    #expect(try row("zone") { $0.systemZone = "Europe/London" }.state == .note)
    #expect(try row("zone") { $0.status?.zone = "Europe/London" }.text.contains("Europe/London"))
  }

  @Test(
    "a unit that is missing, stale, failed or not enabled is told, and so is another version",
    arguments: [
      (UnitFacts(isInstalled: false, isEnabled: false, state: "inactive"), Checkup.State.note),
      (UnitFacts(isInstalled: true, isEnabled: true, state: "active", isStale: true, pid: 4242), .trouble),
      (UnitFacts(isInstalled: true, isEnabled: true, state: "failed"), .trouble),
      (UnitFacts(isInstalled: true, isEnabled: false, state: "active", pid: 4242), .trouble),
      (UnitFacts(isInstalled: true, isEnabled: true, state: "active", pid: 7), .note),
    ])
  func unit(unit: UnitFacts, state: Checkup.State) throws {
    #expect(try row("unit") { $0.unit = unit }.state == state)
  }

  @Test("havend of another version than havenctl is something to do")
  func version() throws {
    let row = try row("unit") { $0.status?.program = "0.0.9" }
    #expect(row.state == .trouble && row.text.contains("0.0.9"))
  }

  @Test("systemctl's answer is read by its names; no answer of its is no unit")
  func shown() {
    let text = "LoadState=loaded\nUnitFileState=enabled\nActiveState=active\nNeedDaemonReload=no\nMainPID=4242\n"
    #expect(UnitFacts(shown: text) == UnitFacts(isInstalled: true, isEnabled: true, state: "active", pid: 4242))
    let missing = "LoadState=not-found\nUnitFileState=\nActiveState=inactive\nNeedDaemonReload=no\nMainPID=0\n"
    #expect(UnitFacts(shown: missing) == UnitFacts(isInstalled: false, isEnabled: false, state: "inactive"))
    #expect(UnitFacts(shown: "Failed to connect to bus") == nil)
  }

  @Test("a database with faults, or with what waits in memory, is something to do; a copy set aside is a note")
  func database() throws {
    #expect(try row("database") { $0.status?.ledger.faults = ["page 3"] }.state == .trouble)
    let waiting = try row("database") {
      $0.status?.ledger.pending = 3
      $0.status?.ledger.state = "the disk is full"
    }
    #expect(waiting.state == .trouble && waiting.text.contains("3 changes wait in memory: the disk is full"))
    let damaged = try row("database") {
      $0.status?.ledger.troubled = true
      $0.status?.ledger.state = "it is damaged"
      $0.status?.ledger.faults = nil
      $0.status?.ledger.aside = ["/s/haven.db.corrupt-20260310T170500"]
    }
    #expect(damaged.state == .trouble && damaged.text == "it is damaged")
    let aside = try row("database") { $0.status?.ledger.aside = ["/s/haven.db.corrupt-20260310T170500"] }
    #expect(aside.state == .note && aside.text.contains("haven.db.corrupt-20260310T170500"))
    #expect(try row("database") { _ in }.text.hasPrefix("8.2 MB"))
  }

  @Test(
    "what others may write, or read of the state, is something to do; a config they may read is a note",
    arguments: [
      (CheckupFacts.FileFact.Part.config, UInt32(0o644), UInt32(1000), Checkup.State.note),
      (.config, 0o666, 1000, .trouble), (.config, 0o600, 0, .trouble), (.state, 0o640, 1000, .trouble),
      (.state, 0o600, 1000, .ok), (.socket, 0o666, 1000, .trouble),
    ])
  func permissions(part: CheckupFacts.FileFact.Part, mode: UInt32, uid: UInt32, state: Checkup.State) throws {
    let row = try row("permissions") { $0.files.append(.init(path: "/h/x", mode: mode, uid: uid, part: part)) }
    #expect(row.state == state)
    #expect(state == .ok || row.text.contains("/h/x"))
  }

  @Test("a config that is missing, unreadable or faulty is something to do; what to look at is a note")
  func config() throws {
    #expect(try row("config") { $0.config = .missing(directory: "/c") }.hint == "havenctl init")
    #expect(try row("config") { $0.config = .unreadable("x") }.state == .trouble)
    let faulty = try row("config") { $0.config = .faulty(count: 2, first: "/c/haven.toml:3:1") }
    #expect(faulty.state == .trouble && faulty.text == "2 faults, the first at /c/haven.toml:3:1")
    #expect(try row("config") { $0.config = .sound(warnings: 1) }.state == .note)
  }

  @Test("little room is a note, no room is something to do, and so is no room for another file")
  func disk() throws {
    #expect(try row("disk") { $0.disk?.bytesFree = 150_000_000 }.state == .note)
    #expect(try row("disk") { $0.disk?.bytesFree = 9_000_000 }.state == .trouble)
    #expect(try row("disk") { $0.disk?.filesFree = 0 }.state == .trouble)
    #expect(try row("disk") { $0.disk?.filesFree = nil }.state == .ok)
  }

  @Test("a state that something carries away, or that is on a network, is something to do; a config is a note")
  func folders() throws {
    for carrier in [CheckupFacts.CarriedFolder.Carrier.program("a folder that Syncthing sends"), .network("nfs4")] {
      for (part, state) in [(CheckupFacts.FileFact.Part.state, Checkup.State.trouble), (.config, .note)] {
        #expect(try row("folders") { $0.carried = [.init(part: part, folder: "/n", by: carrier)] }.state == state)
      }
    }
  }

  @Test("a shared folder has a row where there is one")
  func shared() throws {
    let row = try row("shared") {
      $0.status?.sharing = .init(directory: "/srv/haven", here: [], absent: ["imani"], problems: ["it is not ours"])
    }
    #expect(row.state == .trouble && row.text == "it is not ours")
  }

  @Test("the file system of a path is that of the deepest mount above it, spaces and all")
  func mounts() {
    let table = MountTable(
      """
      22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      36 22 0:33 / /home rw - nfs4 server:/home rw
      40 36 0:40 / /home/ros/My\\040Disk rw master:1 - fuse.sshfs ros@there: rw
      41 22 8:2 / /homes rw - btrfs /dev/sda2 rw
      """)
    #expect(table.type(of: "/etc") == "ext4")
    #expect(table.type(of: "/home/ros/.local") == "nfs4")
    #expect(table.type(of: "/home/ros/My Disk/haven") == "fuse.sshfs")
    #expect(table.type(of: "/homes/x") == "btrfs")
    #expect(MountTable.isNetwork("nfs4") && MountTable.isNetwork("fuse.sshfs") && !MountTable.isNetwork("ext4"))
  }

  @Test("doctor asks havend to look at every page, and is 1 where there is something to do")
  func command() throws {
    let house = FakeHouse()
    let outcome = try havenctl("doctor --config \(Folder.example("first")) --json", house: house)
    #expect(house.asked == ["examined status"])
    #expect(outcome.output.hasPrefix(#"{"version":1,"kind":"doctor","well":"#))
    let down = try havenctl("doctor --config /nowhere", house: nil)
    #expect(down.status == .no)
    #expect(down.output.contains("to do  config         there is none in '/nowhere'"))
  }
}
