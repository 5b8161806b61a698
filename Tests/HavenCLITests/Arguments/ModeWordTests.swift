import HavenCore
import Testing

@testable import HavenCLI

@Suite("What a mode may be called")
struct ModeWordTests {
  @Test(
    "by its name, by a beginning that only one has, and as a screen calls it",
    arguments: [
      ("low-demand", Mode.lowDemand), ("low", .lowDemand), ("soft", .lowDemand), ("soft-day", .lowDemand),
      ("reg", .regression), ("sick", .sick), ("o", .ordinary), ("", nil), ("bad", nil),
    ] as [(String, Mode?)])
  func names(word: String, mode: Mode?) { #expect(Mode(argument: word) == mode) }
}
