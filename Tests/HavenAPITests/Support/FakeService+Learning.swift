@testable import HavenAPI
@testable import HavenCore

extension FakeService {
  func suggestions(as carer: CarerID?) throws(ServiceError) -> SuggestionsView {
    try answer("suggestions \(carer ?? "-")", Samples.suggestions)
  }
  func worksheets(of child: ChildID?, as carer: CarerID?) throws(ServiceError) -> WorksheetsView {
    try answer("worksheets \(child ?? "-") \(carer ?? "-")", Samples.worksheets)
  }
  func questions(as carer: CarerID?) throws(ServiceError) -> QuestionsView {
    try answer("questions \(carer ?? "-")", Samples.questions)
  }
  func trials(as carer: CarerID?) throws(ServiceError) -> TrialsView {
    try answer("trials \(carer ?? "-")", Samples.trials)
  }
  func notes(of child: ChildID?, count: Int, as carer: CarerID?) throws(ServiceError) -> NotesView {
    try answer("notes \(child ?? "-") \(count) \(carer ?? "-")", Samples.notes)
  }
  func balance(as carer: CarerID?) throws(ServiceError) -> BalanceView {
    try answer("balance \(carer ?? "-")", Samples.balance)
  }
  func capacity(as carer: CarerID?) throws(ServiceError) -> CapacityView {
    try answer("capacity \(carer ?? "-")", Samples.capacity)
  }
}

extension Samples {
  static let worksheets = WorksheetsView(
    at: at("17:12"),
    worksheets: [
      .init(
        Facts.KeptWorksheet(
          sheet: Worksheet(
            number: 1, child: "otter", text: "a", words: "b", note: "c", revisit: CivilDate("2026-03-14")), by: "ros",
          at: at("10:00").instant), zone: zone)
    ], notNow: "a soft day asks for no solving")
  static let questions = QuestionsView(
    at: at("17:12"), carer: "ros",
    questions: [
      .init(
        Facts.KeptQuestion(
          question: Question(number: 1, audience: .therapist, text: "a"), by: "ros", at: at("10:00").instant),
        zone: zone)
    ])

  static let trial: Facts.KeptTrial = {
    var trial = Trial(step: "bath", child: "otter", change: .minutes, value: "30", until: CivilDate("2026-03-09"))
    (trial.from, trial.before, trial.tried) = (CivilDate("2026-02-24"), "20 · 0", "30 · 0")
    var facts = Facts()
    facts.begin(trial)
    return facts.trials[0]
  }()
  static let arms = TrialFigures(
    trial,
    (0..<20).map {
      Occurrence(
        date: CivilDate("2026-02-15")! + $0, at: TimeOfDay("18:40")!, step: "bath", child: "otter",
        hard: $0 % 5 == 0 ? 2 : 0, settle: $0 % 5 == 0 ? $0 + 1 : nil)  // a date and a time
    }, others: [])
  static let trials: TrialsView = {
    var row = TrialsView.Row(trial, arms, today: CivilDate("2026-03-10")!)  // a date
    row.changes = [configChange]
    row.places = ["haven.toml:41"]
    return TrialsView(at: at("17:12"), trials: [row])
  }()
  static let notes = NotesView(
    at: at("17:12"),
    notes: [
      .init(
        Facts.KeptNote(note: Note(child: "otter", text: "a"), act: 7, at: at("10:00").instant, by: "ros"), zone: zone)
    ])
  static let balance: BalanceView = {
    var view = BalanceView(
      at: at("17:12"), monday: CivilDate("2026-03-09")!, answered: 3,  // a date
      balance: BalanceFigures([.structure, .structure, .even]).map(BalanceFiguresView.init), sides: .init([]),
      doses: ["a hand on a shoulder"])
    view.boundary = .init(Boundary(name: "hands", feeling: "a", limit: "b"))
    return view
  }()
  static let capacity = CapacityView(
    at: at("17:12"), carer: "ros", level: 2, lighter: [.init(name: "hair", command: "havenctl skip hair")])

  static let configChange = ConfigChange(
    file: "haven.toml", line: 41, before: ["transition = \"hard\""], after: ["transition = \"normal\""])

  static let suggestions: SuggestionsView = {
    let found = [
      Suggestion(.softDay("otter"), count: 2),
      Suggestion(.shorter("bath", "otter", from: .hard, to: .normal), count: 11, of: 12),
      Suggestion(.drop("bath", "otter", rung: "15", left: ["P20", "5", "0"]), count: 3, of: 3),
      Suggestion(.longer("shoes", "wren", from: .veryHard, to: nil), count: 3, of: 5),
      Suggestion(.keep(trial, arms, from: nil, to: nil), count: 9, of: 10),
    ]
    var rows = found.enumerated().map { SuggestionsView.Row($1, number: $0 + 1) }
    rows[1].changes = [configChange]
    rows[3].places = ["haven.toml:12"]
    return SuggestionsView(
      at: at("17:12"), carer: "ros", suggestions: rows, few: false,
      accepted: .init(id: "shorter/tea/otter/easy", at: at("16:00"), changes: [configChange]))
  }()
}
