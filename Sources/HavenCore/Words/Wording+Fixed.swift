extension Wording {
  /// Nearer than this, a line says how long there is; further off, the day is enough. In seconds.
  private static let nearby = 12 * 3600

  /// A private goal is never named, at any level.
  func appointment(_ id: GoalID?, _ when: String, lead: Int, _ screen: Screen) -> Draft {
    let goal = household.goals.first { $0.id == id && !$0.isPrivate }
    let body = [lead < Wording.nearby ? ahead(lead, screen) : screen.pick(catalogue.justSoYouKnow)]
    if let label = goal.flatMap({ screen.label($0.name) }),
      let title = screen.title([label], { catalogue.appointment($0, when) })
    {
      return Draft(title: title, body: body)
    }
    return Draft(title: screen.pick(catalogue.neutralAppointment(when)), body: body)
  }

  /// Its id is all that a screen has of a promise.
  func promise(_ id: PromiseID?, _ when: String, _ screen: Screen) -> Draft {
    let body = [screen.pick(catalogue.promiseBody)]
    if let label = id.flatMap({ screen.label(String($0.map { $0 == "-" ? " " : $0 })) }),
      let title = screen.title([label], { catalogue.promise($0, when) })
    {
      return Draft(title: title, body: body)
    }
    return Draft(title: screen.pick(catalogue.neutralPromise(when)), body: body)
  }

  /// Time of one's own, or for one child; an overnight is "something planned", because children may read it first.
  func respite(_ lane: Lane?, _ when: String, lead: Int, _ screen: Screen) -> Draft {
    let title = lane.flatMap { screen.pick(catalogue.respite($0, when)) } ?? screen.pick(catalogue.neutralRespite(when))
    return Draft(
      title: title, body: [lead < Wording.nearby ? ahead(lead, screen) : screen.pick(catalogue.respiteBody)])
  }

  /// That there is something to tell, never what.
  func tell(_ child: ChildID?, _ screen: Screen) -> Draft {
    let body = [screen.pick(catalogue.tellBody)]
    if let name = child.flatMap(screen.name), let title = screen.title([name], catalogue.tell) {
      return Draft(title: title, body: body)
    }
    return Draft(title: screen.pick(catalogue.neutralTell), body: body)
  }

  func marked(_ daysAhead: Int, _ screen: Screen) -> Draft {
    Draft(
      title: screen.pick(catalogue.marked(catalogue.days(ahead: daysAhead))), body: [screen.pick(catalogue.markedBody)])
  }

  /// What to type for yes and no stands behind `havenctl mode`: no screen names a mode or whose it is.
  func asked(_ line: Line, _ screen: Screen) -> String? {
    line.subject == .stillSoft ? screen.pick(catalogue.stillSoft) : nil
  }

  /// Another one each week, the same for everybody.
  func question(of date: CivilDate) -> Phrase {
    let questions = catalogue.reviewQuestions
    return questions[date.startOfWeek.dayNumber / 7 % questions.count]
  }

  private func ahead(_ lead: Int, _ screen: Screen) -> String? {
    guard case .minutes(let minutes, _) = TimeLeft(seconds: lead) else { return nil }
    return screen.pick(catalogue.ahead(catalogue.duration(minutes: minutes, .digits)))
  }
}
