import HavenCore
import Testing

@testable import HavenConfig

struct TargetTests {
  @Test(
    "a target is how much, of what, and per what",
    arguments: [
      ("4 per week", Target(low: 4, high: 4, unit: .times, period: .weeks(1))),
      ("2-3 per week", Target(low: 2, high: 3, unit: .times, period: .weeks(1))),
      ("12h per 28d", Target(low: 12, high: 12, unit: .hours, period: .days(28))),
      ("1-2h per 2 weeks", Target(low: 1, high: 2, unit: .hours, period: .weeks(2))),
      ("12 h per 28d", Target(low: 12, high: 12, unit: .hours, period: .days(28))),
      ("2 nights per quarter", Target(low: 2, high: 2, unit: .nights, period: .quarter)),
      ("2 per quarter", Target(low: 2, high: 2, unit: .times, period: .quarter)),
      ("14 nights per year", Target(low: 14, high: 14, unit: .nights, period: .year)),
    ])
  func reads(text: String, target: Target) throws {
    #expect(try Target(parsing: text) == target)
  }

  @Test(
    "what is no target is told",
    arguments: [
      "4 weekly", "per week", "4", "four per week", "4 per fortnight", "4 times per week", "4-per week",
      "4 per 0 weeks", "4 per 400d", "-1 per week", "2-3-4 per week",
    ])
  func refuses(text: String) {
    #expect(
      fault { try Target(parsing: text) }
        == "'\(text)' is not a target; write such as '4 per week', '2-3 per 2 weeks', '12h per 28d' or '14 nights per year'"
    )
  }

  @Test("a range goes from less to more, and none is no target")
  func limits() {
    #expect(
      fault { try Target(parsing: "3-2 per week") }
        == "the target '3-2 per week' goes from more to less; write '2-3'")
    #expect(
      fault { try Target(parsing: "0 per week") }
        == "a target of none is no target; leave the key out")
  }
}
