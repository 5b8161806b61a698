import Testing

@testable import HavenCore

@Suite("What went with what was tried")
struct TrialFiguresTests {
  private static let day = "17:25 tablet-ends otter hard"

  /// A trial from 11 to 24 March.
  private func tried() throws -> House {
    var house = try House(Family(Self.day), from: "2026-03-10T12:00")
    try house.at("12:01", .tryBegin(Trial(step: "tablet-ends", change: .size, value: "very-hard")))
    return house
  }

  /// How the change went on the days from one on: `.` smoothly, `h` hard and settled in so many minutes.
  private func lived(_ word: String, from first: String, settle: Int? = nil) throws -> [Occurrence] {
    let first = try date(first)
    return word.enumerated().map { index, mark in
      Occurrence(
        date: first + index, at: TimeOfDay("17:25")!, step: "tablet-ends", child: "otter", hard: mark == "h" ? 2 : 0,
        settle: mark == "h" ? settle : nil, size: .hard, ladder: "P20 · 15 · 5 · L2 · 0")  // a time
    }
  }

  @Test("the four weeks before are held against the days of it, each with its n and the middle of its minutes")
  func arms() throws {
    let house = try tried()
    let all =
      try lived("hhhhh", from: "2026-02-01") + lived("hh..h.h...", from: "2026-03-01", settle: 20)
      + lived("....h.....", from: "2026-03-11", settle: 8) + lived("h", from: "2026-03-25")
    let figures = TrialFigures(house.engine.trials[0], all, others: house.engine.trials)
    #expect(figures.before == .init(smooth: 6, of: 10, settled: 4, settle: Half(halves: 40)))
    #expect(figures.during == .init(smooth: 9, of: 10, settled: 1, settle: Half(halves: 16)))
    #expect(!figures.isFew)
  }

  @Test("under eight times on either side it is too few to say")
  func few() throws {
    let house = try tried()
    let trial = house.engine.trials[0]
    let enough = try lived("........", from: "2026-03-11")
    #expect(TrialFigures(trial, try lived(".......", from: "2026-03-01") + enough, others: []).isFew)
    #expect(!TrialFigures(trial, try lived("........", from: "2026-03-01") + enough, others: []).isFew)
  }

  @Test("at its end keeping it is offered where it went no less smoothly, and never while something is tried")
  func keep() throws {
    var house = try tried()
    let before = try lived("hh..h.h...", from: "2026-03-01")
    let good = try before + lived("....h.....", from: "2026-03-11")
    #expect(house.engine.suggestions(good, to: "ros", now: house.now).isEmpty)
    try house.run(to: "2026-03-25T12:00")
    let found = house.engine.suggestions(good, to: "ros", now: house.now)
    #expect(found.map(\.id).first == "keep/tablet-ends/otter/2026-03-11")
    #expect(found.first?.count == 9)
    guard case .keep(_, let figures, let from, let to) = found.first?.what else {
      Issue.record("nothing to keep")
      return
    }
    #expect(figures.before.smooth == 6)
    #expect(from == .hard && to == .veryHard)
    let less = try before + lived("hh..h.h.h.", from: "2026-03-11")
    #expect(!house.engine.suggestions(less, to: "ros", now: house.now).contains { $0.id.hasPrefix("keep") })
    try house.run(to: "2026-04-22T12:00")
    #expect(!house.engine.suggestions(good, to: "ros", now: house.now).contains { $0.id.hasPrefix("keep") })
  }
}
