import CSystemd
import Glibc

/// Speaks to the service manager that started us (sd_notify(3), sd_listen_fds(3)). Where none did, nothing happens.
public struct Supervisor: Sendable {
  public init() {}

  /// The config is read, the ledger is open, the socket answers.
  public func tellReady() { notify("READY=1") }

  /// One line for `systemctl --user status`. Ids and times only: others may read it. A newline, which would begin
  /// another assignment, is a space.
  public func tell(status: String) { notify("STATUS=" + PlainText.line(status)) }

  /// The config is being read again; `tellReady` ends it. Type=notify-reload (systemd 253) wants the time as well.
  public func tellReloading() {
    notify("RELOADING=1\nMONOTONIC_USEC=\(TimerSource.Clock.monotonic.microseconds)")
  }

  public func tellStopping() { notify("STOPPING=1") }

  /// The descriptors that systemd opened for us, with their names, in its order. They are ours from now on, and the
  /// variables that told of them are gone.
  public func takeDescriptors() -> [(descriptor: Int32, name: String)] {
    var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = sd_listen_fds_with_names(1, &names)
    guard count > 0 else { return [] }
    defer {
      for index in 0..<Int(count) { free(names?[index]) }
      free(names)
    }
    // SD_LISTEN_FDS_START is 3.
    return (0..<Int(count)).map { index in
      (3 + Int32(index), names?[index].map { String(cString: $0) } ?? "")
    }
  }

  /// Whether a descriptor is a Unix stream socket that listens.
  public func isListeningSocket(_ descriptor: Int32) -> Bool {
    sd_is_socket(descriptor, AF_UNIX, Int32(SOCK_STREAM.rawValue), 1) > 0
  }

  private func notify(_ state: String) { sd_notify(0, state) }
}
