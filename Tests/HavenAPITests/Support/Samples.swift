import HavenCore

@testable import HavenAPI

/// One of each view with everything in it, at 17:12 on a Tuesday.
enum Samples {
  static let zone = Zone(name: "Europe/Home", fixedOffset: 3600)

  static func at(_ time: String) -> Stamp {
    Stamp(zone.instant(of: CivilDateTime("2026-03-10T\(time)")!), in: zone)  // a literal
  }

  static let cue = CueID("2026-03-10/tablet-ends/otter/P20")!  // a literal
  static let held = NowView.Held(
    id: cue, name: "tablet ends", at: at("17:25"), reason: "nobody-on-duty", since: at("17:05"))

  static let now: NowView = {
    var view = NowView(
      at: at("17:12"), zone: zone.name, day: "school-day", carer: "ros",
      children: [
        NowView.Child(
          child: "otter", step: "tablet", name: "tablet", since: at("16:45"), until: at("17:25"), secondsLeft: 780),
        NowView.Child(child: "wren", state: .asleep),
      ],
      nextStep: NowView.NextStep(
        at: at("17:25"), step: "tablet-ends", name: "tablet ends", children: ["otter"], secondsLeft: 780),
      nextCue: NowView.NextCue(at: at("17:20"), id: cue, name: "tablet ends", secondsLeft: 480),
      duty: NowView.Carer(id: "ros", name: "Ros"), mode: .lowDemand)
    view.silence = NowView.Silence(reason: "quiet", until: at("18:30"))
    view.modes = [NowView.ChildMode(child: "otter", mode: .lowDemand, until: at("23:59"))]
    view.fuel = [NowView.Fuel(child: "otter", food: 6600, water: nil)]
    view.promisesDue = 2
    view.window = NowView.Window(goal: "walk", name: "walk to the gate", until: at("18:00"))
    view.held = [held]
    view.screen = ScreenHold(reason: "do-not-disturb", since: at("17:00"))
    view.passed = [
      NowView.Passed(step: "craft", name: "craft", child: "wren", at: at("17:02"), secondsAgo: 600)
    ]
    view.offer = offer
    view.late = [late]
    view.small = small
    view.worksheetsDue = 1
    view.questionsKept = 3
    view.gently = 3
    view.hint = "havenctl check"
    return view
  }()

  static let handover: HandoverView = {
    var view = HandoverView(at: at("17:12"), carer: "imani", since: at("14:00"))
    view.by = NowView.Carer(id: "ros", name: "Ros")
    view.writtenAt = at("17:10")
    view.children = now.children
    view.nextStep = now.nextStep
    view.said = [HandoverView.Said(child: "otter", rung: "15", at: at("17:10"))]
    view.nextCue = now.nextCue
    view.states = [
      HandoverView.State(child: "otter", state: "wobbly", hardSecondsAgo: 2400),
      HandoverView.State(child: "wren", state: nil, hardSecondsAgo: nil),
    ]
    view.fuel = [HandoverView.Fuel(child: "otter", food: 3900, water: nil, moved: 2400)]
    view.timesUp = 2
    view.meds = "given"
    view.promises = [HandoverView.Promise(promise: "kite", due: at("17:30"), by: "ros")]
    view.held = ["hands"]
    view.choices = ["shoes-or-boots"]
    view.helped = ["trampoline"]
    view.changes = ["bath 10 min later"]
    view.knows = ["otter"]
    view.level = 3
    view.line = "he asked about the train"
    return view
  }()

  static let offer = OfferView(
    what: .stillRight, children: ["otter"], since: at("07:00"), yes: "havenctl mode sick otter",
    no: "havenctl mode ordinary otter")

  static let late = LateView(
    child: "otter", step: "homework", next: "tea", name: "tea", at: at("17:45"), seconds: 600,
    commands: ["havenctl delay tea 10m"])

  static let change = DayView.Change(
    what: .swapped, step: "bath", name: "bath", children: ["otter"], was: at("18:40"), at: at("19:00"), by: "ros",
    with: "story")

  static let conflict = DayView.Conflict(
    what: .overlap, at: at("17:45"), steps: ["homework", "tea"], children: ["otter"], carer: "ros", seconds: 600)

  static let mode = ModeView(
    at: at("17:12"), mode: .ordinary,
    modes: [
      ModeView.Soft(
        child: "otter", mode: .sick, since: at("07:00"), until: at("23:59"), age: 4, food: 120, water: 60, nurture: 6,
        boundaries: ["hands"])
    ], left: [change], offer: offer)

  static let step = DayView.Step(
    at: at("17:25"), until: at("17:45"), step: "tablet-ends", name: "tablet ends", children: ["otter"], carer: "ros",
    tags: ["structure", "core"], anchor: "end", transitions: [DayView.Transition(child: "otter", size: "hard")],
    away: false, movedBy: 600)

  static let day: DayView = {
    var view = DayView(
      date: CivilDate("2026-03-10")!, day: "school-day", mode: .ordinary, zone: zone.name, steps: [step],
      cues: [DayView.Cue(at: at("17:05"), id: cue, secondsLeft: 1200, to: "ros", leaveCard: false)])
    view.changes = [change]
    view.conflicts = [conflict]
    view.late = [late]
    return view
  }()

  static let tomorrow = TomorrowView(
    date: CivilDate("2026-03-11")!, day: "holiday", usual: CivilDate("2026-03-04")!, usualDay: "school-day",
    differences: [
      TomorrowView.Difference(
        what: .moved, step: "tea", name: "tea", at: at("17:45"), usually: at("18:00"), children: ["otter"])
    ],
    first: step)

