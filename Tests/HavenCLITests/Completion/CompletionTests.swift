import Testing

@testable import HavenCLI

@Suite("What may come next on a command line")
struct CompletionTests {
  private let completion = Completion(live: { kind in
    switch kind {
    case .step: [.init(word: "tea"), .init(word: "tablet-ends"), .init(word: "bath")]
    case .child: [.init(word: "otter"), .init(word: "wren")]
    case .goal: [.init(word: "a-walk")]
    case .carer: [.init(word: "ros")]
    case .cue: [.init(word: "2026-03-10/tea/otter/5")]
    case .promise: [.init(word: "zoo")]
    case .lane: [.init(word: "solo:ros"), .init(word: "couple")]
    default: []
    }
  })

  private func words(_ line: String) -> [String] {
    var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let current = words.removeLast()
    return completion.candidates(after: words, current: current).words.map(\.word)
  }

  @Test(
    "each place of a command has its own words",
    arguments: [
      ("de", ["delay"]), ("done t", ["tea", "tablet-ends"]), ("delay tea ", []), ("swap tea b", ["bath"]),
      ("mode lo", ["low-demand"]), ("mode low-demand ", ["otter", "wren"]), ("retreat otter ", ["on", "off"]),
      ("duty ", ["ros"]), ("snooze ", ["2026-03-10/tea/otter/5"]), ("goal done ", ["a-walk"]),
      ("promise kept ", ["zoo"]), ("promise add ", []), ("respite book s", ["solo:ros"]),
      ("tag ", ["out", "in", "answer"]), ("tag answer y", ["yes"]), ("hard ed", ["edit"]), ("fed ", ["otter", "wren"]),
      ("--json done te", ["tea"]), ("--as ros done te", ["tea"]), ("hard --child o", ["otter"]),
      ("hard --child=o", ["--child=otter"]), ("now --color ne", ["never"]), ("--as r", ["ros"]),
      ("completions z", ["zsh"]), ("why a", ["a-walk"]), ("nothing-such ", []), ("promise mo", ["moved"]),
      ("goal pa", ["part"]),
    ])
  func places(line: String, expected: [String]) {
    #expect(words(line) == expected)
  }

  @Test("options are those of the command's own page, and one that stands there is not offered again")
  func options() {
    #expect(words("hard --si") == ["--size"])
    #expect(words("hard --size 2 --si").isEmpty)
    #expect(words("delay tea 10m --until ").isEmpty)
    #expect(words("hard --tag hun") == ["hungry"])
    #expect(words("now --js") == ["--json"])
    #expect(words("--dis") == ["--discreet"])
  }

  @Test("files and folders are the shell's to list")
  func files() {
    #expect(completion.candidates(after: ["check"], current: "").place == .file)
    #expect(completion.candidates(after: ["now", "--config"], current: "").place == .folder)
    #expect(completion.candidates(after: ["backup"], current: "x").place == .file)
  }

  @Test("every command's first word is offered")
  func first() {
    let offered = Set(words(""))
    for name in CommandTable.names { #expect(offered.contains(name.split(separator: " ").map(String.init)[0])) }
  }

  @Test("a synopsis has its places in order, without its options")
  func synopsis() {
    #expect(positions(of: "[NAME [CHILD]] [--age N] [--until WHEN]") == ["NAME", "CHILD"])
    #expect(positions(of: "done|later GOAL [--minutes N]") == ["done|later", "GOAL"])
    #expect(positions(of: "CHILD [--big] [--speak-text]") == ["CHILD"])
    #expect(positions(of: "[TOPIC | --week]") == ["TOPIC"])
    #expect(positions(of: "--html FILE [--week WEEK] [--private]").isEmpty)
  }

  @Test(
    "a shell that asks gets ids of havend's, with what they are about; without havend it gets none, and no complaint")
  func live() throws {
    let outcome = try havenctl("__complete done t")
    #expect(outcome == Outcome(status: .success, output: "tablet-ends\t17:35\n", errors: ""))
    let down = try havenctl("__complete done t", house: nil)
    #expect(down == Outcome(status: .success, output: "", errors: ""))
    let words = try havenctl("__complete --config \(Folder.example("first")) fed ''", house: nil)
    #expect(words.output == "otter\n")
    let topics = try havenctl("__complete card ''", house: nil).output.split(separator: "\n")
    #expect(topics.count > 10)
  }

  @Test(
    "completions prints what each shell reads, and what is installed is the same", arguments: ["bash", "zsh", "fish"])
  func scripts(shell: String) throws {
    let outcome = try havenctl("completions \(shell)", house: nil)
    #expect(outcome.output.contains("\(shell) completion for havenctl\n"))
    #expect(outcome.output.contains("__complete"))
    let name = ["bash": "havenctl.bash", "zsh": "_havenctl", "fish": "havenctl.fish"][shell] ?? ""
    let installed = try readText(Folder.example("../completions/\(name)"))
    #expect(installed == outcome.output, "havenctl completions \(shell) >etc/completions/\(name)")
    #expect(try havenctl("completions tcsh", house: nil).status == .usage)
  }
}
