import Testing

@testable import HavenCore

/// What a person types names one thing, or is refused in words that help.
struct ResolveTests {
  private func house() throws -> House {
    var family = try Family(
      carers: ["ros", "imani", "roswitha"], children: ["otter 5", "oriole 3"],
      "16:30 tablet\n17:25 tablet-ends hard\n18:00 tea\n18:40 bath")
    for (goal, carer) in [("walk", "ros"), ("walk-far", "imani"), ("pages", "imani")] {
      try family.add(goal: goal, of: carer) { _ in }
    }
    return try House(family, from: "2026-03-10T17:06")
  }

  private func recorded(_ command: Command, by carer: CarerID? = nil) throws -> Command? {
    var house = try house()
    try house.at("17:07", command, by: carer)
    return house.ledger.acts.last?.command
  }

  private func refusal(_ command: Command, by carer: CarerID? = nil) throws -> [String] {
    var house = try house()
    let refusal = #expect(throws: Refusal.self) { try house.at("17:07", command, by: carer) }
    #expect(house.ledger.acts.isEmpty, "a refusal changes nothing")
    return [refusal?.text, refusal?.hint].compactMap(\.self)
  }

  @Test("a unique prefix is enough")
  func prefix() throws {
    #expect(try recorded(.done(step: "ba")) == .done(step: "bath"))
    #expect(try recorded(.fed(child: "ot")) == .fed(child: "otter"))
    #expect(try recorded(.delay(step: "te", minutes: 5)) == .delay(step: "tea", minutes: 5))
  }

  @Test("an exact id wins over a longer one that it begins")
  func exact() throws {
    #expect(try recorded(.done(step: "tablet")) == .done(step: "tablet"))
    #expect(try recorded(.done(step: "tablet-")) == .done(step: "tablet-ends"))
    #expect(try recorded(.duty(carer: "ros")) == .duty(carer: "ros"))
  }

  @Test("an ambiguous one is refused with the matches")
  func ambiguous() throws {
    #expect(
      try refusal(.done(step: "t")) == ["'t' could be 'tablet' or 'tablet-ends' or 'tea'", "type a little more of it"])
    #expect(try refusal(.fed(child: "o")) == ["'o' could be 'otter' or 'oriole'", "type a little more of it"])
  }

  @Test("an unknown one is refused, with what it may have been")
  func unknown() throws {
    let step = try refusal(.done(step: "bahn"))
    #expect(step == ["no step 'bahn' in today's plan", "did you mean 'bath'?"])
    #expect(try refusal(.fed(child: "oter")) == ["no child 'oter'", "did you mean 'otter'?"])
    #expect(try refusal(.fed(child: "giraffe")) == ["no child 'giraffe'"])
    #expect(try refusal(.done(step: "xylophone")) == ["no step 'xylophone' in today's plan", "havenctl day"])
    #expect(try refusal(.promiseKept(id: "xylophone")) == ["no promise 'xylophone'", "havenctl promise list"])
    let nothing = try refusal(.done(step: ""))
    #expect(nothing.first == "no step '' in today's plan")
  }

  @Test("one's own goals come before another's")
  func ownGoals() throws {
    #expect(try recorded(.goal(id: "walk-", .done), by: "ros") == .goal(id: "walk-far", .done))
    #expect(try recorded(.goal(id: "w", .done), by: "ros") == .goal(id: "walk", .done))
    #expect(try recorded(.goal(id: "w", .done), by: "imani") == .goal(id: "walk-far", .done))
  }

  @Test("a cue is named by its date too, and by a beginning that only one has")
  func cue() throws {
    var house = try House(.evening(), from: "2026-03-10T16:00")
    try house.at("17:06", .answer(cue: "2026-03-10/tablet", .done))
    #expect(house.state("tablet-ends/otter/P20") == "acknowledged")
    #expect(throws: Refusal.self) { try house.at("17:11", .answer(cue: "2026-03-10/tablet", .done)) }
  }

  @Test("who acts: the carer named, whole or by a beginning; the first where nobody is")
  func actor() throws {
    for (named, actor) in [(nil, "ros"), ("imani", "imani"), ("im", "imani"), ("ros", "ros"), ("rosw", "roswitha")] {
      var house = try house()
      try house.at("17:07", .noticed(), by: named)
      #expect(house.ledger.acts.map(\.by) == [actor])
    }
    #expect(try refusal(.noticed(), by: "kim") == ["no carer 'kim'"])
  }

  @Test("who acts by login: the carer whose login it is, else the first")
  func login() throws {
    var house = try house()
    try house.reload(at: "17:06") { try $0.change("imani") { $0.login = "imani-laptop" } }
    #expect(try house.engine.carer(named: nil, login: "imani-laptop") == "imani")
    #expect(try house.engine.carer(named: nil, login: "root") == "ros")
    #expect(try house.engine.carer(named: "rosw", login: "imani-laptop") == "roswitha")
  }

  @Test("a mode ends after it begins, for an age of 0 to 25")
  func mode() throws {
    let now = try house().instant("17:07")
    #expect(
      try refusal(.mode(.sick, child: nil, age: nil, until: now)) == ["a mode cannot end before it begins"])
    #expect(try refusal(.mode(.regression, child: nil, age: 26, until: nil)) == ["an age is 0 to 25, not '26'"])
  }

  @Test(
    "figures out of their bounds are refused",
    arguments: [
      Command.capacity(0), .capacity(6), .tagOut(seconds: 30),
      .respiteTook(lane: .couple, date: CivilDate(dayNumber: 0), minutes: 0, counts: true),
      .swap(first: "bath", second: "bath"), .boundaryHeld(name: "screens"),
    ])
  func bounds(command: Command) throws {
    #expect(try refusal(command).count > 0)
  }

  @Test("the nearest word is within two edits")
  func nearestWord() {
    #expect(nearest(to: "tablte", among: ["table", "tablet", "tea"]) == "table")
    #expect(nearest(to: "xyz", among: ["tablet"]) == nil)
    #expect(editDistance("", "abc") == 3)
    #expect(editDistance("kitten", "sitting") == 3)
  }
}
