import HavenCore

/// A family out of a seed, as the TOML that it would have written.
struct RandomHousehold {
  let toml: String
  /// The zone of the machine, and the household's where it names none.
  let zoneName: String
  let namesItsZone: Bool
  /// Where the story begins: at or just before what the zone is known for.
  let start: CivilDate
  let children: [String]
  let carers: [String]
  let steps: [String]

  /// Zones with the changes that clocks get wrong: half an hour, a negative summer, a missing day, two hours, midnight.
  static let zones: [(name: String, dates: [String])] = [
    ("Australia/Lord_Howe", ["2026-04-05", "2026-10-04"]), ("Europe/Dublin", ["2026-03-29", "2026-10-25"]),
    ("Pacific/Apia", ["2011-12-30", "2011-12-29", "2011-09-24"]), ("America/St_Johns", ["2010-11-07", "2026-03-08"]),
    ("Africa/Casablanca", ["2026-02-15", "2026-03-22"]), ("Asia/Kolkata", ["2026-06-10"]),
    ("Antarctica/Troll", ["2026-03-29", "2026-10-25"]), ("Europe/London", ["2026-03-29", "2026-10-25", "2026-07-01"]),
    ("America/New_York", ["2026-03-08", "2026-11-01"]), ("America/Sao_Paulo", ["2018-11-04", "2018-02-18"]),
    ("Pacific/Chatham", ["2026-04-05", "2026-09-27"]), ("Asia/Kathmandu", ["2026-08-01"]),
    ("America/Havana", ["2026-03-08", "2026-11-01"]), ("Pacific/Kiritimati", ["1994-12-31"]),
  ]

  init(_ random: inout SplitMix64) {
    let (zoneName, dates) = random.pick(Self.zones)
    self.zoneName = zoneName
    namesItsZone = random.chance(60)
    let special = CivilDate(random.pick(dates)) ?? CivilDate(dayNumber: 20_522)
    start = special - random.number(0...2)
    let writer = FamilyWriter(&random, zone: namesItsZone ? zoneName : nil)
    toml = writer.text
    (children, carers, steps) = (writer.children, writer.carers, writer.steps)
  }
}

/// Writes the tables one after the other.
private struct FamilyWriter {
  var text = ""
  let children: [String]
  let carers: [String]
  var steps: [String] = []

  private static let places = [
    "tea", "bath", "story", "shoes", "park", "tablet", "drawing", "homework", "supper", "garden", "piano", "swim",
    "lunch", "breakfast", "bus", "nap time", "screen off", "pyjamas", "teeth", "walk", "letters", "choir", "cards",
  ]

  init(_ random: inout SplitMix64, zone: String?) {
    children = Array(["otter", "finch", "wren", "badger"].prefix(random.number(1...4)))
    carers = Array(["ros", "imani", "sol"].prefix(random.number(1...3)))
    household(&random, zone: zone)
    for carer in carers { self.carer(carer, &random) }
    for child in children { self.child(child, &random) }
    text +=
      "[[day]]\nid = \"school-day\"\non = \"Mon-Fri\"\nschool = true\n\n[[day]]\nid = \"weekend\"\non = \"Sat, Sun\"\n\n"
    let shared = random.chance(40)
    routine("every", days: nil, count: shared ? random.number(4...9) : random.number(1...3), &random)
    if !shared {
      routine("weekdays", days: "school-day", count: random.number(3...7), &random)
      routine("weekends", days: "weekend", count: random.number(2...5), &random)
    }
    if random.chance(50) { goal(&random) }
  }

  private mutating func household(_ random: inout SplitMix64, zone: String?) {
    text += "[household]\n"
    if let zone { text += "timezone = \"\(zone)\"\n" }
    text += "text = \"\(random.pick(["public", "public", "full", "generic"]))\"\n"
    if random.chance(30) { text += "locked = \"nothing\"\n" }
    if random.chance(50) { text += "digest = \"\(time(random.number(18 * 60...21 * 60)))\"\n" }
    text += "\n"
  }

