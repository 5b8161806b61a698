import HavenCore

/// One line of a text, with a label in front.
public struct LabelledRow: Sendable, Equatable {
  public var label: String
  public var text: String
}

extension HandoverView {
  /// The handover as a person reads it, at most twelve lines: the shell prints it, and havend keeps it as a file.
  ///
  /// What nobody said has no line; promises and boundaries have theirs always, because children hear different
  /// versions of nothing else so often.
  ///
  /// - Parameter discreet: no child's name, no step's words, no word of a carer's own.
  public func rows(discreet: Bool = false) -> [LabelledRow] {
    let all: [(String, String?)] = [
      ("handover", heading), ("now", now(discreet)), ("next", next(discreet)), ("children", weather(discreet)),
      ("last", fuelText(discreet)), ("body", body), ("promises", promiseText(discreet)), ("held", heldText(discreet)),
      ("helped", helped.isEmpty ? nil : discreet ? "\(helped.count) things" : helped.joined(separator: ", ")),
      ("changed", changeText(discreet)), ("level", levelText), ("word", discreet ? nil : line),
    ]
    return all.compactMap { label, text in text.map { LabelledRow(label: label, text: $0) } }
  }

  /// The same as plain text, a line each.
  public var text: [String] {
    rows().map { $0.label + String(repeating: " ", count: max(1, 10 - $0.label.count)) + $0.text }
  }

  private var heading: String {
    let written = by.map { " · written by \($0.name)" + (writtenAt.map { ", \($0.wall.time)" } ?? "") } ?? ""
    return "\(at.wall.date) \(at.wall.time) · since \(since.wall.time)\(written)"
  }

  private func name(_ child: ChildID, _ discreet: Bool) -> String {
    guard discreet else { return child }
    return "child \((states.firstIndex { $0.child == child } ?? 0) + 1)"
  }

  private func now(_ discreet: Bool) -> String? {
    // Siblings in the same thing stand together: it is said once.
    var groups: [(names: [String], text: String)] = []
    for child in children {
      let state = child.state.words
      let doing = discreet ? nil : child.name
      guard state != nil || doing != nil else { continue }
      let until = child.until.flatMap { (child.secondsLeft ?? 0) > 0 ? " until \($0.wall.time)" : nil } ?? ""
      let text = [state, doing].compactMap { $0 }.joined(separator: ", ") + until
      if let index = groups.firstIndex(where: { $0.text == text }) {
        groups[index].names.append(name(child.child, discreet))
      } else {
        groups.append(([name(child.child, discreet)], text))
      }
    }
    return joined(groups.map { "\($0.names.joined(separator: ", "))\($0.names.count > 1 ? ":" : "") \($0.text)" })
  }

  private func next(_ discreet: Bool) -> String? {
    guard let step = nextStep else { return nil }
    var text = "\(step.at.wall.time) \(discreet ? "a step" : step.name)"
    if !discreet, !step.children.isEmpty { text += " (\(step.children.joined(separator: ", ")))" }
    for each in said { text += ", \(name(each.child, discreet)) was told \(words(each.rung)) at \(each.at.wall.time)" }
    if let cue = nextCue { text += " · yours at \(cue.at.wall.time)" }
    return text
  }

  private func words(_ rung: String) -> String {
    guard let rung = Rung(rung) else { return rung }
    if rung.voice == .last { return "\"the last one\"" }
    return rung.isArrival ? "it is time" : "\(rung.lead) min"
  }

  private func weather(_ discreet: Bool) -> String? {
    joined(
      states.compactMap { state in
        let ago = state.hardSecondsAgo.map { "\(spanText($0)) since a hard moment" }
        let parts = [state.state, ago].compactMap { $0 }
        return parts.isEmpty ? nil : "\(name(state.child, discreet)) \(parts.joined(separator: ", "))"
      })
  }

  private func fuelText(_ discreet: Bool) -> String? {
    // Children whose clocks say the same stand together.
    var groups: [(names: [String], text: String)] = []
    for clock in fuel {
      let parts = [("food", clock.food), ("water", clock.water), ("moved", clock.moved)].compactMap { what, seconds in
        seconds.map { "\(what) \(spanText($0))" }
      }
      guard !parts.isEmpty else { continue }
      let text = parts.joined(separator: ", ")
      if let index = groups.firstIndex(where: { $0.text == text }) {
        groups[index].names.append(name(clock.child, discreet))
      } else {
        groups.append(([name(clock.child, discreet)], text))
      }
    }
    return joined(groups.map { "\($0.names.joined(separator: ", ")): \($0.text) ago" })
  }

  private var body: String? {
    let up: String? = timesUp == 0 ? nil : timesUp == 1 ? "up once in the night" : "up \(timesUp) times in the night"
    return joined([meds.map { "meds \($0 == "given" ? "given" : "not given")" }, up].compactMap { $0 })
  }

  private func promiseText(_ discreet: Bool) -> String {
    joined(
      promises.map { promise in
        let day = promise.due.wall.date == at.wall.date ? "" : "\(promise.due.wall.date) "
        return "\(discreet ? "one" : promise.promise) by \(day)\(promise.due.wall.time)"
      }) ?? "none open"
  }

  private func heldText(_ discreet: Bool) -> String {
    if discreet {
      let counts = [(held.count, "held"), (choices.count, "offered")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      return joined(counts) ?? "nothing noted"
    }
    let offered = choices.isEmpty ? nil : "offered \(choices.joined(separator: ", "))"
    return joined((held.isEmpty ? [] : [held.joined(separator: ", ")]) + [offered].compactMap { $0 }) ?? "nothing noted"
  }

  private func changeText(_ discreet: Bool) -> String? {
    let told = knows.isEmpty ? [] : ["\(knows.map { name($0, discreet) }.joined(separator: ", ")) told"]
    if discreet { return joined((changes.isEmpty ? [] : ["the plan"]) + told) }
    return joined(changes + told)
  }

  private var levelText: String? { level.map { "\(by?.name ?? "the carer") is at \($0) of 5" } }

  private func joined(_ parts: [String]) -> String? { parts.isEmpty ? nil : parts.joined(separator: " · ") }
}
