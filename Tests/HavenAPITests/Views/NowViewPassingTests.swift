import HavenCore
import Testing

@testable import HavenAPI

@Suite("Now, a while later")
struct NowViewPassingTests {
  @Test("what is left shrinks and what has passed grows, and nothing else changes")
  func advanced() {
    let later = Samples.now.advanced(to: Samples.at("17:15").instant)
    #expect(later.at == Samples.at("17:15"))
    #expect(later.children.map(\.secondsLeft) == [600, nil])
    #expect(later.nextStep?.secondsLeft == 600)
    #expect(later.nextCue?.secondsLeft == 300)
    #expect(later.fuel == [NowView.Fuel(child: "otter", food: 6780, water: nil)])
    #expect(later.passed[0].secondsAgo == 780)
  }

  @Test("a clock that went back changes nothing")
  func backwards() { #expect(Samples.now.advanced(to: Samples.at("17:00").instant) == Samples.now) }

  @Test("it is right until the first thing that begins or ends")
  func nextChange() {
    #expect(Samples.now.nextChange == Samples.at("17:20").instant)
    #expect(Samples.now.advanced(to: Samples.at("17:20").instant).nextChange == Samples.at("17:25").instant)
    #expect(NowView(at: Samples.at("17:12"), zone: "UTC", day: "plain", carer: "me").nextChange == nil)
  }
}
