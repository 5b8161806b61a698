import HavenConfig
import HavenCore

/// An engine with a family in it, and a while that it lives through.
struct LivedHouse {
  var engine: Engine
  private(set) var now: Instant
  private let wording: Wording

  /// A Tuesday in March, a quarter past five in London.
  static let start = Instant(seconds: 1_773_162_900)

  init(_ configuration: Configuration, at now: Instant = start) {
    self.now = now
    engine = Engine(household: configuration.household, zone: configuration.zone, now: now)
    wording = Wording(household: configuration.household, zone: configuration.zone, language: .english)
  }

  /// Time passes, at most so many things come due, and each is said and taken.
  mutating func live(_ wakes: Int) {
    perform(engine.handle(.timePassed, now: now))
    for _ in 0..<wakes {
      guard let wake = engine.nextWake(), wake < LivedHouse.start + 3 * 86_400 else { return }
      now = max(wake, now + 1)
      perform(engine.handle(.timePassed, now: now))
    }
  }

  mutating func perform(_ effects: [Effect]) {
    for case .show(let delivery) in effects {
      let words = engine.words(for: delivery.line, in: wording)
      precondition(!words.title.isEmpty, "a bubble without a title")
      _ = engine.handle(.delivered(delivery), now: now)
    }
  }

  /// Two carers, two children, and one of everything that a command can name.
  static let family: Configuration = {
    do throws(ConfigurationError) {
      return try loader.load(text: Array(familyText.utf8), named: "family.toml")
    } catch {
      preconditionFailure("\(error)")  // the text below is a constant, and a test loads it
    }
  }()

  /// Asks the file system for nothing but zones: its helper for .ics files is not there.
  static let loader = ConfigurationLoader(
    directory: "/nonexistent", systemZone: { .utc }, icsHelper: "/nonexistent/haven-ics", language: .english)

  private static let familyText = """
    [household]
    timezone = "Europe/London"

    [[carer]]
    id = "ros"
    name = "Ros"
    login = "ros"

    [[carer]]
    id = "imani"
    name = "Imani"
    login = "imani"

    [[child]]
    id = "otter"
    working-age = 5
    key-carer = "ros"
    helps = ["water", "a den"]

    [[child]]
    id = "wren"
    working-age = 9

    [[routine]]
    id = "day"
    name = "day"
    steps = ["07:00 up", "08:20 shoes, hard"]

    [[routine.step]]
    id = "tablet-ends"
    at = "17:25"
    name = "tablet ends"
    who = ["otter"]
    tags = ["core"]
    transition = "hard"

    [[routine.step]]
    id = "tea"
    at = "17:45"
    name = "tea"
    tags = ["core", "food", "water", "nurture"]
    transition = "normal"

    [[routine.step]]
    id = "bed"
    at = "19:45"
    name = "bed"
    tags = ["core", "sleep"]
    transition = { otter = "easy", wren = "normal" }

    [[boundary]]
    name = "no hitting"
    limit = "hands are for holding"

    [[goal]]
    id = "walk"
    carer = "ros"
    domain = "body"
    name = "a walk"
    minutes = 20
    target = "3 per week"
    window = "09:00-20:00"

    [[respite]]
    lane = "solo"
    for = "ros"
    target = "4h per week"
    """
}
