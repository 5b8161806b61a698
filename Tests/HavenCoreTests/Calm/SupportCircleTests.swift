import Testing

@testable import HavenCore

struct SupportCircleTests {
  private let circle = SupportCircle([
    Support(name: "Dana", kind: .counsellor), Support(name: "Jo", kind: .family),
    Support(name: "Sam", kind: .practical),
    Support(name: "Mel", kind: .peer),
  ])

  @Test("people stand by what they are to the family, those in the same boat first")
  func kinds() {
    #expect(circle.byKind.map(\.kind) == [.peer, .family, .counsellor, .practical])
  }

  @Test("one person a week, in turn; never a counsellor, never who is for lifts")
  func turns() throws {
    let monday = try #require(CivilDate("2026-12-28"))
    let weeks = (0..<4).compactMap { circle.suggestion(on: monday + 7 * $0)?.name }
    #expect(Set(weeks) == ["Jo", "Mel"])
    #expect(weeks[0] == weeks[2] && weeks[1] == weeks[3] && weeks[0] != weeks[1])
    #expect((0..<7).allSatisfy { circle.suggestion(on: monday + $0)?.name == weeks[0] })
    #expect(SupportCircle([Support(name: "Sam", kind: .practical)]).suggestion(on: monday) == nil)
  }
}
