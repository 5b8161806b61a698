import HavenAPI
import HavenCore

/// What a hook reads: one flat object, which `jq` and ten lines of any language can take apart.
///
/// Ids, instants and spans only, unless the hook asks for words: a program may be anybody's, and may send them anywhere.
struct HookMessage: Encodable {
  var version = 1
  var kind = "hook"
  /// Which of its occasions this is.
  var on: String
  var at: Stamp
  /// To whom a line goes, and by whom an act is done.
  var to: CarerID?
  var by: CarerID?
  /// How loud: `normal` or `low`.
  var urgency: String?
  /// The cues of a line.
  var items: [SimulatedLine.Item]?
  var children: [ChildID]?
  /// Of a line, where the hook asks for it: the level of its words, and the words.
  var level: TextLevel?
  var title: String?
  var body: String?
  /// Of `state`.
  var id: String?
  var state: LedgerEntry.State?
  var reason: LedgerEntry.Reason?
  var until: Stamp?
  /// Of `act`: the command as it would be typed. What a person wrote in their own words is never among it.
  var command: String?

  /// - Parameter words: a line's at its level; asked for only where the hook wants them.
  init(_ announcement: Announcement, for hook: Hook, at instant: Instant, zone: Zone, words: (Line) -> Words) {
    on = Hook.Occasion(announcement).rawValue
    at = Stamp(instant, in: zone)
    switch announcement {
    case .line(var line):
      to = line.to
      urgency = line.urgency.rawValue
      items = line.items.isEmpty ? nil : line.items.map { SimulatedLine.Item(id: $0.id, secondsLeft: $0.secondsLeft) }
      if case .fuel(let children, movementToo: _) = line.subject { self.children = children }
      if case .tell(let child, _) = line.subject { children = [child] }
      guard let level = hook.level(of: line) else { return }
      line.level = level
      let words = words(line)
      self.level = level
      title = words.title
      body = words.body
    case .state(let entry):
      to = entry.to
      id = entry.id
      state = entry.state
      reason = entry.reason
      until = entry.until.map { Stamp($0, in: zone) }
    case .act(let act):
      by = act.by
      command = act.command.words(in: zone).joined(separator: " ")
    case .planChanged, .configured: break
    }
  }
}
