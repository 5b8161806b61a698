/// Worksheets and questions: written in a calm hour, and found again when they are wanted.
extension Engine {
  /// Those that are not done, oldest first.
  public var worksheets: [Facts.KeptWorksheet] { facts.worksheets.filter { !$0.isDone } }

  public func questions(of carer: CarerID) -> [Facts.KeptQuestion] {
    facts.questions.filter { $0.by == carer && !$0.isDone }
  }

  /// How many worksheets are to be looked at again on a date.
  public func worksheetsDue(on date: CivilDate) -> Int { worksheets.count { $0.sheet.revisit == date } }

  /// Whether an appointment of this carer's begins within a day.
  public func hasAppointmentSoon(_ carer: CarerID, at now: Instant) -> Bool {
    let today = zone.date(at: now)
    return household.goals.contains { goal in
      guard goal.carer == carer, let appointment = goal.appointment else { return false }
      return [today, today + 1].contains { date in
        guard appointment.happens(on: date) else { return false }
        let startsAt = zone.instant(date, appointment.start.time)
        return now < startsAt && startsAt - now <= 86_400
      }
    }
  }

  /// Why this is no hour to solve something about a child; nil where it is one.
  public func notCalm(for child: ChildID, at now: Instant) -> Refusal? {
    let hard = facts.hardMoments.filter { ($0.child == nil || $0.child == child) && $0.at <= now && now - $0.at < 3600 }
    if let last = hard.map(\.at).max() {
      return Refusal(
        "a hard moment was less than an hour ago; this is for a calm hour",
        hint: "after \(zone.civil(at: last + 3600).time), or another day: havenctl solve \(child)", isTruthfulNo: true)
    }
    guard facts.mode(of: child, at: now) == .ordinary else {
      return Refusal(
        "a soft day asks for no solving", hint: "on an ordinary day: havenctl solve \(child)", isTruthfulNo: true)
    }
    return nil
  }

  func resolve(_ sheet: Worksheet, now: Instant) throws(Refusal) -> Worksheet {
    var sheet = sheet
    sheet.child = try child(sheet.child)
    if let refusal = notCalm(for: sheet.child, at: now) { throw refusal }
    guard !(sheet.text + sheet.words + sheet.note).allSatisfy(\.isWhitespace) else {
      throw Refusal("nothing was written, nothing is kept", isTruthfulNo: true)
    }
    try checkLengths(sheet.text, sheet.words, sheet.note)
    if let revisit = sheet.revisit, revisit < zone.date(at: now) {
      throw Refusal("'\(revisit)' is past: a date to look at it again is to come")
    }
    sheet.number = (facts.worksheets.compactMap(\.sheet.number).max() ?? 0) + 1
    return sheet
  }

  func resolve(_ question: Question) throws(Refusal) -> Question {
    var question = question
    guard !question.text.allSatisfy(\.isWhitespace) else {
      throw Refusal("nothing was written, nothing is kept", isTruthfulNo: true)
    }
    try checkLengths(question.text)
    question.number = (facts.questions.compactMap(\.question.number).max() ?? 0) + 1
    return question
  }

  func checkWorksheet(_ number: Int) throws(Refusal) {
    guard worksheets.contains(where: { $0.sheet.number == number }) else {
      throw Refusal("there is no worksheet '\(number)'", hint: "havenctl solve list", isTruthfulNo: true)
    }
  }

  func checkQuestion(_ number: Int, of carer: CarerID) throws(Refusal) {
    guard questions(of: carer).contains(where: { $0.question.number == number }) else {
      throw Refusal("there is no question '\(number)'", hint: "havenctl ask list", isTruthfulNo: true)
    }
  }

  private func checkLengths(_ texts: String...) throws(Refusal) {
    guard texts.allSatisfy({ $0.count <= 2000 }) else { throw Refusal("at most 2000 characters each are kept") }
  }
}