  private mutating func carer(_ id: String, _ random: inout SplitMix64) {
    text += "[[carer]]\nid = \"\(id)\"\nname = \"\(id.capitalizedFirst)\"\n"
    switch random.number(1...4) {
    case 1: text += "quiet = []\n"
    case 2: text += "quiet = [\"\(time(random.number(19 * 60...23 * 60)))-\(time(random.number(5 * 60...8 * 60)))\"]\n"
    case 3: text += "quiet = [\"13:00-14:00\", \"21:30-06:30\"]\n"
    default: break
    }
    if id != "ros" || random.chance(15) {
      if random.chance(50) { text += "away = [\"Mon-Fri \(time(random.number(6 * 60...10 * 60)))-16:30\"]\n" }
      if random.chance(30) { text += "asleep = [\"23:00-05:30\"]\n" }
    }
    text += "\n"
  }

  private mutating func child(_ id: String, _ random: inout SplitMix64) {
    text += "[[child]]\nid = \"\(id)\"\n"
    if random.chance(85) { text += "working-age = \(random.number(1...15))\n" }
    if random.chance(40) { text += "key-carer = [\"\(random.pick(carers))\"]\n" }
    if random.chance(20) { text += "fuel = false\n" }
    if random.chance(15) { text += "ladder = \"\(random.pick(["short", "classic", "runway", "long"]))\"\n" }
    text += "\n"
  }

  private mutating func routine(_ id: String, days: String?, count: Int, _ random: inout SplitMix64) {
    text += "[[routine]]\nid = \"\(id)\"\n"
    if let days { text += "days = [\"\(days)\"]\n" }
    text += "\n"
    // Some in the small hours, where the clocks change; several close together, where ladders clamp and merge.
    var minute = random.chance(40) ? random.number(0...200) : random.number(360...600)
    for number in 1...count {
      step("\(id)-\(number)", at: minute, &random)
      minute += random.chance(30) ? random.number(1...12) : random.number(15...180)
      if minute >= 24 * 60 { break }
    }
  }

  private mutating func step(_ id: String, at minute: Int, _ random: inout SplitMix64) {
    steps.append(id)
    text += "[[routine.step]]\nid = \"\(id)\"\nat = \"\(time(minute))\"\nname = \"\(random.pick(Self.places))\"\n"
    if random.chance(40) { text += "who = [\"\(random.pick(children))\"]\n" }
    if random.chance(75) {
      text += "transition = \"\(random.pick(["easy", "normal", "hard", "very-hard"]))\"\n"
    } else if random.chance(30) {
      text += "ladder = [\"P15\", \"10\", \"5\", \"L2\", \"0\"]\n"
    }
    if random.chance(15) { text += "carer = \"\(random.pick(carers))\"\n" }
    if random.chance(60) {
      let tag = random.pick(["food", "water", "core", "move", "landing", "sleep", "nap", "liked", "optional"])
      text += "tags = [\"\(tag)\", \"structure\"]\n"
    }
    if random.chance(20) { text += "minutes = \(random.number(1...9) * 10)\n" }
    if random.chance(8) { text += "away = true\n" }
    if random.chance(20) { text += "anchor = \"\(random.pick(["fixed", "end", "loose"]))\"\n" }
    text += "\n"
  }

  private mutating func goal(_ random: inout SplitMix64) {
    text += "[[goal]]\nid = \"stretch\"\ncarer = \"\(random.pick(carers))\"\ndomain = \"body\"\nname = \"stretch\"\n"
    text +=
      "minutes = 10\nsmallest = \"reach up once\"\nwindow = \"\(time(random.number(8 * 60...19 * 60)))-21:00\"\n\n"
  }

  private func time(_ minute: Int) -> String {
    let (hour, rest) = (minute / 60 % 24, minute % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
