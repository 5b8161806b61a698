import Testing

@testable import HavenConfig

struct RefusedStepTests {
  private func errors(_ name: String) throws -> [String] {
    try findings("[[routine]]\nid = \"r\"\nsteps = [\"17:00 \(name)\"]\n").filter { $0.contains(" error: ") }
  }

  @Test(
    "isolation, restraint and withheld food are refused",
    arguments: [
      "time out", "Time-out on the step", "naughty step", "isolation", "bed without dinner", "no supper",
      "holding therapy", "restraint",
    ])
  func refused(name: String) throws {
    #expect(try errors(name).count == 1)
  }

  @Test("a goal so named is refused as well")
  func goals() throws {
    let told = try findings("[[goal]]\nname = \"skip lunch\"\ndomain = \"body\"\n")
    #expect(
      told == ["2:8: error: 'skip lunch' reads as withholding food; food is never a consequence; name what there is"])
  }

  @Test(
    "what hangs on behaviour is refused",
    arguments: [
      "tablet if behaved", "film, only if you're good", "park if good", "tablet once earned",
      "sweets for good behaviour", "film unless naughty",
    ])
  func conditions(name: String) throws {
    #expect(try errors(name).count == 1)
  }

  @Test(
    "ordinary words are not taken for it",
    arguments: [
      "time outside", "half-time, outing", "swim if it's good weather", "when the bar is empty, bath", "say good night",
      "once round the green",
      "no rush breakfast", "tea with no screens", "timer out of sight", "goodbye", "if it rains: den",
      "after good night story",
    ])
  func harmless(name: String) throws {
    #expect(try errors(name) == [])
  }

  @Test("a script that bargains is refused")
  func script() throws {
    let told = try findings(
      "[[routine]]\nid = \"r\"\nstep = [{ at = \"17:00\", name = \"a\", say = \"If you're good getting out you'll get toast.\" }]\n"
    )
    #expect(
      told.filter { $0.contains("error") } == [
        "3:43: error: 'If you're good getting out you'll get toast.' makes it hang on behaviour; what is planned happens: leave the condition out"
      ])
  }
}
