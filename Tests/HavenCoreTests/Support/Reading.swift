import Testing

@testable import HavenCore

/// A fixture that does not say what it means to: a mistake in the test.
struct Unreadable: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// `09:00-17:00`, `Tue 09:00-17:00`, `2026-03-10 09:00-17:00`.
func window(_ text: String) throws -> Window {
  var words = text.split(separator: " ")
  let times = words.removeLast().split(separator: "-").compactMap { TimeOfDay($0) }
  guard times.count == 2, words.count <= 1 else { throw Unreadable("'\(text)' is not a window") }
  var window = Window(start: times[0], end: times[1])
  if let day = words.first { window.days = try CivilDate(day).map { .date($0) } ?? .weekdays([weekday(day)]) }
  return window
}

/// `2026-03-09T06:00/2026-03-11T19:00`.
func span(_ text: String) throws -> Span {
  let ends = try text.split(separator: "/").map { try civil(String($0)) }
  guard ends.count == 2 else { throw Unreadable("'\(text)' is not a span") }
  return Span(start: ends[0], end: ends[1])
}

/// `P20 15 L2 0`.
func rungs(_ text: String) throws -> [Rung] {
  try text.split(separator: " ").map { try #require(Rung($0), "'\($0)' is not a rung") }
}

func time(_ text: some StringProtocol) throws -> TimeOfDay { try #require(TimeOfDay(text), "'\(text)'") }

private func whole(_ text: String) throws -> Int {
  guard let number = Int(text) else { throw Unreadable("'\(text)' is not a whole number") }
  return number
}

private func weekday(_ text: some StringProtocol) throws -> WeekdaySet {
  let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  let index = try #require(names.firstIndex(of: String(text)), "'\(text)' is not a weekday")
  return WeekdaySet([Weekday.allCases[index]])
}

extension Carer {
  /// `ros`, `imani away 09:00-17:00 asleep 22:00-05:00 quiet 21:00-07:00`; a carer with `quiet never` has no quiet hours.
  init(reading text: String) throws {
    var words = text.split(separator: " ")[...]
    let name = String(words.removeFirst())
    self.init(id: name, name: name)
    while let key = words.popFirst(), let value = words.popFirst() {
      switch key {
      case "quiet": quiet = value == "never" ? [] : [try window(String(value))]
      case "away": away.append(.window(try window(String(value))))
      case "asleep": asleep.append(try window(String(value)))
      default: throw Unreadable("'\(key)' of carer '\(text)'")
      }
    }
  }
}

extension Child {
  /// `otter`, `otter 5`, `finch 13 key:imani,ros ladder:short fuel:90`, `wren 3 fuel:off`.
  init(reading text: String) throws {
    var words = text.split(separator: " ").map(String.init)[...]
    self.init(id: words.removeFirst())
    for word in words {
      let parts = word.split(separator: ":").map(String.init)
      switch (parts[0], parts.last ?? "") {
      case ("key", let carers): keyCarers = carers.split(separator: ",").map(String.init)
      case ("ladder", let preset): ladder = .preset(try #require(LadderPreset(rawValue: preset), "'\(word)'"))
      case ("fuel", "off"): fuel = nil
      case ("fuel", let minutes): fuel = try whole(minutes)
      case (let age, _): workingAge = try whole(age)
      }
    }
  }
}

extension Step {
  /// A line of a day: the time, the id, then in any order
  ///
  /// * who is in it (all, where no child is named; `nobody`), and who has first choice of its cues: `by:imani`
  /// * how big a change it is: `easy`, `normal`, `hard`, `very-hard`, `none`, for all or for one: `otter=hard`
  /// * its own ladder: `[P20 10 5 L2 0]`, or a preset: `ladder:short`
  /// * `30m`, the tags, the anchors, the causes, `away`, `new`, `tune`
  init(reading line: some StringProtocol, children: [ChildID]) throws {
    var text = String(line)
    var own: [Rung]?
    if let open = text.firstIndex(of: "["), let close = text.firstIndex(of: "]") {
      own = try rungs(String(text[text.index(after: open)..<close]))
      text.removeSubrange(open...close)
    }
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 2 else { throw Unreadable("'\(line)' is not a step") }
    self.init(id: words[1], at: try time(words[0]), name: words[1])
    ladder = own.map(LadderChoice.rungs)
    for word in words.dropFirst(2) { try read(word, children: children) }
  }

  private mutating func read(_ word: String, children: [ChildID]) throws {
    if let tag = Tag(rawValue: word) { return tags.append(tag) }
    if let size = Size(rawValue: word) { return transition = .all(size) }
    if let anchor = Anchor(rawValue: word) { return self.anchor = anchor }
    if let cause = Cause(rawValue: word) { return causes.append(cause) }
    if children.contains(word) { return who = (who ?? []) + [word] }
    if word.hasSuffix("m"), let minutes = Int(word.dropLast()) { return self.minutes = minutes }
    switch word {
    case "none": return transition = .all(nil)
    case "nobody": return who = []
    case "away": return isAway = true
    case "new": return isNew = true
    case "tune": return isTuned = true
    default: break
    }
    let parts = word.split { $0 == ":" || $0 == "=" }.map(String.init)
    guard parts.count == 2 else { throw Unreadable("'\(word)' of step '\(id)'") }
    switch (parts[0], parts[1]) {
    case ("by", let carer): self.carer = carer
    case ("ladder", let name): ladder = LadderPreset(rawValue: name).map(LadderChoice.preset) ?? .named(name)
    case (let child, let size) where children.contains(child):
      var sizes: [ChildID: Size?] = [:]
      if case .each(let known) = transition { sizes = known }
      sizes[child] = .some(Size(rawValue: size))
      transition = .each(sizes)
    default: throw Unreadable("'\(word)' of step '\(id)'")
    }
  }
}
