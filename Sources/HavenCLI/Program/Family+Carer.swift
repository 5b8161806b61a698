import HavenCore

extension Family {
  /// Whose own file a command is about: `--as`, else the first carer; never one whose login is another.
  func carer(_ global: GlobalOptions, _ context: Context) throws(CommandFailure) -> CarerID {
    let carers = household.carers.map(\.id)
    var carer = carers[0]  // a household has a carer
    if let typed = global.carer {
      let matches = carers.contains(typed) ? [typed] : carers.filter { $0.hasPrefix(typed) }
      guard let only = matches.first, matches.count == 1 else {
        throw CommandFailure(
          .usage, matches.isEmpty ? "no carer '\(printable(typed))'" : "'\(typed)' could be \(listText(matches))")
      }
      carer = only
    }
    // The name of a login may come from anywhere on the network, by libraries that a static program must not load.
    let login = context.run(["id", "-un"]).map { String($0.prefix { !$0.isNewline }) }
    let privacy = Privacy(household: household, login: login)
    guard privacy.mayGiveOut(own: carer) else { throw CommandFailure(.notPermitted, privacy.refusal(own: carer)) }
    return carer
  }
}
