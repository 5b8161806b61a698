import HavenAPI
import HavenCore

/// One child's weeks in numbers, for people outside of the house: what was hard, what helped, what was kept.
struct MeetingSummary {
  let child: ChildID
  let from: CivilDate
  let to: CivilDate
  private(set) var steps: [StepID: Change] = [:]
  private(set) var sizes = [0, 0, 0]
  private var settles: [Int] = []
  private(set) var tags: [String: Int] = [:]
  private(set) var helped: [String: Int] = [:]
  private(set) var promises: [String: Int] = [:]
  private(set) var nurture = 0
  private(set) var softDays = 0
  private(set) var notes: [(date: CivilDate, text: String)] = []

  struct Change {
    var hard = 0
    var times = 0
  }

  init(child: ChildID, from: CivilDate, to: CivilDate) {
    self.child = child
    self.from = from
    self.to = to
  }

  mutating func add(_ record: RecordView) {
    switch record.what {
    case .week:
      steps[record.step ?? "", default: Change()].hard += record.hard ?? 0
      steps[record.step ?? "", default: Change()].times += record.times ?? 0
    case .hard:
      if let size = record.size, sizes.indices.contains(size - 1) { sizes[size - 1] += 1 }
      if let settle = record.settle { settles.append(settle) }
      for tag in record.tags ?? [] { tags[tag, default: 0] += 1 }
      for word in record.helped ?? [] { helped[word, default: 0] += 1 }
    case .promise: promises[record.became ?? "", default: 0] += 1
    case .nurture: nurture += 1
    case .mode: if record.mode != .ordinary { softDays += 1 }
    case .noticed, .note, .respite, .act, .state: break
    }
    if let note = record.note, !note.isEmpty { notes.append((record.at.wall.date, note)) }
  }

  /// The middle one of the minutes to settle; nil where none was noted.
  var settle: Int? {
    guard !settles.isEmpty else { return nil }
    let sorted = settles.sorted()
    let upper = sorted[sorted.count / 2]
    return sorted.count % 2 == 1 ? upper : (sorted[sorted.count / 2 - 1] + upper + 1) / 2
  }

  /// Changes that were hard at least once, those that were so most often first.
  var hardChanges: [(step: StepID, change: Change)] {
    steps.filter { $0.value.hard > 0 && !$0.key.isEmpty }
      .sorted { ($1.value.hard, $0.key) < ($0.value.hard, $1.key) }.map { ($0.key, $0.value) }
  }

  static func commonest(_ counts: [String: Int]) -> [(word: String, count: Int)] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// What `export --meeting --json` prints.
  var view: View { View(self) }

  struct View: Encodable {
    var version = 1
    var kind = "meeting"
    var child: ChildID
    var from: CivilDate
    var to: CivilDate
    var changes: [Counted]
    var wobbles: Int
    var hard: Int
    var unsafe: Int
    var settle: Int?
    var tags: [Word]
    var helped: [Word]
    var nurture: Int
    var softDays: Int
    var promises: [Word]
    var notes: [Note]

    struct Counted: Encodable {
      var step: StepID
      var hard: Int
      var times: Int
    }
    struct Word: Encodable {
      var word: String
      var count: Int
    }
    struct Note: Encodable {
      var date: CivilDate
      var text: String
    }

    init(_ summary: MeetingSummary) {
      (child, from, to) = (summary.child, summary.from, summary.to)
      changes = summary.hardChanges.map { Counted(step: $0.step, hard: $0.change.hard, times: $0.change.times) }
      (wobbles, hard, unsafe) = (summary.sizes[0], summary.sizes[1], summary.sizes[2])
      settle = summary.settle
      tags = MeetingSummary.commonest(summary.tags).map(Word.init)
      helped = MeetingSummary.commonest(summary.helped).map(Word.init)
      (nurture, softDays) = (summary.nurture, summary.softDays)
      promises = MeetingSummary.commonest(summary.promises).map(Word.init)
      notes = summary.notes.map(Note.init)
    }
  }
}

extension TextRender {
  func meeting(_ summary: MeetingSummary) -> [String] {
    let who = style.isDiscreet ? "One child" : printable(summary.child)
    var lines = ["\(who): for a review meeting, \(summary.from) to \(summary.to)", RecordPage.banner]
    func add(_ title: String, _ words: [(word: String, count: Int)]) {
      guard !words.isEmpty else { return }
      lines += ["", "\(title): " + words.map { "\(printable($0.word)) \($0.count)" }.joined(separator: " · ")]
    }
    let sizes = zip(["wobble", "hard", "unsafe"], summary.sizes).filter { $0.1 > 0 }.map { (word: $0.0, count: $0.1) }
    add("Hard moments", sizes)
    if let settle = summary.settle { lines.append("settled in \(settle) min, in the middle") }
    if !summary.hardChanges.isEmpty {
      lines += ["", "Changes that were hard"]
      lines += table(
        summary.hardChanges.map {
          ["  \(printable($0.step))", "hard \($0.change.hard) of \(counted($0.change.times, "time", "times"))"]
        }, width: style.width)
    }
    add("Underneath", MeetingSummary.commonest(summary.tags))
    add("What helped", MeetingSummary.commonest(summary.helped))
    add("Promises", MeetingSummary.commonest(summary.promises))
    if summary.nurture > 0 { lines += ["", "Nurture offered \(counted(summary.nurture, "time", "times"))"] }
    if summary.softDays > 0 { lines += ["", "Soft days begun: \(summary.softDays)"] }
    if !summary.notes.isEmpty { lines += ["", "Notes"] }
    for note in summary.notes {
      let text = note.text.split(separator: "\n").map { printable($0) }.joined(separator: " ")
      lines.append("  \(note.date)  \(text)")
    }
    return lines
  }
}
