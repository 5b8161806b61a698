/// What the service manager of a login says of `havend.service`, as `systemctl --user show` prints it.
struct UnitFacts: Equatable {
  var isInstalled: Bool
  /// At login, or by its socket.
  var isEnabled: Bool
  /// `active`, `inactive`, `failed`, …
  var state: String
  /// The unit's file has changed since the manager read it.
  var isStale = false
  /// Nil while it does not run.
  var pid: Int?

  static let properties = "LoadState,UnitFileState,ActiveState,NeedDaemonReload,MainPID"

  init(isInstalled: Bool, isEnabled: Bool, state: String, isStale: Bool = false, pid: Int? = nil) {
    self.isInstalled = isInstalled
    self.isEnabled = isEnabled
    self.state = state
    self.isStale = isStale
    self.pid = pid
  }

  /// Nil where this is no answer of systemctl's.
  init?(shown text: String) {
    var values: [Substring: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { values[parts[0]] = String(parts[1]) }
    }
    guard let load = values["LoadState"], let active = values["ActiveState"] else { return nil }
    isInstalled = load == "loaded"
    isEnabled = ["enabled", "enabled-runtime"].contains(values["UnitFileState"] ?? "")
    state = active
    isStale = values["NeedDaemonReload"] == "yes"
    pid = values["MainPID"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }
}
