/// Every phrase that Haven can show, in one language and one file. A phrase that is missing does not compile.
///
/// A `Phrase` offers a first wording and others; the first that a line may show is taken, so a family that avoids a
/// word still gets a sentence. Labels and names come in as they are; the first letter of a title, and of a line of
/// a body, is raised by the caller.
protocol Catalogue: Sendable {
  // Numbers and times
  /// 0 to 99 in words.
  func spelled(_ number: Int) -> String
  /// "10 min", "ten minutes"; from two hours on in hours.
  func duration(minutes: Int, _ numbers: Numbers) -> String
  /// "17:35", "twenty-five to six".
  func clock(_ time: TimeOfDay, _ numbers: Numbers) -> String
  /// "at 11:00", "tomorrow at 11:00", "on Saturday 21 March at 10:00".
  func when(_ when: When) -> String
  /// "today", "tomorrow", "in three days": never a digit.
  func days(ahead: Int) -> String

  // Names
  /// An alias within a sentence.
  func alias(_ alias: String) -> String
  /// "otter, wren and finch"
  func list(_ names: [String]) -> String
  /// Stands for a step whose own words may not be shown.
  var neutralStep: Phrase { get }
  /// Beginnings of words that say where a child spends the day.
  var placesToLeaveOut: [WordMatch] { get }

  // Cues
  func title(_ heading: Heading, to label: String) -> Phrase
  func genericTitle(_ timing: Timing, _ numbers: Numbers) -> Phrase
  /// For several transitions in one line: who, and what comes.
  func title(names: String, labels: String) -> Phrase
  /// Two to 99, in words.
  func severalSteps(_ count: Int) -> Phrase
  /// What the carer can do.
  func tip(_ stage: CueStage, _ manner: Manner) -> Phrase
  /// What the carer can do, where the text says nothing of a family.
  func genericTip(_ stage: CueStage) -> Phrase
  func afterThat(_ label: String) -> Phrase
  /// Something small to give, out of `doses`.
  func offering(_ dose: String) -> Phrase
  /// Acts of 10 to 60 seconds that say "you are cared for".
  func doses(_ manner: Manner) -> [String]
  /// What to say to the child; twelve words at most with a short label.
  func script(_ spoken: Spoken, to label: String) -> Phrase
  /// The script at a natural stop.
  func script(stop: String, to label: String) -> Phrase
  func quoted(_ script: String) -> String
  func readyToSay(_ quoted: String) -> Phrase
  func bridge(_ text: String) -> Phrase
  func naturalStop(_ text: String) -> Phrase

  // A change with another time
  func moved(_ label: String, to clock: String) -> Phrase
  func genericMoved(to clock: String) -> Phrase
  /// The time by itself, for servers that cut a title short.
  func newTime(_ clock: String) -> Phrase
  func movedScript(_ label: String, to clock: String) -> Phrase

  // Care
  func fuel(for names: String, movementToo: Bool) -> Phrase
  func genericFuel(movementToo: Bool) -> Phrase
  /// The grown-up eats and drinks as well.
  var youToo: Phrase { get }
  /// The ways to offer a goal, taken in turn so that none wears out; the smallest version comes first.
  func nudges(smallest: String, or name: String) -> [Phrase]
  /// The ways to offer one thing: a goal of one size, or the small dose of any.
  func nudges(_ name: String) -> [Phrase]
  /// Under a smallest version on its own: what it is a part of.
  func smallVersion(of name: String) -> Phrase
  var neutralNudge: Phrase { get }
  /// "Not today" is a full answer.
  var easyNo: String { get }
  /// The words by which a family's own line is known to end with an easy no.
  var easyNoMarks: [String] { get }

  // Fixed lines
  func appointment(_ label: String, _ when: String) -> Phrase
  func neutralAppointment(_ when: String) -> Phrase
  func promise(_ label: String, _ when: String) -> Phrase
  func neutralPromise(_ when: String) -> Phrase
  var promiseBody: Phrase { get }
  func respite(_ lane: Lane, _ when: String) -> Phrase
  func neutralRespite(_ when: String) -> Phrase
  /// A week ahead, while it can still be arranged.
  var respiteBody: Phrase { get }
  func tell(_ name: String) -> Phrase
  var neutralTell: Phrase { get }
  var tellBody: Phrase { get }
  func marked(_ days: String) -> Phrase
  var markedBody: Phrase { get }
  var digest: Phrase { get }
  /// To whom something small was offered today.
  func offeredToday(_ names: String) -> Phrase
  var digestBody: Phrase { get }
  var review: Phrase { get }
  /// One to take away, a week; about what went well, because a child may read it.
  var reviewQuestions: [Phrase] { get }
  var reviewBody: Phrase { get }
  /// A soft day has lasted for days: is it still right?
  var stillSoft: Phrase { get }
  /// "In 2 h."
  func ahead(_ duration: String) -> Phrase
  /// A day ahead.
  var justSoYouKnow: Phrase { get }

  // About Haven itself
  /// The disk takes nothing.
  var fromMemory: Phrase { get }
  var fromMemoryBody: Phrase { get }

  // Between carers
  func swap(_ swap: Line.Swap) -> Phrase
  func swapBody(_ swap: Line.Swap) -> Phrase

  // Buttons
  func answer(_ answer: Answer, to buttons: Buttons) -> String
}

/// Which set of buttons a notification has.
enum Buttons: Sendable, Equatable, CaseIterable {
  case cue
  /// A cue that a child under six may see: no digits.
  case cueInWords
  case care
  /// "Swap, please."
  case swap
  /// "Back in, or ten more?"
  case over
}
