import HavenAPI
import HavenCore

/// A family at 17:12 on a Tuesday.
enum House {
  static func at(_ time: String, _ date: String = "2026-03-10") -> Stamp { Stamp("\(date)T\(time):00Z")! }  // a literal
  static func cue(_ rung: String) -> CueID { CueID("2026-03-10/tablet-ends/otter/\(rung)")! }  // a literal

  static let now: NowView = {
    var view = NowView(
      at: at("17:12"), zone: "UTC", day: "school-day", carer: "ros",
      children: [
        .init(
          child: "otter", step: "tablet", name: "tablet", since: at("16:45"), until: at("17:25"), secondsLeft: 780,
          next: .init(at: at("17:25"), step: "tablet-ends", name: "tablet ends, help lay the table", secondsLeft: 780)),
        .init(
          child: "wren", step: "craft", name: "craft", since: at("16:45"), until: at("17:45"), secondsLeft: 1980,
          next: .init(at: at("17:45"), step: "tea", name: "tea", secondsLeft: 1980)),
        .init(child: "finch", step: "school", name: "school", since: at("08:25"), state: .away),
      ],
      nextStep: .init(
        at: at("17:25"), step: "tablet-ends", name: "tablet ends, help lay the table", children: ["otter"],
        secondsLeft: 780),
      nextCue: .init(at: at("17:20"), id: cue("5"), name: "tablet ends, help lay the table", secondsLeft: 480),
      duty: .init(id: "ros", name: "Ros"))
    return view
  }()

  static let next: [NextView.Item] = [
    .init(
      at: at("17:20"), what: .cue, step: "tablet-ends", name: "tablet ends", children: ["otter"], secondsLeft: 480,
      id: cue("5"), to: "ros"),
    .init(
      at: at("17:25"), what: .step, step: "tablet-ends", name: "tablet ends", children: ["otter"], secondsLeft: 780),
    .init(
      at: at("06:50", "2026-03-11"), what: .step, step: "wake", name: "wake together", children: ["otter", "wren"],
      secondsLeft: 49_080),
  ]

  static let day = DayView(
    date: CivilDate("2026-03-10")!, day: "school-day", mode: .lowDemand, zone: "UTC",
    steps: [
      step("07:30", "dressed", "get dressed", ["wren"], size: "normal"),
      step("08:25", "leave", "leave for school", ["otter", "wren"], anchor: "fixed", away: true),
      step("17:35", "tablet-ends", "tablet ends, help lay the table", ["otter"], size: "hard", movedBy: 600),
    ], cues: [])

  static func step(
    _ time: String, _ id: String, _ name: String, _ children: [String], anchor: String = "start", size: String? = nil,
    away: Bool = false, movedBy: Int? = nil
  ) -> DayView.Step {
    .init(
      at: at(time), until: nil, step: id, name: name, children: children, carer: "ros", tags: ["structure"],
      anchor: anchor, transitions: size.map { [.init(child: children[0], size: $0)] } ?? [], away: away,
      movedBy: movedBy)
  }

  static let tomorrow = TomorrowView(
    date: CivilDate("2026-03-11")!, day: "holiday", usual: CivilDate("2026-03-04")!, usualDay: "school-day",
    differences: [
      .init(what: .added, step: "outing", name: "outing", at: at("10:00", "2026-03-11"), children: ["otter", "wren"]),
      .init(
        what: .moved, step: "tea", name: "tea", at: at("17:30", "2026-03-11"), usually: at("17:45", "2026-03-04"),
        children: ["otter"]),
      .init(
        what: .missing, step: "leave", name: "leave for school", at: at("08:25", "2026-03-04"), children: ["otter"]),
    ],
    first: step("07:00", "wake", "wake together", ["otter"]))

  static let why = WhyView(
    date: CivilDate("2026-03-10")!, at: at("17:25"), step: "tablet-ends", name: "tablet ends",
    why: "Stopping in the middle is the hard part, not stopping.",
    ladders: [
      .init(
        child: "otter", size: "hard", decisions: ["hard, at working age 5: P20 · 15 · 5 · L2 · 0"],
        rungs: [
          .init(at: at("17:05"), id: cue("P20"), secondsLeft: 1200, state: "shown", to: "ros"),
          .init(at: at("17:10"), id: cue("15"), secondsLeft: 900, state: "suppressed", reason: "hush", to: "ros"),
          .init(at: at("17:25"), id: cue("0"), secondsLeft: 0, state: "planned"),
        ])
    ])

  static let status: StatusView = {
    var view = StatusView(
      program: "0.1.0", pid: 4242, at: at("17:12"), startedAt: at("07:00"), uptime: 36_720, zone: "Europe/London",
      config: .init(
        directory: "/home/ros/.config/haven", files: ["/home/ros/.config/haven", "haven.toml", "school.ics"],
        loadedAt: at("17:00"), state: .ok, warnings: 1),
      notifier: .init(to: "desktop", state: "ready", server: "dunst 1.9.0", inhibited: true),
      ledger: .init(path: "/home/ros/.local/state/haven/haven.db"), nextWake: at("17:20"))
    view.held = [.init(id: cue("5"), name: "tablet ends", at: at("17:25"), reason: "nobody-on-duty")]
    return view
  }()

  static let hardMoments = HardListView(
    at: at("17:12"),
    moments: [
      .init(
        moment: 41, at: at("17:05"), by: "ros", child: "otter", size: 3, settle: 10, tags: ["tired", "change"],
        helped: ["tea"], step: "tablet-ends", name: "tablet ends", note: "shouted, left the room"),
      .init(moment: 7, at: at("16:40", "2026-03-09"), by: "imani", size: 1),
    ])

  static let hard: HardView = {
    var view = HardView(moment: .init(moment: 41, at: at("17:12"), by: "ros", child: "otter", step: "tablet-ends"))
    view.moment.name = "tablet ends"
    view.bodies = [
      .init(child: "otter", food: 9300, water: 4200, moved: 10_800, slept: 22_800, sleepLogged: true, offer: ["food"])
    ]
    view.duty = .init(id: "ros", name: "Ros")
    view.helps = ["ten on the trampoline"]
    view.restsUntil = at("17:32")
    view.asksAgainAt = at("18:12")
    return view
  }()
}
