import HavenAPI
import HavenConfig
import HavenCore
import HavenDesktop
import HavenStore
import Logging

/// havend without a machine: its own keeper, ledger and service, on a clock that somebody moves. The transcripts of the
/// documentation are lived through with it; a running havend is no part of it.
@LoopActor
package final class Rehearsal {
  private let daemon: Daemon
  private let service: DaemonService

  /// - Parameters:
  ///   - config: the folder of `haven.toml`, which is whole.
  ///   - state: a folder for a new ledger.
  ///   - onLine: hears every line that is said, to whom, and its words.
  package init(
    config: String, state: String, notifier: any Notifier, timepiece: any Timepiece,
    onLine: @escaping @LoopActor (_ to: CarerID, Words) -> Void
  ) throws {
    var options = DaemonOptions()
    options.config = config
    options.state = state
    options.socket = state + "/none"
    let configuration = try ConfigurationLoader(directory: config).load()
    let ledger = try BufferedLedger(directory: state, now: timepiece.now())
    let logger = Logger(label: "havend") { _ in SwiftLogNoOpLogHandler() }
    daemon = Daemon(
      options: options, places: try Places(options), ledger: ledger, notifier: notifier, session: nil, logger: logger)
    let keeper = DayKeeper(
      goingOnFrom: ledger, with: configuration, notifier: notifier, isLocked: false, login: daemon.login,
      language: .english, logger: logger, timepiece: timepiece)
    daemon.configuration = configuration
    daemon.keeper = keeper
    service = DaemonService(daemon)
    notifier.onEvent = { [unowned keeper] event in keeper.hear(event) }
    keeper.onAnnouncement = { [unowned keeper] announcement, _ in
      if case .line(let line) = announcement { onLine(line.to, keeper.words(for: line)) }
    }
    keeper.start()
  }

  /// Every message that the socket would send for this one.
  package func answer(_ message: [UInt8]) -> [[UInt8]] {
    guard let call = try? VarlinkCall(message: message) else { return [] }
    return answer(call)
  }

  private func answer(_ call: VarlinkCall) -> [[UInt8]] {
    switch VarlinkDispatch.answer(call, service) {
    case .piece(let piece, let rest): [piece.message] + answer(rest)
    case .reply(let reply): [reply.message]
    case .monitor(let first, _): [first.message]
    case .reload: []  // a config that changes meanwhile is in no transcript
    }
  }
}
