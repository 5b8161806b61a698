import Testing

@testable import HavenCore

/// The table of docs/holds.md, a test a row. Each row's finer points are in the suite that the page names.
struct HoldTableTests {
  private static let ladder = [
    "17:05 ros: tablet-ends/otter/P20 20m", "17:10 ros: tablet-ends/otter/15 15m",
    "17:20 ros: tablet-ends/otter/5 5m", "17:23 ros: tablet-ends/otter/L2 2m", "17:25 ros: tablet-ends/otter/0 0m",
  ]

  private func house(_ carers: String...) throws -> House {
    try House(.evening(carers: carers.isEmpty ? ["ros"] : carers), from: "2026-03-10T16:00")
  }

  @Test("quiet hours: no cues; `now` still answers")
  func quietHours() throws {
    var house = try house("ros quiet 17:00-18:00")
    try house.run(to: "17:12")
    #expect(house.said() == [] && house.state("tablet-ends/otter/15") == "suppressed: quiet")
    #expect(house.engine.silence(of: "ros", at: house.now)?.reason == "quiet")
    #expect(house.engine.whereabouts(of: "otter", at: house.now) == .home)
  }

  @Test(
    "a child who is away, asleep or in retreat: that child's cues are left out, and nobody else's",
    arguments: [("away", nil), ("nap", "suppressed: asleep"), ("retreat", "suppressed: retreat")])
  func absentChild(tag: String, state: String?) throws {
    var house = try House(
      Family(
        children: ["otter 5", "wren 5"],
        """
        16:00 play
        16:50 elsewhere    otter \(tag) 20m
        17:15 bath         [10]
        """), from: "2026-03-10T15:00")
    try house.run(to: "17:06")
    #expect(house.said(about: "bath") == ["17:05 ros: bath/wren/10 10m"])
    #expect(house.state("bath/otter/10") == state)  // what an absence holds back is on the leave-card
  }

  @Test("a carer off duty or tagged out: whoever is on duty is told; with nobody it is held, and told of")
  func offDuty() throws {
    var house = try house("ros", "imani away 17:15-18:00")
    try house.at("17:02", .tagOut(seconds: nil), by: "ros")
    try house.run(to: "17:22")
    #expect(house.said(.cue) == ["17:05 imani: tablet-ends/otter/P20 20m", "17:10 imani: tablet-ends/otter/15 15m"])
    #expect(house.engine.heldCues().map { "\($0.id.rung): \($0.reason.rawValue)" } == ["5: nobody-on-duty"])
    try house.at("17:22", .tagIn, by: "ros")
    try house.run(to: "17:23")
    #expect(house.said(.catchUp) == [])  // the next rung is a minute away, and speaks for it
    try house.run(to: "17:24")
    #expect(house.said().last == "17:23 ros: tablet-ends/otter/L2 2m")
  }

  @Test("a hard moment: that child's rungs of the next twenty minutes are left out, and nothing moves by itself")
  func hardMoment() throws {
    var house = try house()
    try house.at("17:01", .hard(HardMoment(child: "otter", size: 2)))
    try house.run(to: "18:00")
    #expect(house.said(.cue) == Array(Self.ladder[3...]))
    #expect(house.state("tablet-ends/otter/5") == "suppressed: hard")
  }

  @Test("not safe: nothing is shown until it is over")
  func unsafe() throws {
    var house = try house()
    try house.at("17:01", .unsafe(on: true))
    try house.at("17:21", .unsafe(on: false))
    try house.run(to: "18:00")
    #expect(house.said(.cue) == Array(Self.ladder[3...]))
  }

  @Test("do-not-disturb, which is how a desktop tells of sharing and full screen: held, then one line; never critical")
  func doNotDisturb() throws {
    var house = try house()
    try house.at("17:01", .inhibited(true))
    try house.run(to: "17:12")
    #expect(house.engine.screenHold?.reason == .doNotDisturb)
    #expect(house.engine.heldCues().map(\.since) == [try house.instant("17:05"), try house.instant("17:10")])
    try house.at("17:12", .inhibited(false))
    try house.run(to: "18:00")
    #expect(house.said() == ["17:12 ros: catch-up tablet-ends/otter/15 13m"] + Self.ladder[2...])
    #expect(Set(house.lines.map(\.urgency)) == [.normal])
  }

  @Test("a locked screen: general words, or nothing", arguments: WhenLocked.allCases)
  func locked(_ locked: WhenLocked) throws {
    var family = try Family.evening()
    family.household.settings.whenLocked = locked
    var house = try House(family, from: "2026-03-10T16:00")
    try house.at("17:01", .locked(true))
    try house.run(to: "17:12")
    #expect(house.lines.map(\.level) == (locked == .generic ? [.generic, .generic] : []))
  }

  @Test("under way or done: the rest is cancelled")
  func done() throws {
    var house = try house()
    try house.at("17:11", .done(step: "tablet-ends"))
    try house.run(to: "18:00")
    #expect(house.said() == Array(Self.ladder[..<2]))
    #expect(house.state("tablet-ends/otter/5") == "cancelled: done")
  }

  @Test("the same rung dismissed three days running: the review may ask, and nothing changes by itself")
  func dismissed() throws {
    var house = try house()
    for offset in 0..<3 {
      let date = house.date + offset
      try house.run(to: "\(date)T17:10:30")
      house.handle(.closed(try house.delivery(of: "\(date)/tablet-ends/otter/15"), isExpiry: false))
    }
    #expect(house.engine.dismissedRungs(now: house.now).map(\.rung) == ["15"])
    let lines = house.lines.count
    try house.run(to: "\(house.date + 3)T17:11")
    #expect(house.lines.dropFirst(lines).contains { $0.items.contains { $0.id.rung == "15" } })
  }

  @Test("nobody at the desk: nothing changes, and the bubble stays while it is true")
  func idle() throws {
    var house = try house()
    try house.run(to: "17:12")
    #expect(house.desktop.keys.sorted() == ["2026-03-10/tablet-ends/otter"])
  }
}
