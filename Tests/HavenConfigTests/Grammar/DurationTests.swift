import Testing

@testable import HavenConfig

struct DurationTests {
  @Test(
    "a duration is numbers with units, from large to small",
    arguments: [("10m", 600), ("1h30m", 5400), ("90s", 90), ("28d", 28 * 86_400), ("0m", 0), ("1d2h3m4s", 93_784)])
  func reads(text: String, seconds: Int) throws {
    #expect(try DurationText.seconds(parsing: text) == seconds)
  }

  @Test(
    "what is no duration is told with what would be right",
    arguments: [
      ("90", "'90' is not a duration; 90 of what? write '90m', '90h' or '90d'"),
      ("1h30", "'1h30' is not a duration; write a number and a unit: '10m', '1h30m', '90s' or '28d'"),
      ("", "'' is not a duration; write a number and a unit: '10m', '1h30m', '90s' or '28d'"),
      ("30m1h", "'30m1h' is not a duration; write units from large to small, each once, such as '1h30m'"),
      ("5m5m", "'5m5m' is not a duration; write units from large to small, each once, such as '1h30m'"),
      ("10 m", "'10 m' is not a duration; write a number and a unit: '10m', '1h30m', '90s' or '28d'"),
      ("-5m", "'-5m' is not a duration; write a number and a unit: '10m', '1h30m', '90s' or '28d'"),
      ("99999999999999999999d", "'99999999999999999999d' is not a duration; that is more than a lifetime"),
      ("40000d", "'40000d' is not a duration; that is more than a lifetime"),
    ])
  func refuses(text: String, told: String) {
    #expect(fault { try DurationText.seconds(parsing: text) } == told)
  }

  @Test(
    "what is written of a duration reads as the same",
    arguments: [0, 1, 59, 60, 90, 3600, 5400, 86_400, 93_784, 119, 121])
  func roundTrip(seconds: Int) throws {
    #expect(try DurationText.seconds(parsing: DurationText.written(seconds)) == seconds)
  }
}

/// What a grammar says against a text, nil where it takes it.
func fault<Value>(_ parse: () throws -> Value) -> String? {
  do {
    _ = try parse()
    return nil
  } catch {
    return "\(error)"
  }
}
