import Testing

@testable import HavenCore

struct BreathTests {
  @Test("a minute is six breaths: in for four seconds, out for six")
  func minute() {
    let breath = Breath(seconds: 60)
    #expect(breath.count == 6)
    #expect(breath.seconds == 60)
    #expect(breath.moment(at: 0) == .init(phase: .inhale, fill: 0))
    #expect(breath.moment(at: 2000) == .init(phase: .inhale, fill: 500))
    #expect(breath.moment(at: 3999)?.phase == .inhale)
    #expect(breath.moment(at: 4000) == .init(phase: .exhale, fill: 1000))
    #expect(breath.moment(at: 7000) == .init(phase: .exhale, fill: 500))
    #expect(breath.moment(at: 10_000) == .init(phase: .inhale, fill: 0))
    #expect(breath.moment(at: 59_999)?.phase == .exhale)
    #expect(breath.moment(at: 60_000) == nil)
  }

  @Test("it never ends in the middle of a breath")
  func whole() {
    #expect(Breath(seconds: 10).seconds == 10)
    #expect(Breath(seconds: 61).seconds == 70)
    #expect(Breath(seconds: 0).seconds == 10)
  }
}
