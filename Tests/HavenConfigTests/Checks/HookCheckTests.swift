import HavenCore
import Testing

@testable import HavenConfig

@Suite("The hooks of a config")
struct HookCheckTests {
  private func hook(_ keys: String) -> String {
    "[[child]]\nid = \"otter\"\n[[hook]]\non = \"cue\"\n\(keys)\n"
  }

  @Test("every key arrives")
  func keys() throws {
    let hook = try load(
      """
      [[child]]
      id = "otter"
      [[hook]]
      on = ["cue", "catch-up"]
      run = ["/bin/true", "a b", ""]
      timeout = "1m"
      text = "generic"
      who = ["otter"]
      carer = ["me"]
      """
    ).household.hooks[0]
    #expect(hook.occasions == [.cue, .catchUp])
    #expect(hook.run == ["/bin/true", "a b", ""])
    #expect(hook.timeout == 60 && hook.text == .generic && hook.children == ["otter"] && hook.carers == ["me"])
  }

  @Test(
    "a program that is not there is a warning, one that cannot be meant is a fault",
    arguments: [
      ("run = [\"/bin/true\"]", []), ("run = \"true\"", []),
      (
        "run = [\"/nowhere/lamp\"]",
        ["5:8: warning: the program '/nowhere/lamp' is not there, or cannot be run; is it made, and chmod +x?"]
      ),
      (
        "run = [\"no-such-lamp\"]",
        ["5:8: warning: the program 'no-such-lamp' is not there, or cannot be run; is it installed, and in $PATH?"]
      ),
      (
        "run = \"lamp on\"",
        ["5:7: warning: no program is called 'lamp on'; write each word by itself: run = [\"lamp\", \"on\"]"]
      ),
      (
        "run = [\"bin/lamp\"]",
        [
          "5:8: error: the program 'bin/lamp' is named from no folder in particular; write its whole path, or one from '~/'"
        ]
      ),
      ("run = []", ["5:7: error: 'run' names no program; write such as run = [\"~/bin/lamp\"]"]),
      ("", ["3:1: error: [[hook]] has no 'run'; write such as: run = [\"~/bin/lamp\", \"amber\"]"]),
      (
        "run = [\"/bin/true\"]\nwho = [\"oter\"]", ["6:8: error: there is no child 'oter'; did you mean 'otter'?"]
      ),
      ("run = [\"/bin/true\"]\ncarer = [\"you\"]", ["6:10: error: there is no carer 'you'; there is only 'me'"]),
      (
        "run = [\"/bin/true\"]\ntimeout = \"20m\"",
        ["6:11: error: the duration '20m' is out of range; from 1s to 10m"]
      ),
    ])
  func faults(keys: String, expected: [String]) throws {
    let found = try findings(hook(keys)).filter { $0.contains("error") || $0.contains("program") }
    #expect(found == expected)
  }

  @Test("a program of the home is looked for there")
  func home() throws {
    var asked: [String] = []
    let findings = Findings()
    var draft = Draft()
    let document = try TomlDocument(Array(hook("run = [\"~/bin/lamp\"]").utf8), file: "x", order: 0)
    ConfigLanguage.read(document, into: &draft, findings)
    HookCheck(environment: { _ in "/home/ros" }) { path in
      asked.append(path)
      return true
    }.check(draft.hooks, findings)
    #expect(asked == ["/home/ros/bin/lamp"])
    #expect(findings.diagnostics.isEmpty)
  }
}
