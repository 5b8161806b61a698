import ArgumentParser
import HavenAPI

struct Why: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl why",
    abstract: "What a step is for and why its warnings come; or a goal.")

  @Argument(
    help: ArgumentHelp(
      "A step of today, else of tomorrow, else a goal of yours, or a prefix of its id.", valueName: "STEP"))
  var step: String

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let daemon = Daemon(context, global)
    do {
      let why = try daemon.why(step: step)
      // An exact id wins over a longer one that it begins, a goal's over a step's too.
      guard why.step != step, let goals = try? daemon.goals(), goals.goals.contains(where: { $0.goal == step }) else {
        Printer(context, global).show(why) { $0.why(why) }
        return .success
      }
      show(goals, context)
    } catch {
      // Steps come first, as they always did. What is neither is told of as a step.
      guard error.status == .usage || error.status == .no, let goals = try? daemon.goals() else { throw error }
      guard show(goals, context) else { throw error }
    }
    return .success
  }

  /// Whether there is such a goal, and one only.
  @discardableResult
  private func show(_ goals: GoalsView, _ context: Context) -> Bool {
    guard let goal = goals.only(beginning: step) else { return false }
    Printer(context, global).show(goal) { $0.why(goal) }
    return true
  }
}

extension GoalsView {
  /// The same with the one goal that a text names; nil where it names none, or several.
  fileprivate func only(beginning text: String) -> GoalsView? {
    let named = goals.filter { $0.goal == text }
    let matches = named.isEmpty ? goals.filter { $0.goal.hasPrefix(text) } : named
    guard matches.count == 1 else { return nil }
    var view = self
    view.goals = matches
    return view
  }
}
