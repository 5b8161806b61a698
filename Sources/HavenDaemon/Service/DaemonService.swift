import Glibc
import HavenAPI
import HavenConfig
import HavenCore
import HavenDesktop
import HavenStore

/// What the socket can ask, answered from the running engine.
@LoopActor
final class DaemonService: @LoopActor HavenService {
  unowned let daemon: Daemon

  init(_ daemon: Daemon) { self.daemon = daemon }

  func now(as carer: CarerID?) throws(ServiceError) -> NowView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    return privacy(keeper).shown(
      keeper.look { engine, now in NowView(&engine, carer: who, now: now, wording: keeper.wording) })
  }

  func bar(as carer: CarerID?) throws(ServiceError) -> BarView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    return keeper.look { engine, now in BarView(&engine, carer: who, now: now, wording: keeper.wording) }
  }

  func next(count: Int, as carer: CarerID?) throws(ServiceError) -> NextView {
    try keeper().look { engine, now in NextView(&engine, count: count, now: now) }
  }

  func day(_ date: CivilDate?) throws(ServiceError) -> DayView {
    try keeper().look { engine, now in engine.dayView(of: date ?? engine.zone.date(at: now), now: now) }
  }

  func mode(as carer: CarerID?) throws(ServiceError) -> ModeView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    return keeper.look { engine, now in engine.modeView(for: who, at: now) }
  }

  func tomorrow(as carer: CarerID?) throws(ServiceError) -> TomorrowView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    let view = keeper.look { engine, now in
      let today = engine.zone.date(at: now)
      var view = engine.tomorrowView(today: today)
      view.headsUp = engine.headsUpViews(for: who, on: today + 1, now: now)
      let due = engine.worksheetsDue(on: today + 1)
      if due > 0 { view.worksheetsDue = due }
      return view
    }
    return privacy(keeper).shown(view, to: who)
  }

  func why(step: StepID) throws(ServiceError) -> WhyView {
    let keeper = try keeper()
    do {
      return try keeper.look { engine, now in
        let today = engine.zone.date(at: now)
        let id = try engine.stepID(step, on: [today, today + 1])
        for date in [today, today + 1] {
          let rows = (try? keeper.ledger.entries(idPrefix: "\(date)/\(id)/")) ?? []
          if let view = WhyView(&engine, step: id, date: date, now: now, rows: rows) { return view }
        }
        throw Refusal("no step '\(step)' today or tomorrow", hint: "havenctl day", isTruthfulNo: true)
      }
    } catch let refusal as Refusal {
      throw .refused(refusal)
    } catch {
      throw .failed("\(error)")
    }
  }

  func handover(as carer: CarerID?) throws(ServiceError) -> HandoverView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    return keeper.look { engine, now in HandoverView(&engine, carer: who, now: now) }
  }

  func hardMoments(of child: ChildID?, count: Int) throws(ServiceError) -> HardListView {
    let keeper = try keeper()
    do throws(Refusal) {
      let id = try child.map { text throws(Refusal) in try keeper.engine.childID(text) }
      return keeper.look { engine, now in HardListView(&engine, child: id, count: count, now: now) }
    } catch {
      throw .refused(error)
    }
  }

  func status() throws(ServiceError) -> StatusView { daemon.status() }
  func examinedStatus() throws(ServiceError) -> StatusView { daemon.examinedStatus() }

  func events(since: Instant?, as carer: CarerID?) throws(ServiceError) -> EventsView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    let (zone, from, now) = keeper.look { engine, now in
      (engine.zone, since ?? engine.zone.startOfDay(engine.zone.date(at: now)), now)
    }
    do throws(StoreError) {
      let entries = try keeper.ledger.entries(from: from, to: now + 1)
      let acts = try keeper.ledger.acts(from: from, to: now + 1)
      var view = privacy(keeper).events(entries, acts, to: who, zone: zone)
      view.sequence = daemon.sequence
      return view
    } catch {
      throw .failed("the ledger could not be read: \(error.message)")
    }
  }

  func monitor(as carer: CarerID?) throws(ServiceError) -> MonitorView {
    MonitorView(sequence: daemon.sequence, state: try now(as: carer))
  }

  func perform(_ command: Command, as carer: CarerID?) throws(ServiceError) -> ActView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    try refuse(privacy(keeper).owner(of: command, by: who), keeper)
    do throws(Refusal) {
      let reply = try keeper.perform(command, by: who)
      var view = act(keeper, by: who, lines: reply.lines + handover(after: command, to: who, keeper))
      view.hard = keeper.look { engine, now in HardView(&engine, after: command, now: now) }
      return view
    } catch {
      throw .refused(error)
    }
  }

  func undo(as carer: CarerID?) throws(ServiceError) -> ActView {
    let keeper = try keeper()
    let who = try self.carer(carer, keeper)
    try refuse(keeper.engine.lastAct(by: who).flatMap { privacy(keeper).owner(of: $0) }, keeper)
    do throws(Refusal) {
      let reply = try keeper.undo(by: who)
      daemon.renewHandover()
      return keeper.look { engine, now in
        .undo(at: Stamp(now, in: engine.zone), by: who, command: "undo", lines: reply.lines)
      }
    } catch {
      throw .refused(error)
    }
  }

  /// Answers when it is done, which may be seconds later: a calendar is read by another process.
  func reload(then: @escaping @LoopActor (VarlinkReply) -> Void) {
    daemon.reload { [unowned daemon] result in
      do throws(ServiceError) {
        let configuration: Configuration
        do throws(ConfigurationError) {
          configuration = try result.get()
        } catch {
          switch error {
          case .missing(let directory): throw .noConfig(directory: directory)
          case .unreadable: throw .failed("\(error)")
          case .invalid(let findings): throw .configInvalid(findings.map { "\($0)" })
          }
        }
        then(
          VarlinkDispatch.reply(
            ReloadView(
              at: Stamp(daemon.now(), in: configuration.zone), files: configuration.files,
              warnings: configuration.warnings.map { "\($0)" })))
      } catch {
        then(error.reply)
      }
    }
  }

  /// Who takes over reads the handover at once; who writes one sees what will be read.
  private func handover(after command: Command, to carer: CarerID, _ keeper: DayKeeper) -> [String] {
    switch command {
    case .tagAnswer(.yes), .handover:
      keeper.look { engine, now in HandoverView(&engine, carer: carer, now: now).text }
    default: []
    }
  }

  private func act(_ keeper: DayKeeper, by who: CarerID, lines: [String]) -> ActView {
    keeper.look { engine, now in
      ActView(
        at: Stamp(now, in: engine.zone), by: who,
        command: engine.lastAct.map { $0.command.words(in: engine.zone).joined(separator: " ") } ?? "", lines: lines)
    }
  }

  func privacy(_ keeper: DayKeeper) -> Privacy {
    Privacy(household: keeper.engine.household, login: daemon.login)
  }

  /// Nobody writes, or takes back, what is another's own from a login that is not theirs.
  func refuse(_ owner: CarerID?, _ keeper: DayKeeper) throws(ServiceError) {
    let privacy = privacy(keeper)
    if let owner, !privacy.mayGiveOut(own: owner) { throw .notPermitted(privacy.refusal(own: owner)) }
  }

  func keeper() throws(ServiceError) -> DayKeeper {
    guard let keeper = daemon.keeper else { throw .noConfig(directory: daemon.places.config) }
    return keeper
  }

  /// Whoever is named, else whose login this is, else the first carer.
  func carer(_ named: CarerID?, _ keeper: DayKeeper) throws(ServiceError) -> CarerID {
    let who: CarerID
    do throws(Refusal) {
      who = try keeper.engine.carer(named: named, login: daemon.login)
    } catch {
      throw .refused(error)
    }
    let household = keeper.engine.household
    if let theirs = household.carer(who)?.login, SharedFolder.others(than: daemon.login, in: household).contains(theirs)
    {
      throw .notPermitted("'\(who)' has a login of their own, '\(theirs)', and is asked there")
    }
    return who
  }
}
