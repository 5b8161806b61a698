import Glibc
import HavenDesktop
import Testing

struct BusAddressTests {
  @Test("the session bus is where the environment says, else in the runtime folder, else where systemd puts it")
  func session() {
    func address(_ variables: [String: String]) -> String { BusAddress.session { variables[$0] }.text }
    #expect(
      address(["DBUS_SESSION_BUS_ADDRESS": "unix:abstract=/tmp/x", "XDG_RUNTIME_DIR": "/run/user/4200"])
        == "unix:abstract=/tmp/x")
    #expect(address(["XDG_RUNTIME_DIR": "/run/user/4200"]) == "unix:path=/run/user/4200/bus")
    #expect(address(["DBUS_SESSION_BUS_ADDRESS": ""]) == "unix:path=/run/user/\(getuid())/bus")
  }

  @Test("the system bus is at its well-known place unless the environment says otherwise")
  func system() {
    #expect(BusAddress.system { _ in nil }.text == "unix:path=/run/dbus/system_bus_socket")
    #expect(BusAddress.system { _ in "unix:path=/x" }.text == "unix:path=/x")
  }

  @Test("a path is escaped as the D-Bus specification wants it")
  func escaping() {
    #expect(BusAddress.socket(at: "/run/a b;c=d,e").text == "unix:path=/run/a%20b%3bc%3dd%2ce")
  }
}
