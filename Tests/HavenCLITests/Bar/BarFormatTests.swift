import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("Each bar's own way of writing")
struct BarFormatTests {
  private static let hostile: BarText = {
    var view = House.bar
    view.next?.name = #"<b>"tea" & \%{F#f00}%%{A1:rm:}'s"# + "\u{1B}[31m\u{202E}\n"
    return BarText(view, now: House.at("17:24").instant)
  }()
  private let hostile = BarFormatTests.hostile

  private func line(_ format: BarFormat) -> String { format.line(hostile) }

  @Test("Waybar: one object whose text is Pango markup")
  func waybar() {
    #expect(
      line(.waybar).hasPrefix(
        #"{"text":"&lt;b&gt;&quot;tea&quot; &amp; \\%{F#f00}%%{A1:rm:}&#39;s?[31m?? · otter · 1 min","alt":"soon","tooltip":"&lt;"#
      ))
    #expect(line(.waybar).hasSuffix(#""class":["soon"],"percentage":4}"#))
  }

  @Test("i3blocks: one object of the i3bar protocol, whose text is no markup")
  func i3blocks() {
    #expect(
      line(.i3blocks)
        == #"{"full_text":"<b>\"tea\" & \\%{F#f00}%%{A1:rm:}'s?[31m?? · otter · 1 min","short_text":"1 min","markup":"none"}"#
    )
    #expect(BarFormat.i3blocks.line(.down()).contains(##""color":"#888888""##))
  }

  @Test("Polybar: none of its own tags can come from a family's words")
  func polybar() {
    #expect(line(.polybar) == #"<b>"tea" & \% {F#f00}%% {A1:rm:}'s?[31m?? · otter · 1 min"#)
    #expect(BarFormat.polybar.line(.down()) == "%{F#888}no reminders: havend is not running%{F-}")
  }

  @Test("plain: one line, and nothing that a terminal obeys")
  func plain() {
    #expect(line(.plain) == #"<b>"tea" & \%{F#f00}%%{A1:rm:}'s?[31m?? · otter · 1 min"#)
  }

  @Test("whatever a step is called, the answer is one line", arguments: BarFormat.allCases)
  func oneLine(format: BarFormat) {
    #expect(!line(format).contains { $0.isNewline })
    #expect(line(format).unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }

  @Test("the command prints one line; without a havend it says so on the bar, and exits with 69")
  func command() throws {
    let there = try havenctl("bar --as ros")
    #expect(
      there == Outcome(status: .success, output: "tablet ends, help lay the table · otter · 13 min\n", errors: ""))
    let away = try havenctl("bar --format waybar", house: nil)
    #expect(away.status == .unavailable)
    #expect(away.output == BarFormat.waybar.line(.down()) + "\n")
    #expect(try havenctl("bar --format swaybar").status == .usage)
    #expect(try havenctl("bar --json").output == "\(try JSON.text(House.bar))\n")
  }
}
