import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("goals, respite and promises, as a person reads them")
struct CareRenderTests {
  @Test("goals by domain: what was done, as marks and in words, and when more is on offer")
  func goals() throws {
    let house = FakeHouse()
    let outcome = try havenctl("goals --as ros", house: house, width: 80)
    #expect(house.asked == ["goals ros"])
    #expect(
      outcome.output == """
        body
          a walk ■▪: twice so far; two to three times a week is the range
            your window is open until 18:00; held: a change of the children's is near;
            on offer from 17:40 as things stand
          swim ■■: twice so far, as much as you hoped for
            your window opens at 20:00, and nothing holds it
        mind
          read: whenever it fits
            this one hasn't fitted lately. Keep, shrink or let it go? 'havenctl goal
            keep|shrink|let-go read'

        """)
  }

  @Test("why a goal: what it takes, its window, what holds it, the caps, the back-off, and how it was answered")
  func whyGoal() throws {
    let house = FakeHouse()
    house.unknownSteps = ["walk", "wal", "pool"]
    let outcome = try havenctl("why walk", house: house, width: 80)
    #expect(
      outcome.output == """
        a walk
          twice so far; two to three times a week is the range
          20 min, or to the gate: the smallest is what is offered on a soft day, or
          while you are alone with the children
          its window: today 17:00-18:00
          your window is open until 18:00; held: a change of the children's is near; on
          offer from 17:40 as things stand
          at most two offers a day and eight a week, three hours apart, of all your
          goals together: one today, three this week
          it waits near a change of the children's, while they land, an hour after a
          hard moment, and while another carer is tagged out; on a soft day or after a
          broken night only rest is on offer
          what waits when its window closes is let go: nothing piles up
          three offers in a row without an answer, and it rests until you say so; 'not
          today' is an answer
          after school: answered 75% of the time lately, taken 50%, of 8 offers

        """)
    #expect(try havenctl("why wal", house: house, width: 80).output == outcome.output)
    #expect(try havenctl("why pool", house: house).errors == "havenctl: no step 'pool'\n")
  }

  @Test("respite: what each lane had, whose turn it is as an offer, standing times, and what a booking asks for")
  func respite() throws {
    let outcome = try havenctl("respite", house: FakeHouse(), width: 80)
    #expect(
      outcome.output == """
        Respite, four weeks
          couple time  ■■■■■■□□□□□□  3 of 6 h
          still to come: couple time 3 h
          next free evening: couple time
          0 of 14 nights used; an even pace is 2.6

        Standing times, and who has the children
          couple time: Fri 20 March 19:00-22:00; with Auntie Jo, known since May 2024

        Booked
          overnight, Fri 20 March 15:00 to Sun 22 March 17:00
            who has the children? 'cover' in [[respite]] says so
            ask once more whether it stands: Fri 13 March
            tell otter on Thu 19 March, and not before (ros)
            pack, and print 'havenctl care-card'
            say goodbye, and when you are back: 17:00
            back at 17:00, a promise (back-overnight-2026-03-22)
            home again: half an hour in which nothing is asked
            Mon 23 March can be a soft day: 'havenctl mode low-demand'

        """)
  }

  @Test("promises: what is open first, what is past is asked about, and what closed lately")
  func promises() throws {
    let outcome = try havenctl("promise list", house: FakeHouse(), width: 80)
    #expect(
      outcome.output == """
        kite, in 48 min, at 18:00 (ros); nan too: promise your part only
          we fly it behind the school
        den, still open from Saturday: repair or move? 'havenctl promise repaired|moved
        den'

        Lately
          bun, Sun 8 March: told before it changed, and kept

        Promises
          1 moved in time, 1 still to mend, of 2 made

        """)
  }

  @Test("several that are past are one question, and those from before the weeks told are named and left as they are")
  func past() throws {
    let house = FakeHouse()
    var view = House.promises
    func promise(_ id: String, _ date: String) -> PromisesView.Promise {
      .init(promise: id, due: House.at("16:00", date), by: "ros", set: House.at("09:00"), state: .overdue)
    }
    view.promises = [promise("den", "2026-03-07"), promise("zoo", "2026-03-09"), promise("boat", "2026-02-10")]
    house.promisesView = view
    #expect(
      try havenctl("promise list", house: house, width: 80).output == """
        den, still open from Saturday
        zoo, still open from yesterday
        repair or move? 'havenctl promise repaired|moved ID', or 'kept ID'
        from before Wed 11 February, left as they are: boat

        Promises
          1 moved in time, 1 still to mend, of 2 made

        """)
    #expect(try !havenctl("promise list --discreet", house: house).output.contains("boat"))
  }

  @Test("once it has begun, a booking tells only what is still to come")
  func begun() throws {
    let house = FakeHouse()
    house.respiteView.at = House.at("15:30", "2026-03-20")
    let lines = try havenctl("respite", house: house, width: 80).output.split(separator: "\n").map(String.init)
    #expect(
      lines.suffix(3) == [
        "    back at 17:00, a promise (back-overnight-2026-03-22)",
        "    home again: half an hour in which nothing is asked",
        "    Mon 23 March can be a soft day: 'havenctl mode low-demand'",
      ])
    #expect(!lines.contains { $0.contains("goodbye") || $0.contains("care-card") || $0.contains("can know") })
  }

  @Test(
    "forty columns hold each of them, and a discreet screen names nobody and nothing",
    arguments: ["goals", "respite", "promise list", "why walk"])
  func narrow(words: String) throws {
    let house = FakeHouse()
    house.unknownSteps = ["walk"]
    let narrow = try havenctl(words, house: house, width: 40)
    #expect(narrow.output.split(separator: "\n").allSatisfy { columns(of: String($0)) <= 40 }, "\(narrow.output)")
    let discreet = try havenctl("\(words) --discreet", house: house).output
    #expect(!discreet.isEmpty)
    for name in ["otter", "walk", "gate", "Jo", "kite", "nan", "school", "den", "read", "swim"] {
      #expect(!discreet.contains(name), "'\(name)' in \(discreet)")
    }
  }

  @Test("what a carer alone is told ahead of stands in now and tomorrow, and on no discreet screen")
  func headsUp() throws {
    let house = FakeHouse()
    let tell = HeadsUp(child: "otter", startsAt: House.at("10:00", "2026-03-21").instant)
    house.nowView.headsUp = [HeadsUpView(tell, in: .utc)]
    let output = try havenctl("now", house: house, width: 120).output
    #expect(output.contains("today is the day to tell otter what comes on Sat 21 March"))
    #expect(output.split(separator: "\n").count <= 8)
    #expect(try !havenctl("now --discreet", house: house).output.contains("tell"))
  }

  @Test("a promise has a short name; its words come on standard input, where no list of processes has them")
  func shortName() throws {
    let house = FakeHouse()
    let outcome = try havenctl("promise add 'Kite behind school' --due 17:30", house: house)
    #expect(outcome.status == .usage)
    #expect(
      outcome.errors == """
        havenctl: 'Kite behind school' is no short name: letters, digits and hyphens
        hint: havenctl promise add kite-behind-school --due WHEN --note -, with its words on standard input

        """)
    #expect(house.asked.isEmpty)
  }
}
