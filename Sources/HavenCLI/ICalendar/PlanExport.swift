import Glibc
import HavenAPI
import HavenConfig
import HavenCore

/// `export --ics`: from the words of the command to the calendar of the plan.
struct PlanExport {
  let context: Context
  let global: GlobalOptions

  /// Four weeks, as far as a plan is worth a phone's while.
  static let usual = 28
  static let most = 366

  struct Made: Encodable {
    var version = 1
    var kind = "calendar"
    var from: CivilDate
    /// Included.
    var to: CivilDate
    var events: Int
    /// The iCalendar file.
    var ics: String
  }

  func made(from: String?, to: String?) throws(CommandFailure) -> Made {
    let first = try from.map { text throws(CommandFailure) in try DayWord(parsing: text) } ?? .offset(0)
    let last = try to.map { text throws(CommandFailure) in try DayWord(parsing: text) }
    let days = try PlanSource(context, global).days { today throws(CommandFailure) in
      let start = first.date(today: today)
      let end = last?.date(today: today) ?? start + (PlanExport.usual - 1)
      guard start <= end else {
        throw CommandFailure(.usage, "'\(start)' is after '\(end)'", hint: "--from comes first")
      }
      guard end - start < PlanExport.most else {
        throw CommandFailure(.usage, "'\(start)' to '\(end)' is more than a year", hint: "give a nearer --to")
      }
      return (0...(end - start)).map { start + $0 }
    }
    let configuration = configuration()
    let household = configuration?.household
    let carer = try carer(household)
    let labels = (household?.routines ?? []).flatMap(\.steps).compactMap { step in
      step.eventLabel.map { (step.id, $0) }
    }
    let children = household?.children.map(\.id) ?? days.flatMap { $0.steps.flatMap(\.children) }
    var calendar = PlanCalendar(
      carer: carer, labels: Dictionary(labels, uniquingKeysWith: { first, _ in first }),
      discreet: global.discreet ? WithoutAliases(children) : nil, now: context.now())
    var appointments: [PlanCalendar.Appointment] = []
    if let configuration, let who = ownCarer(carer, configuration.household), let start = days.first?.date,
      let end = days.last?.date
    {
      appointments = PlanCalendar.Appointment.of(
        who, in: configuration.household, zone: configuration.zone, from: start, to: end)
    }
    let text = calendar.text(days, appointments)
    let today = days.first?.date ?? CivilDate(dayNumber: 0)
    return Made(from: today, to: days.last?.date ?? today, events: calendar.count, ics: text)
  }

  private func carer(_ household: Household?) throws(CommandFailure) -> CarerID? {
    guard let carer = global.carer else { return nil }
    guard let household, household.carer(carer) == nil else { return carer }
    throw CommandFailure(.usage, "there is no carer '\(printable(carer))'")
  }

  /// Whose appointments may be in it: they are that carer's own, and another login's stay where they are.
  private func ownCarer(_ asked: CarerID?, _ household: Household) -> CarerID? {
    guard let who = asked ?? household.onlyCarer else { return nil }
    let login = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) }
    return household.carer(who)?.login.map { $0 == login } ?? true ? who : nil
  }

  /// What the daemon runs on, or what is written where it would look.
  private func configuration() -> Configuration? {
    var directory = global.config == nil ? try? Daemon(context, global).status().config.directory : nil
    if directory == nil { directory = try? configDirectory(context, global) }
    return directory.flatMap { ConfigurationLoader(directory: $0).loadDespiteFaults() }
  }
}

extension Household {
  fileprivate var onlyCarer: CarerID? { carers.count == 1 ? carers[0].id : nil }
}
