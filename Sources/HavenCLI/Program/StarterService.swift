/// The service that `init` offers to start: only where a service manager has its unit, and only for the config it reads.
struct StarterService {
  let context: Context
  let isUsualPlace: Bool

  var isOffered: Bool {
    guard isUsualPlace else { return false }
    let shown = context.run(["systemctl", "--user", "show", "havend.service", "--property=" + UnitFacts.properties])
    guard let unit = shown.flatMap(UnitFacts.init(shown:)) else { return false }
    return unit.isInstalled && !(unit.isEnabled && unit.state == "active")
  }

  /// Enter is a yes; the end of input is a no.
  func isWanted() -> Bool {
    context.errors.write("Start Haven now, and at each login? [Y/n] ")
    context.errors.flush()
    guard let answer = context.input()?.lowercased().trimmedBlanks else { return false }
    return answer.isEmpty || answer == "y" || answer == "yes"
  }

  /// Says on standard error where it did not work.
  func start() -> Bool {
    if context.run(["systemctl", "--user", "enable", "--now", "havend.socket", "havend.service"]) != nil {
      return true
    }
    context.errors.line("havenctl: the service could not be started")
    context.errors.line("hint: systemctl --user status havend")
    return false
  }
}
