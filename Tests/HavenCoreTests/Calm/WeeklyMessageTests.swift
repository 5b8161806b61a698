import Testing

@testable import HavenCore

struct WeeklyMessageTests {
  private let monday = CivilDate("2026-03-09")!  // a date

  @Test("a message has its week, from Monday to Sunday, and brothers and sisters have different ones")
  func week() {
    let children = ["otter", "wren", "finch"].map { Child(id: $0) }
    for week in 0..<20 {
      let messages = children.enumerated().map { WeeklyMessage.of($1, at: $0, weekOf: monday + 7 * week) }
      #expect(Set(messages).count == children.count)
      #expect(WeeklyMessage.of(children[0], at: 0, weekOf: monday + 7 * week + 6) == messages[0])
    }
  }

  @Test("none has a word that the child's carers avoid; where each has one, there is none")
  func avoided() {
    var child = Child(id: "otter")
    child.avoid = ["plate", "job"]
    for week in 0..<24 {
      let message = WeeklyMessage.of(child, at: 0, weekOf: monday + 7 * week)
      #expect(message?.contains("plate") == false && message?.contains("job") == false)
    }
    child.avoid = ["you", "mistakes", "being", "we", "i"]
    #expect(WeeklyMessage.of(child, at: 0, weekOf: monday) == nil)
  }

  @Test("each is short, and keeps every rule of the screen")
  func words() {
    let filter = WordFilter(language: .english)
    for message in WeeklyMessage.all {
      #expect(message.count <= 60)
      #expect(filter.findings(in: message).map(\.word) == [], "\(message)")
    }
  }
}
