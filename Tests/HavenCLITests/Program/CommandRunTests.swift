import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("Commands, from words to exit code")
struct CommandRunTests {
  @Test(
    "each command asks one thing of the daemon, as whoever it says",
    arguments: [
      ("", "now -"), ("now --as ros", "now ros"), ("next", "next 5"), ("next --count 2", "next 2"), ("day", "day -"),
      ("day 2026-03-14", "day 2026-03-14"), ("tomorrow", "tomorrow"), ("why tea", "why tea"), ("status", "status"),
      ("done tea --as imani", "done tea imani"), ("undo", "undo"), ("reload", "reload"), ("duty ros", "duty ros -"),
      ("mode low-demand", "mode low-demand -"), ("--json hush", "hush 30m -"),
    ])
  func asks(words: String, asked: String) throws {
    let house = FakeHouse()
    house.eventViews = [.change(.plan, sequence: 1, at: House.at("17:00"))]
    let outcome = try havenctl(words, house: house)
    #expect(outcome.status == .success)
    #expect(house.asked == [asked])
    #expect(outcome.errors.isEmpty)
    #expect(!outcome.output.isEmpty)
  }

  @Test("a moment of another day is counted in the household's zone, asked for only then")
  func zone() throws {
    let house = FakeHouse()
    _ = try havenctl("promise add kite --due tomorrow 17:30", house: house)
    #expect(house.asked == ["status", "promise add kite --due 2026-03-11T17:30 -"])
    house.asked = []
    _ = try havenctl("day tomorrow", house: house)
    #expect(house.asked == ["status", "day 2026-03-11"])
  }

  @Test("--json prints the daemon's own object, on one line")
  func json() throws {
    #expect(try havenctl("now --json").output == "\(try JSON.text(House.now))\n")
    #expect(try havenctl("day --json").output == "\(try JSON.text(House.day))\n")
    #expect(
      try havenctl("--json version", house: nil).output
        == "{\"version\":1,\"kind\":\"version\",\"program\":\"\(havenVersion)\"}\n")
    #expect(
      try havenctl("duty --json").output == #"{"version":1,"kind":"duty","duty":{"id":"ros","name":"Ros"}}"# + "\n")
  }

  @Test("nothing due, nobody on duty, an ordinary day: a truthful no is 1")
  func truthfulNo() throws {
    let house = FakeHouse()
    house.nowView = NowView(at: House.at("03:00"), zone: "UTC", day: "plain", carer: "me")
    #expect(try havenctl("now", house: house).status == .no)
    #expect(try havenctl("duty", house: house).status == .no)
    #expect(try havenctl("mode", house: house) == Outcome(status: .no, output: "an ordinary day\n", errors: ""))
    #expect(try havenctl("events", house: house).status == .no)
  }

  @Test(
    "each fault has its exit code, and one form on standard error",
    arguments: [
      (
        ServiceError.refused(Refusal("no step 'x' today", hint: "havenctl day", isTruthfulNo: true)), CommandStatus.no,
        "havenctl: no step 'x' today\nhint: havenctl day\n"
      ),
      (.refused(Refusal("'x' could be two")), .usage, "havenctl: 'x' could be two\n"),
      (.notPermitted("that is another carer's"), .notPermitted, "havenctl: that is another carer's\n"),
      (
        .configInvalid(["haven.toml:2:1: error: unknown key"]), .configInvalid,
        "havenctl: the config is not valid\nhaven.toml:2:1: error: unknown key\nhint: what ran before still runs; mend the file, then 'havenctl reload'\n"
      ),
      (
        .noConfig(directory: "/x"), .configInvalid, "havenctl: there is no config in '/x'\nhint: havenctl init\n"
      ),
      (.failed("the disk is full"), .internalFault, "havenctl: the disk is full\n"),
      (
        .protocolFault(.permissionDenied), .notPermitted,
        "havenctl: havend answers the login it runs for, and nobody else\n"
      ),
    ])
  func faults(error: ServiceError, status: CommandStatus, errors: String) throws {
    let house = FakeHouse()
    house.error = error
    #expect(try havenctl("done x", house: house) == Outcome(status: status, output: "", errors: errors))
  }

  @Test("no daemon is 69, with what to type")
  func unavailable() throws {
    #expect(
      try havenctl("now", house: nil)
        == Outcome(
          status: .unavailable, output: "",
          errors: "havenctl: nothing answers at '/run/user/1/haven/haven.sock'\nhint: systemctl --user start havend\n"))
    #expect(try havenctl("now --socket /x", house: nil).errors.contains("'/x'"))
    #expect(try havenctl("now", house: nil, environment: ["HAVEN_SOCKET": "/y"]).errors.contains("'/y'"))
    #expect(try havenctl("now", house: nil, environment: [:]).status == .unavailable)
  }

  @Test(
    "what cannot be read is 64, with what to type",
    arguments: ["nwo", "done", "delay tea ten", "now --jsom", "next --count 0", "tag"])
  func usage(words: String) throws {
    let outcome = try havenctl(words)
    #expect(outcome.status == .usage)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("havenctl: "))
    #expect(outcome.errors.contains("\nhint: "))
  }

  @Test("help is grouped by what a person wants, names every command, and is no error")
  func help() throws {
    for words in ["help", "--help", "-h", "--json --help"] {
      let outcome = try havenctl(words, house: nil)
      #expect(outcome.status == .success)
      for name in CommandTable.names { #expect(outcome.output.contains("\n  \(name) "), "\(name)") }
    }
    #expect(try havenctl("help", house: nil).output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("every command has a page of its own", arguments: CommandTable.names)
  func pages(name: String) throws {
    let page = try havenctl("help \(name)", house: nil)
    #expect(page.status == .success)
    #expect(page.output.contains("USAGE: havenctl \(name)"))
    #expect(page.output.contains("--discreet"))
    #expect(try havenctl("\(name) --help", house: nil).output == page.output)
  }

  @Test("a family of commands is listed by its first word")
  func families() throws {
    #expect(try havenctl("help tag", house: nil).output.contains("tag answer"))
    #expect(try havenctl("help nonsense", house: nil).status == .usage)
  }

  @Test("every command's name is found by the table, and options are told as typed")
  func table() {
    for name in CommandTable.names {
      let words = name.split(separator: " ").map(String.init)
      #expect(CommandTable.entry(named: words[0], words.count > 1 ? words[1] : nil)?.name == name)
    }
    #expect(Set(CommandTable.names).count == CommandTable.names.count)
  }

  @Test("NO_COLOR and --color decide, and a pipe is never coloured")
  func colour() throws {
    func isColoured(_ words: String, _ environment: [String: String] = [:], isTerminal: Bool) throws -> Bool {
      let all = environment.merging(["XDG_RUNTIME_DIR": "/run"]) { own, _ in own }
      return try havenctl(words, environment: all, isTerminal: isTerminal).output.contains("\u{1B}")
    }
    #expect(try isColoured("now", isTerminal: true))
    #expect(try !isColoured("now", isTerminal: false))
    #expect(try !isColoured("now", ["NO_COLOR": "1"], isTerminal: true))
    #expect(try !isColoured("now", ["TERM": "dumb"], isTerminal: true))
    #expect(try isColoured("now --color always", ["NO_COLOR": "1"], isTerminal: false))
    #expect(try !isColoured("now --color never", isTerminal: true))
    let red = try havenctl("now --color always").output
    #expect(!red.contains("\u{1B}[31m") && !red.contains("\u{1B}[91m"))
  }
}
