import Testing

@testable import HavenCore

/// The whole table of default ladders, as the manual prints it: conventions of the field, to be tuned.
struct LadderTableTests {
  static let table = """
    age  easy  normal         hard            very-hard
    0    0     P5 L1 0        P10 L2 0        P15 L2 0
    1    0     P5 L1 0        P10 L2 0        P15 L2 0
    2    0     P5 L1 0        P10 L2 0        P15 L2 0
    3    L2 0  P10 5 L2 0     P15 5 L2 0      P20 10 5 L2 0
    4    L2 0  P10 5 L2 0     P15 5 L2 0      P20 10 5 L2 0
    5    5 0   P15 10 5 L2 0  P20 15 5 L2 0   P30 20 10 5 L2 0
    6    5 0   P15 10 5 L2 0  P20 15 5 L2 0   P30 20 10 5 L2 0
    7    5 0   P15 10 5 L2 0  P20 15 5 L2 0   P30 20 10 5 L2 0
    8    5 0   10 5 0         P20 15 5 L1 0   P30 20 10 5 0
    9    5 0   10 5 0         P20 15 5 L1 0   P30 20 10 5 0
    10   5 0   10 5 0         P20 15 5 L1 0   P30 20 10 5 0
    11   5 0   10 5 0         P20 15 5 L1 0   P30 20 10 5 0
    12   5     15 5           P30 20 5        P45 30 10 5
    17   5     15 5           P30 20 5        P45 30 10 5
    -    5 0   10 5 L2 0      P20 15 5 L2 0   P30 20 10 5 L2 0
    """

  @Test("every working age and size has its ladder", arguments: table.split(separator: "\n").dropFirst())
  func ladders(row: Substring) throws {
    let cells = row.split(separator: /\s\s+/).map(String.init)
    let age = Int(cells[0])
    let shown = Size.allCases.map { LadderTable.rungs(age: age, size: $0).text }
    #expect(shown == Array(cells[1...]))
  }

  @Test(
    "every preset has its rungs",
    arguments: [
      (LadderPreset.none, ""), (.event, "L2 0"), (.short, "5 0"), (.standard, "10 5 L2 0"), (.classic, "10 5 2 1"),
      (.long, "20 10 5 L2 0"), (.runway, "P30 20 10 5 L2 0"), (.info, "20"),
    ])
  func presets(preset: LadderPreset, rungs: String) {
    #expect(LadderTable.rungs(preset: preset).text == rungs)
  }

  @Test("no ladder says more than five things to a child, arrival included")
  func atMostFive() {
    for age in [nil] + (0...18).map(Optional.some) {
      for size in Size.allCases {
        #expect(LadderTable.rungs(age: age, size: size).count(where: \.isChildFacing) <= 5)
      }
    }
  }

  @Test("a larger size begins earlier, or at the same time")
  func harderIsLonger() {
    for age in [nil] + (0...18).map(Optional.some) {
      let firsts = Size.allCases.map { LadderTable.rungs(age: age, size: $0).map(\.lead).max() ?? 0 }
      #expect(firsts == firsts.sorted())
    }
  }

  @Test("child-facing rungs of the table are two minutes apart, but for the last one and arrival")
  func spacing() {
    for age in [nil] + (0...18).map(Optional.some) {
      for size in Size.allCases {
        let leads = LadderTable.rungs(age: age, size: size).filter { $0.isChildFacing && $0.voice != .last }.map(\.lead)
        #expect(zip(leads, leads.dropFirst()).allSatisfy { $0 - $1 >= 2 })
      }
    }
  }

  @Test(
    "a band down is the lowest age of the band below; the lowest band and an age not set stay",
    arguments: [(0, 0), (2, 2), (3, 0), (4, 0), (5, 3), (7, 3), (8, 5), (11, 5), (12, 8), (17, 8), (nil, nil)]
      as [(Int?, Int?)])
  func lowered(age: Int?, down: Int?) {
    #expect(AgeBand.lowered(age) == down)
  }
}

extension [Rung] {
  /// `P20 15 5 L2 0`.
  var text: String { map { "\($0)" }.joined(separator: " ") }
}
