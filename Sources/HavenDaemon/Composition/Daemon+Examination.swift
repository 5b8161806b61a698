import Glibc
import HavenAPI
import HavenDesktop
import HavenStore

/// What `havenctl doctor` wants to know and only the daemon does.
extension Daemon {
  /// The status, with what a look at every page of the database found. It holds everything else up for as long.
  func examinedStatus() -> StatusView {
    // First, because damage that it meets is the ledger's trouble from then on.
    let faults = ledger.faults()
    var view = status()
    view.ledger.faults = faults
    return view
  }

  /// The timer and the clocks are the kernel's, and always there; logind says before it happens that the machine sleeps.
  var clockSources: [String] {
    (clock == nil ? [] : ["timer", "clocks"]) + (session?.sources.contains("logind") == true ? ["logind"] : [])
  }

  func tellNotifier(_ view: inout StatusView.Notifier) {
    view.bus = notifier.state.isOnBus
    view.ready = notifier.isAvailable
    if case .available(let server) = notifier.state { view.capabilities = server.capabilities.sorted() }
  }

  func tellLedger(_ view: inout StatusView.Ledger) {
    view.troubled = ledger.trouble != nil
    view.bytes = ["", "-wal"].reduce(0) { bytes, suffix in
      var file = stat()
      return bytes + (stat(view.path + suffix, &file) == 0 ? Int(file.st_size) : 0)
    }
    view.pending = ledger.pendingCount
    view.aside = (try? Leftovers.damaged(in: places.state)) ?? []
  }
}
