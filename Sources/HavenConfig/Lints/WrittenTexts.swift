import HavenCore

/// A text of the config that is said or shown, and what for.
struct WrittenText {
  var text: String
  var use: Use
  /// The children it is about, nil for all.
  var children: [ChildID]?
  /// Worked out only for a finding.
  var place: () -> Place

  enum Use {
    /// A step's name, or what stands for it on a screen.
    case stepName
    /// Said to the child.
    case script
    /// Another piece of a step: bridge, natural stop.
    case cue
    /// A goal's name, or a line that offers it, to its carer alone.
    case goal
    /// What a screen calls a calendar.
    case label
  }
}

extension LintedHouse {
  /// Every text that a notification or a screen can carry, as far as it can be told from the config.
  func eachText(_ body: (WrittenText) -> Void) {
    for routine in draft.routines {
      for step in routine.value.steps { eachText(of: step, body) }
    }
    for goal in draft.goals where !goal.value.isPrivate {
      body(WrittenText(text: goal.value.name, use: .goal) { goal.place(of: "name") })
      for line in goal.value.lines {
        body(WrittenText(text: line, use: .goal) { goal.place(of: "lines", element: line) })
      }
      if let smallest = goal.value.smallest {
        body(WrittenText(text: smallest, use: .goal) { goal.place(of: "smallest") })
      }
    }
    for calendar in draft.calendars {
      if let label = calendar.value.eventLabel {
        body(WrittenText(text: label, use: .label) { calendar.place(of: "event-label") })
      }
    }
  }

  private func eachText(of step: Written<Step>, _ body: (WrittenText) -> Void) {
    let value = step.value
    func tell(_ text: String?, _ use: WrittenText.Use, _ key: String) {
      guard let text else { return }
      body(WrittenText(text: text, use: use, children: value.who) { step.place(of: key) })
    }
    // With a label the name is never on a screen.
    if value.eventLabel == nil { tell(value.name, .stepName, "name") }
    tell(value.eventLabel, .stepName, "event-label")
    tell(value.say, .script, "say")
    tell(value.bridge, .cue, "bridge")
    tell(value.naturalStop, .cue, "natural-stop")
  }
}
