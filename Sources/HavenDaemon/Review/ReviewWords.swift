import HavenCore

/// The one question and the one thing to try that a review ends with. Wonderings, never orders.
enum ReviewWords {
  static func question(_ week: WeekFigures) -> String {
    let told = week.steps.filter { !$0.isFew && $0.hard > 0 && $0.hard < $0.times }
    guard let step = told.max(by: { $0.hard * $1.times < $1.hard * $0.times }) else {
      return "What made this week lighter, even a little?"
    }
    return "What was different on the times '\(step.step)' went smoothly?"
  }

  static func experiment(_ experiment: Experiment) -> String {
    switch experiment {
    case .longer(let step, let child):
      "'\(step)' for \(child): one size longer for a while, or another idea of what makes it hard"
    case .shorter(let step, let child):
      "'\(step)' for \(child) has gone smoothly: one size shorter may be enough; 'havenctl suggestions' has the line"
    case .drop(let step, let child, let rung):
      "'\(step)' for \(child) without its \(rung), which was closed unanswered; 'havenctl suggestions' has the line"
    case .microDoses: "three small doses of nurture a day, ten seconds each"
    case .oneBoundary: "one boundary to hold kindly, the same words each time"
    case .respite(let lane): "the next free evening: \(self.lane(lane))"
    }
  }

  private static func lane(_ lane: Lane) -> String {
    switch lane {
    case .solo(let carer): "time off for \(carer)"
    case .couple: "couple time"
    case .sibling(let child): "time with \(child)"
    case .overnight: "a night away"
    }
  }
}
