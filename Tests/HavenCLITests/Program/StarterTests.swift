import HavenCore
import Testing

@testable import HavenCLI

@Suite("What init asks and offers")
struct StarterTests {
  private static let installed =
    "LoadState=loaded\nUnitFileState=disabled\nActiveState=inactive\nNeedDaemonReload=no\nMainPID=0\n"

  /// A terminal at which these lines are typed, and a service manager that says this of the unit.
  private final class Desk {
    var typed: [String]
    var shown: String?
    var ran: [[String]] = []
    var said = ""

    init(_ typed: [String], shown: String? = nil) {
      self.typed = typed
      self.shown = shown
    }

    var context: Context {
      var context = Context(
        output: Output { _ in }, errors: Output(limit: 1) { [self] in said += String(decoding: $0, as: UTF8.self) },
        environment: { _ in nil }, now: { House.at("17:12").instant },
        connect: { path throws(CommandFailure) in throw CommandFailure(.unavailable, path) })
      context.input = { [self] in typed.isEmpty ? nil : typed.removeFirst() }
      context.run = { [self] words in
        ran.append(words)
        return words.contains("show") ? shown : ""
      }
      return context
    }
  }

  @Test("three answers make the config's people and evening; Enter takes what stands in brackets")
  func answers() throws {
    let desk = Desk(["Ros", "", "17:30 - 19:00 19:30"])
    let answers = try StarterQuestions(context: desk.context, asks: true).answers(carer: nil, [], evening: [])
    #expect(answers.carer == "Ros")
    #expect(answers.children.map(\.id) == ["otter"])
    #expect(answers.evening == [TimeOfDay("17:30"), nil, TimeOfDay("19:00"), TimeOfDay("19:30")])
  }

  @Test("what an option says is not asked, and without a terminal nothing is")
  func options() throws {
    let desk = Desk([])
    _ = try StarterQuestions(context: desk.context, asks: true).answers(
      carer: "Ros", ["otter:5", "wren"], evening: ["17:30"])
    #expect(desk.said.isEmpty)
    _ = try StarterQuestions(context: desk.context, asks: false).answers(carer: nil, [], evening: [])
    #expect(desk.said.isEmpty)
  }

  @Test("an answer that is none is asked for three times at most, and a child has its alias to itself")
  func refused() {
    let desk = Desk(["", "otter:x", "otter otter", "!", "otter:5"])
    #expect(throws: CommandFailure.self) {
      try StarterQuestions(context: desk.context, asks: true).answers(carer: nil, [], evening: [])
    }
    #expect(desk.said.contains("'x' is not an age"))
    #expect(desk.said.contains("'otter' stands there twice"))
  }

  @Test("starting is offered where the unit is installed and does not run, for the config that it reads")
  func offered() {
    func isOffered(_ shown: String?, usual: Bool = true) -> Bool {
      StarterService(context: Desk([], shown: shown).context, isUsualPlace: usual).isOffered
    }
    #expect(isOffered(Self.installed))
    #expect(!isOffered(Self.installed, usual: false))
    #expect(!isOffered(nil))
    #expect(!isOffered("LoadState=not-found\nActiveState=inactive\n"))
    #expect(!isOffered("LoadState=loaded\nUnitFileState=enabled\nActiveState=active\n"))
  }

  @Test("Enter and y start it; n and the end of input do not", arguments: [("", true), ("y", true), ("n", false)])
  func wanted(answer: String, isWanted: Bool) {
    #expect(StarterService(context: Desk([answer]).context, isUsualPlace: true).isWanted() == isWanted)
    #expect(!StarterService(context: Desk([]).context, isUsualPlace: true).isWanted())
  }

  @Test("it is started with its socket, now and at each login")
  func started() {
    let desk = Desk([])
    #expect(StarterService(context: desk.context, isUsualPlace: true).start())
    #expect(desk.ran == [["systemctl", "--user", "enable", "--now", "havend.socket", "havend.service"]])
  }
}
