import HavenConfig
import HavenCore
import Testing

@testable import HavenCLI

@Suite("Help in a carer's own words")
struct WordIndexTests {
  private func places(_ words: String) throws -> String { try havenctl("help \(words)", house: nil).output }

  @Test("every command, key, option and page that it leads to exists")
  func targets() {
    for subject in Subject.all {
      for place in subject.places {
        guard let row = WordIndex.row(of: place) else {
          Issue.record("\(subject.words[0]) leads to \(place), which does not exist")
          continue
        }
        #expect(!row.about.isEmpty)
        switch place {
        case .command(let typed, _):
          let words = typed.split(separator: " ").map(String.init)
          let entry = CommandTable.entry(named: words[0], words.count > 1 ? words[1] : nil)
          for option in words where option.hasPrefix("--") {
            #expect(entry?.help.contains(option) == true, "\(typed) takes no \(option)")
          }
        case .page(let file, _): #expect(Document.exists("docs/\(file)"), "docs/\(file)")
        case .key: break
        }
      }
    }
  }

  @Test("no subject has a word twice")
  func words() {
    for subject in Subject.all {
      #expect(Set(subject.words).count == subject.words.count, "\(subject.words[0])")
    }
  }

  @Test(
    "what a tired person types finds something",
    arguments: [
      ("meltdown", "hard"), ("meltdowns", "breathe"), ("bedtime", "night"), ("time in", "nurture"),
      ("Time-In", "card connect"), ("connection before correction", "card connect"), ("blocked care", "tag out"),
      ("choices", "card choices"), ("food", "fed"), ("lying", "card fear"), ("he is lying again", "solve"),
      ("date night", "respite book"), ("dysregulated", "safe"), ("PACE", "[[child]] style"),
      ("self-care", "goals"), ("regressing", "mode regression"), ("sticker chart", "noticed"),
      ("books", "reading"), ("guests", "[household] generic-when"), ("listening", "hush 10m"),
      ("running late", "delay"), ("therapist", "ask add"), ("tbri", "card programmes"),
      ("crying", "nurture"), ("running away", "safe"), ("brushing teeth", "first-then"), ("autism", "docs/privacy.md"),
      ("why does he do this", "solve"), ("night terrors", "night"), ("stressed", "capacity"),
    ])
  func found(words: String, place: String) throws {
    let output = try places(words)
    #expect(output.hasPrefix("about '\(words)':\n"))
    #expect(output.contains("\n  \(place) "), "\(output)")
    #expect(output.split(separator: "\n").count <= 20)
    #expect(output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("a command's own name is that command's page still, and what is nowhere is told as before")
  func others() throws {
    #expect(try places("respite").contains("USAGE: havenctl respite"))
    #expect(try places("late").contains("USAGE: havenctl late"))
    #expect(try places("safe space").hasPrefix("about 'safe space':\n  retreat "))
    #expect(try places("done tea").contains("USAGE: havenctl done"))
    #expect(try places("hard list").contains("USAGE: havenctl hard list"))
    let nowhere = try havenctl("help xylophone", house: nil)
    #expect(nowhere.status == .usage)
    #expect(nowhere.errors == "havenctl: unknown command 'xylophone'\nhint: havenctl help\n")
  }

  @Test("such a word typed as a command is led there")
  func typed() throws {
    let outcome = try havenctl("meltdown", house: nil)
    #expect(outcome.status == .usage)
    #expect(
      outcome.errors
        == "havenctl: unknown command 'meltdown'\nhint: havenctl help meltdown, for what there is about it\n")
  }
}
