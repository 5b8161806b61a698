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
    /// A child's alias, or what a screen calls a calendar, a routine or a kind of day.
    case label
    /// Held and said to a child, where the thing itself has to be named.
    case boundary
    /// Read on a page that a carer asks for: a card, a plan, why a step is so, what helps.
    case page
    /// Somebody to call on, by their own name and for what they are there.
    case support

    /// Whether a notification, or a view that stands open, can carry it.
    var isOnScreen: Bool {
      switch self {
      case .stepName, .script, .cue, .goal, .label: true
      case .boundary, .page, .support: false
      }
    }

    /// Whether a child's words to avoid are looked for in it.
    var isAboutChildren: Bool {
      switch self {
      case .stepName, .script, .cue, .boundary: true
      case .goal, .label, .page, .support: false
      }
    }

    /// A plan says where the medicine is, a boundary holds hands that hit, a counsellor is a counsellor; none of them
    /// has to blame or to press, and only a support tells of the family's situation by being there.
    func minds(_ reason: ForbiddenWord.Reason) -> Bool {
      switch (self, reason) {
      case (.stepName, _), (.script, _), (.cue, _), (.goal, _), (.label, _): true
      case (_, .exclamation), (_, .capitals), (_, .threat), (_, .verdict), (_, .pressure), (_, .behaviour): true
      case (.boundary, .careSystem), (.page, .careSystem), (.boundary, .identity), (.page, .identity): true
      case (.boundary, .telephone), (.boundary, .carer): true
      case (.boundary, _), (.page, _), (.support, _): false
      }
    }
  }
}

extension LintedHouse {
  /// Every text that a notification, a screen, a card or a page can carry, as far as it can be told from the config.
  ///
  /// Left out on purpose: names of carers, which no notification has; a private goal, which none names; ids of steps,
  /// goals and calendars, which only the shell says back to who typed them; words to avoid; titles of the reading list,
  /// which are what they are; other words for a card, which are looked for and never shown.
  func eachText(_ body: (WrittenText) -> Void) {
    eachScreenText(body)
    eachPageText(body)
  }

  private func eachScreenText(_ body: (WrittenText) -> Void) {
    for child in draft.children {
      body(WrittenText(text: child.value.id, use: .label) { child.place(of: "id") })
    }
    for day in draft.dayKinds {
      body(WrittenText(text: day.value.id, use: .label) { day.place(of: "id") })
    }
    for routine in draft.routines {
      if routine.node["name"] != nil {
        body(WrittenText(text: routine.value.routine.name, use: .label) { routine.place(of: "name") })
      }
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

  private func eachPageText(_ body: (WrittenText) -> Void) {
    for boundary in draft.boundaries {
      let texts = [
        ("name", boundary.value.name), ("feeling", boundary.value.feeling ?? ""), ("limit", boundary.value.limit),
      ]
      for (key, text) in texts {
        body(WrittenText(text: text, use: .boundary, children: boundary.value.who) { boundary.place(of: key) })
      }
    }
    for child in draft.children {
      for help in child.value.helps {
        body(WrittenText(text: help, use: .page) { child.place(of: "helps", element: help) })
      }
    }
    for plan in draft.plans {
      body(WrittenText(text: plan.value.name, use: .page) { plan.place(of: "name") })
      for line in plan.value.actions {
        body(WrittenText(text: line, use: .page) { plan.place(of: "do", element: line) })
      }
    }
    for card in draft.cards {
      body(WrittenText(text: card.value.topic, use: .page) { card.place(of: "topic") })
      body(WrittenText(text: card.value.text, use: .page) { card.place(of: "text") })
    }
    for support in draft.supports {
      let texts = [("name", support.value.name), ("how", support.value.how), ("for", support.value.purpose)]
      for (key, text) in texts {
        if let text { body(WrittenText(text: text, use: .support) { support.place(of: key) }) }
      }
    }
    for lane in draft.respite {
      for (key, text) in [("cover", lane.value.lane.cover), ("backup", lane.value.lane.backup)] {
        if let text { body(WrittenText(text: text, use: .support) { lane.place(of: key) }) }
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
    tell(value.why, .page, "why")
  }
}