  static let next = NextView(
    at: at("17:12"),
    items: [
      NextView.Item(
        at: at("17:20"), what: .cue, step: "tablet-ends", name: "tablet ends", children: ["otter"], secondsLeft: 480,
        id: cue, to: "ros")
    ])

  static let why = WhyView(
    date: CivilDate("2026-03-10")!, at: at("17:25"), step: "tablet-ends", name: "tablet ends", why: "Because.",
    movedBy: 600,
    ladders: [
      WhyView.Ladder(
        child: "otter", size: "hard", decisions: ["hard, at working age 5: P20"],
        rungs: [
          WhyView.Rung(
            at: at("17:05"), id: cue, secondsLeft: 1200, state: "suppressed", reason: "quiet", to: "ros",
            waits: [Wait(reason: "do-not-disturb", since: at("17:05"), until: at("17:08"))])
        ], dismissed: ["15"])
    ])

  static let status: StatusView = {
    var view = StatusView(
      program: "0.1.0", pid: 4242, at: at("17:12"), startedAt: at("07:00"), uptime: 36_720, zone: zone.name,
      config: StatusView.Config(
        directory: "/home/ros/.config/haven", files: ["haven.toml"], loadedAt: at("07:00"), state: .faulty,
        problems: ["haven.toml:3:1: error: x"], warnings: 1),
      notifier: StatusView.Notifier(to: "desktop", state: "ready", server: "dunst", locked: true, inhibited: true),
      ledger: StatusView.Ledger(path: "/home/ros/.local/state/haven/haven.db"), nextWake: at("17:20"))
    view.held = [held]
    view.waited = [
      Waited(
        id: cue, name: "tablet ends", reason: "no-server", since: at("17:05"), until: at("17:08"), then: "claimed")
    ]
    view.screen = ScreenHold(reason: "locked", since: at("17:00"))
    view.desktop = [DesktopFact(source: "logind", fact: .locked, isTrue: true)]
    view.untold = [.idle, .fullScreen]
    view.carers = ["ros", "imani"]
    view.hooks = [hook]
    view.sharing = StatusView.Sharing(directory: "/srv/haven/shared", here: ["imani"], absent: [], problems: ["a"])
    view.clock = ["set forward by 2 h at 12:00"]
    view.clockSources = ["timer", "clocks", "logind"]
    view.notifier.bus = true
    view.notifier.ready = true
    view.notifier.capabilities = ["actions", "body"]
    view.ledger.troubled = false
    view.ledger.bytes = 81_920
    view.ledger.pending = 0
    view.ledger.aside = ["/home/ros/.local/state/haven/haven.db.corrupt-20260310T170500"]
    view.ledger.faults = []
    view.hint = "havenctl check"
    return view
  }()

  static let line = Line(
    kind: .cue, at: at("17:05").instant, to: "ros", level: .public, items: [Line.Item(id: cue, secondsLeft: 1200)])

  static let events: [EventView] = [
    .line(SimulatedLine(line, title: "Otter in twenty minutes", body: "Go and join in.", zone: zone), sequence: 1),
    .state(
      LedgerEntry(
        id: "\(cue)", kind: .cue, state: .snoozed, reason: .quiet, dueAt: at("17:05").instant, at: at("17:06").instant,
        to: "ros", until: at("17:11").instant), sequence: 2, zone: zone),
    .act(
      Act(
        id: 1, at: at("17:06").instant, date: CivilDate("2026-03-10")!, by: "ros",
        command: .delay(step: "tablet-ends", minutes: 10)), sequence: 3, zone: zone),
    .change(.config, sequence: 4, at: at("17:07")),
  ]

  static let act: ActView = {
    var act = ActView(at: at("17:12"), by: "ros", command: "done tea", lines: ["done: tea"])
    act.hard = hard
    return act
  }()
  static let small = NowView.SmallThing(
    kind: "dose", topic: "drip", child: "otter", text: "a hand on a shoulder", until: at("17:20"))
  static let hardMoments = HardListView(
    at: at("17:12"),
    moments: [
      HardMomentView(
        moment: 41, at: at("17:05"), by: "ros", child: "otter", size: 3, settle: 10, tags: ["tired"], helped: ["tea"],
        step: "tablet-ends", name: "tablet ends", note: "left the room"),
      HardMomentView(moment: 40, at: at("16:05"), by: "ros"),
    ])
  static let hard: HardView = {
    var view = HardView(moment: hardMoments.moments[0])
    view.bodies = [
      .init(child: "otter", food: 9300, water: 60, moved: 60, slept: 22_800, sleepLogged: true, offer: ["food"])
    ]
    view.duty = .init(id: "ros", name: "Ros")
    view.helps = ["trampoline"]
    view.restsUntil = at("17:32")
    view.asksAgainAt = at("18:12")
    view.reworded = [.init(said: "defiant", rather: "not-able-to-yet")]
    view.pointsToHelp = true
    return view
  }()
  static let reload = ReloadView(at: at("17:12"), files: ["haven.toml"], warnings: ["haven.toml:3:1: warning: x"])
}

extension Samples {
  static let review: ReviewView = {
    var records = FigureRecords()
    records.allowance = .init(nights: 14, per: .year)
    let sunday = CivilDate("2026-03-15")!  // a date
    return ReviewView(Figures(records, today: sunday, week: sunday), at: at("17:12"), question: "What helped?")
  }()
  static let quarter = QuarterView(
    QuarterFigures(.init(), today: CivilDate("2026-03-15")!), at: at("17:12"))  // a date
}
