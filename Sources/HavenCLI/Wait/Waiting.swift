import HavenAPI
import HavenCore

/// Decides when a wait is over: pure, so that a test tells it what happens.
///
/// What counts is what happens after it began. It began when the daemon's first answer was made, and from then on nothing
/// is missed: every change is sent.
struct Waiting {
  let condition: WaitCondition
  private(set) var view: NowView
  private let began: NowView
  /// Cues that were shown in the second in which it began, and before it.
  private var former: Set<String> = []

  init(_ condition: WaitCondition, from view: NowView, former: [EventView] = []) {
    self.condition = condition
    self.view = view
    began = view
    self.former = Set(former.filter { $0.state == .shown }.compactMap(\.id))
  }

  /// When to look by the clock; nil where only the daemon can tell.
  var wakesAt: Instant? {
    switch condition {
    case .nextCue: return nil
    case .nextStep: return view.nextStep?.at.instant ?? midnight
    case .mode: return view.modes.compactMap(\.until?.instant).filter { $0 > view.at.instant }.min()
    case .quietEnd: return view.silence?.until.map { max($0.instant, view.at.instant + 1) } ?? view.nextChange
    }
  }

  /// With no step today or tomorrow there may be one the day after.
  private var midnight: Instant {
    let passed = (view.at.instant.seconds + view.at.offset) % 86_400
    return view.at.instant + (86_400 - (passed + 86_400) % 86_400)
  }

  /// Something is told of.
  ///
  /// - Parameter isLate: it is told of after a restart of the daemon, from its record.
  func hear(_ event: EventView, isLate: Bool = false) -> WaitView? {
    guard condition == .nextCue, event.what == .state, event.state == .shown, event.to == began.carer,
      let text = event.id, let id = CueID(text), !isLate || !former.contains(text)
    else { return nil }
    var over = WaitView(condition, at: event.at)
    over.id = id
    over.step = id.step
    over.children = [id.child]
    over.name = view.nextCue?.id == id ? view.nextCue?.name : nil
    return over
  }

  /// The clock says so much.
  func look(at now: Instant) -> WaitView? {
    guard condition == .nextStep, let step = view.nextStep, step.at.instant <= now else { return nil }
    var over = WaitView(condition, at: step.at)
    over.step = step.step
    over.name = step.name
    over.children = step.children
    return over
  }

  /// This is how things stand now.
  mutating func see(_ view: NowView) -> WaitView? {
    if let over = look(at: view.at.instant) { return over }
    self.view = view
    switch condition {
    case .nextCue, .nextStep: return nil
    case .mode:
      guard
        view.mode != began.mode || view.modes.map(\.mode) != began.modes.map(\.mode)
          || view.modes.map(\.child) != began.modes.map(\.child)
      else { return nil }
      var over = WaitView(condition, at: view.at)
      over.mode = view.mode
      over.modes = view.modes
      return over
    case .quietEnd: return view.silence == nil ? WaitView(condition, at: view.at) : nil
    }
  }
}
