import HavenAPI
import HavenCore

/// `havenctl wait --json`: what came.
struct WaitView: Encodable, Equatable {
  var version = 1
  var kind = "wait"
  var condition: WaitCondition
  var at: Stamp
  /// Of `next-cue`.
  var id: CueID?
  /// Of a cue and of a step.
  var step: StepID?
  var name: String?
  var children: [ChildID]?
  /// Of `mode`: as in `now`.
  var mode: Mode?
  var modes: [NowView.ChildMode]?

  init(_ condition: WaitCondition, at: Stamp) {
    self.condition = condition
    self.at = at
  }
}

extension TextRender {
  func wait(_ view: WaitView, _ now: NowView) -> [String] {
    let what =
      switch view.condition {
      case .nextCue: view.id.map { saying($0, name: view.name ?? $0.step) } ?? ""
      case .nextStep: words(view.name ?? "", for: view.children ?? [])
      case .mode: softness(now) ?? Mode.ordinary.onScreen
      case .quietEnd: "quiet is over"
      }
    return ["\(view.at.wall.time) \(what)"]
  }
}
