import Glibc
import HavenDesktop
import Testing

/// A `dbus-daemon` of the test's own: nobody else on it, and no service that it could start but the test's.
@LoopActor
final class PrivateBus {
  let address: BusAddress
  private let folder: Folder
  private let configuration: String
  private var daemon: Program?

  /// - Parameter services: name → command line that the bus starts when the name is called for.
  init(services: [String: String] = [:], starts: Bool = true) async throws {
    folder = try Folder()
    address = .socket(at: "\(folder.path)/bus")
    mkdir("\(folder.path)/services", 0o700)
    for (name, command) in services {
      _ = try folder.file("services/\(name).service", "[D-BUS Service]\nName=\(name)\nExec=\(command)\n")
    }
    configuration = try folder.file(
      "bus.conf",
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
       "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig>
        <type>session</type>
        <listen>\(address)</listen>
        <servicedir>\(folder.path)/services</servicedir>
        <policy context="default">
          <allow send_destination="*" eavesdrop="true"/>
          <allow eavesdrop="true"/>
          <allow own="*"/>
        </policy>
      </busconfig>

      """)
    if starts { try await start() }
  }

  /// What a program needs in its environment to be on this bus, and on no other.
  var environment: [String: String?] {
    ["DBUS_SESSION_BUS_ADDRESS": address.text, "DBUS_SYSTEM_BUS_ADDRESS": address.text]
  }

  func start() async throws {
    let daemon = try Program(
      ["dbus-daemon", "--nofork", "--nopidfile", "--print-address", "--config-file=\(configuration)"], isQuiet: true)
    self.daemon = daemon
    _ = try await daemon.lines.next()
  }

  /// Ends the daemon, as a crash or a logout does.
  func stop(_ signal: Int32 = SIGKILL) async throws {
    _ = try await daemon?.end(signal)
    daemon = nil
  }

  /// A client's connection to it, started and connected.
  func client() async throws -> Bus {
    let bus = Bus(address)
    bus.start()
    try await eventually("a connection") { bus.state.isConnected }
    return bus
  }

  /// Takes calls from now on and answers none, until `stop`.
  func freeze() {
    if let daemon { kill(daemon.process, SIGSTOP) }
  }

  /// Sends a signal from a client of its own; `arguments` as busctl reads them, the signature first.
  func emit(_ path: String, _ interface: String, _ member: String, _ arguments: String...) async throws {
    let busctl = try Program(["busctl", "--address=\(address)", "emit", "--", path, interface, member] + arguments)
    #expect(try await busctl.ended() == .exited(code: 0))
  }
}
