import HavenAPI
import HavenCore
import HavenStore

// What carers note of themselves and of the day: each their own, or the household's, by `Privacy`.
extension DaemonService {
  func notes(of child: ChildID?, count: Int, as carer: CarerID?) throws(ServiceError) -> NotesView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    let privacy = privacy(keeper)
    do throws(Refusal) {
      let id = try child.map { text throws(Refusal) in try keeper.engine.childID(text) }
      return keeper.look { engine, now in
        let shown = engine.notes.filter { kept in
          (id == nil || kept.note.child == id)
            && privacy.mayShow(privacy.owner(of: .note(kept.note), by: kept.by), to: who)
        }
        return NotesView(
          at: Stamp(now, in: engine.zone),
          notes: shown.suffix(count).reversed().map { NotesView.Row($0, zone: engine.zone) })
      }
    } catch {
      throw .refused(error)
    }
  }

  func capacity(as carer: CarerID?) throws(ServiceError) -> CapacityView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    guard privacy(keeper).mayGiveOut(own: who) else { throw .notPermitted(privacy(keeper).refusal(own: who)) }
    return keeper.look { engine, now in
      let level = engine.capacity(of: who, at: now)
      let zone = engine.zone
      return CapacityView(
        at: Stamp(now, in: zone), carer: who, level: level,
        lighter: level.map { $0 <= Engine.littleLeft } ?? false
          ? engine.lighter(at: now).map {
            .init(name: $0.name, command: "havenctl \($0.command.words(in: zone).joined(separator: " "))")
          } : [])
    }
  }

  func balance(as carer: CarerID?) throws(ServiceError) -> BalanceView {
    let keeper = try keeper()
    _ = try self.carer(carer, keeper)
    let wording = keeper.wording
    return try lookBack(keeper) { (past, engine) throws(StoreError) in
      let monday = past.today.startOfWeek
      let answers = try past.balance(from: monday, through: past.today)
      let figures = BalanceFigures(answers.map(\.answer))
      var view = BalanceView(
        at: Stamp(past.now, in: past.zone), monday: monday, answered: answers.count,
        balance: figures.map(BalanceFiguresView.init),
        sides: .init(
          try past.acts(["nurture", "boundaryHeld", "handover", "repair"], from: monday, through: past.today)))
      switch figures?.leaning {
      case .structure: view.doses = DaemonService.doses(engine, wording, at: past.now, on: past.today)
      case .nurture: view.boundary = engine.boundaries(at: past.now).first.map(BalanceView.Held.init)
      case .even, nil: break
      }
      return view
    }
  }

  /// Three different small things, in the children's own manner and with nobody's name.
  private static func doses(_ engine: Engine, _ wording: Wording, at now: Instant, on date: CivilDate) -> [String] {
    let children = engine.household.children
    var doses: [String] = []
    for number in 0..<6 where doses.count < 3 && !children.isEmpty {
      let child = children[number % children.count]
      let span = engine.modeSpan(of: child.id, at: now)
      let dose = wording.dose(
        for: child.id, mode: span?.mode ?? .ordinary, workingAge: span?.age, number: number, on: date)
      if let dose, !doses.contains(dose) { doses.append(dose) }
    }
    return doses
  }
}
