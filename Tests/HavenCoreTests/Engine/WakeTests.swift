import Testing

@testable import HavenCore

/// Between what there is to say, Haven sleeps.
struct WakeTests {
  private func family() throws -> Family {
    var family = try Family(
      carers: ["ros", "imani away 09:00-15:00"], children: ["otter 5", "wren 3", "finch 13"],
      """
      07:00 wake         food water
      08:20 shoes        otter wren hard
      08:45 school       otter finch away
      12:00 lunch        wren food water
      15:30 home         otter finch landing food water
      17:25 tablet-ends  otter hard
      18:00 tea          food water
      18:40 bath         wren very-hard
      20:10 lights-out   normal sleep
      """)
    try family.add(goal: "walk") { $0.after = "shoes" }
    try family.add(goal: "read", minutes: 3) { $0.windows = [try window("19:00-21:00")] }
    return family
  }

  @Test("it is woken only to say something, to take a bubble down, or for a new date")
  func eachWake() throws {
    var house = try House(family())
    try house.run(to: "2026-03-12")
    let midnights = try [house.instant("2026-03-11")]
    let changes = Set(
      house.lines.flatMap(\.items).compactMap { item in
        house.engine.plan(for: item.id.date).steps.first { $0.step.id == item.id.step }?.at
      })
    for wake in house.wakes {
      let isForBubble = changes.contains(wake - 121)
      let isForRow = house.ledger.rows.contains { $0.at == wake }
      #expect(isForRow || isForBubble || midnights.contains(wake), "woken at \(house.family.zone.format(wake))")
    }
  }

  @Test("a day's wakes are no more than its lines, its bubbles and midnight")
  func count() throws {
    var house = try House(family())
    try house.run(to: "2026-03-11")
    let transitions = Set(house.lines.flatMap { $0.items.map(\.id.transition) }).count
    #expect(house.lines.count > 25)
    #expect(house.wakes.count <= house.lines.count + transitions + 1)
  }

  @Test("the next wake is never in the past, whatever happens")
  func neverPast() throws {
    var house = try House(family(), from: "2026-03-10T16:00")
    for (index, act) in UndoTests.acts.enumerated() {
      guard (try? house.at("16:0\(index % 10)", act)) != nil else { continue }
      let wake = house.engine.nextWake()
      #expect(wake.map { $0 >= house.now - 1 } ?? true)
      house.look()
      #expect(house.engine.nextWake().map { $0 > house.now } ?? true)
      house = try House(family(), from: "2026-03-10T16:00")
    }
  }

  @Test("with nothing but a digest to say it is woken twice a date")
  func empty() throws {
    var house = try House(Family(children: [], ""))
    try house.run(to: "2026-03-13")
    // Three digests, and the midnights between.
    #expect(house.wakes.count == 3 + 2)
  }

  @Test("after being asked at its time, it asks for a later one")
  func moves() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    #expect(house.engine.nextWake() == (try house.instant("17:05")))
    try house.run(to: "17:05")
    house.look()
    #expect(house.engine.nextWake() == (try house.instant("17:10")))
  }

  @Test("asked too early, it says nothing and asks for the same time again")
  func early() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    try house.run(to: "17:04:59")
    house.look()
    #expect(house.said() == [])
    #expect(house.engine.nextWake() == (try house.instant("17:05")))
  }

  @Test("asked many times at one instant, it says it once")
  func often() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    try house.run(to: "17:05")
    for _ in 0..<5 { house.look() }
    #expect(house.said().count == 1)
  }
}
