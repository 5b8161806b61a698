import HavenCore

/// What is recorded of one child, who need not be named where there is no other.
protocol AboutOneChild: ActCommand {
  var child: String? { get set }
  func command(about child: String) -> Command
}

extension AboutOneChild {
  func command(_ clock: WallClock) throws(CommandFailure) -> Command {
    guard let child else { throw unnamed([]) }
    return command(about: child)
  }

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    guard child == nil else { return try perform(context) }
    let children = Family(context, global).household.children.map(\.id)
    guard let only = children.first, children.count == 1 else { throw unnamed(global.discreet ? [] : children) }
    var named = self
    named.child = only
    return try named.perform(context)
  }

  private func unnamed(_ children: [ChildID]) -> CommandFailure {
    let typed = Self.configuration.commandName ?? ""
    let choices = children.isEmpty ? ["CHILD"] : children.map { printable($0) }
    return CommandFailure(
      .usage, "for which child?", hint: choices.map { "\(typed) \($0)" }.joined(separator: ", "))
  }
}
