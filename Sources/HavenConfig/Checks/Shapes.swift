import HavenCore

/// What must hold between the keys of one table.
extension Draft {
  func checkShapes(_ findings: Findings) {
    for calendar in calendars { check(calendar, findings) }
    for day in dayKinds {
      if day.value.rule != nil, day.value.ruleFrom == nil, day.node["from"] == nil {
        findings.missing(day.place(of: "rrule"), "'rrule' needs a start", hint: "write such as: from = \"2026-03-14\"")
      } else if day.value.ruleFrom != nil, day.node["rrule"] == nil {
        findings.missing(
          day.place(of: "from"), "'from' is the start of an 'rrule', and there is none",
          hint: "for a range of dates write a [[calendar]]")
      }
    }
    for routine in routines {
      for step in routine.value.steps where step.value.causes.count > 2 {
        findings.error(step.place(of: "cause"), "a step has one cause or two", hint: "keep what matters most")
      }
    }
    for goal in goals {
      if goal.value.lines.count > 3 {
        findings.error(goal.place(of: "lines"), "a goal has at most three lines", hint: "keep the kindest")
      }
      if goal.node["delay"] != nil, goal.node["after"] == nil {
        findings.warning(
          goal.place(of: "delay"), "'delay' means nothing without 'after'", hint: "name the step it follows")
      }
      if goal.value.target?.unit == .nights {
        findings.error(
          goal.place(of: "target"), "only an overnight target counts nights", hint: "write such as '2 per week'")
      }
    }
    for plan in plans where plan.value.actions.isEmpty && plan.node["do"] != nil && !findings.isPartial {
      if plan.node["do"]?.count == 0 {
        findings.error(plan.place(of: "do"), "a plan needs a line", hint: "write what to do first")
      }
    }
  }

  private func check(_ calendar: Written<CalendarTable.Model>, _ findings: Findings) {
    let node = calendar.node
    let range = ["from", "to"].filter { node[$0] != nil }
    let ways = (range.isEmpty ? 0 : 1) + (node["dates"] == nil ? 0 : 1) + (node["ics"] == nil ? 0 : 1)
    let hint = "write 'from' and 'to', or 'dates', or 'ics'"
    if !calendar.value.only.isEmpty, node["ics"] == nil {
      findings.error(
        calendar.place(of: "only"), "'only' chooses among the events of an 'ics' file, and there is none", hint: hint)
    }
    if ways == 0 {
      findings.missing(node.place, "the calendar \(quoted(calendar.value.id)) has no dates", hint: hint)
    } else if ways > 1 {
      findings.error(node.place, "the calendar \(quoted(calendar.value.id)) says its dates in \(ways) ways", hint: hint)
    } else if range.count == 1 {
      findings.missing(
        calendar.place(of: range[0]), "'\(range[0])' needs '\(range[0] == "from" ? "to" : "from")' beside it",
        hint: "both dates are in the calendar")
    } else if let from = calendar.value.from, let to = calendar.value.to, to < from {
      findings.error(
        calendar.place(of: "to"), "the calendar ends on \(to), before it starts on \(from)",
        hint: "write the earlier date in 'from'")
    }
  }
}
