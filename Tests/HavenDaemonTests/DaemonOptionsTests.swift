import Testing

@testable import HavenDaemon

@Suite struct DaemonOptionsTests {
  @Test("places, notifier and action are read from the command line")
  func reads() throws {
    var expected = DaemonOptions()
    expected.config = "/c"
    expected.state = "/s"
    expected.socket = "/k"
    expected.notifier = .terminal
    #expect(
      try DaemonOptions(["--config", "/c", "--state=/s", "--socket", "/k", "--notifier", "terminal"]) == expected)
  }

  @Test(
    "what makes no sense is refused by name",
    arguments: [
      (["--nonsense"], "--nonsense"), (["--notifier", "telegraph"], "telegraph"), (["--config"], "--config"),
      (["--config", "--state"], "--config"), (["--state="], "--state"),
    ])
  func refuses(words: [String], named: String) {
    let error = #expect(throws: DaemonOptions.UsageError.self) { try DaemonOptions(words) }
    #expect(error?.text.contains("'\(named)'") == true)
  }
}

@Suite struct PlacesTests {
  private let variables = ["HOME": "/home/ros", "XDG_RUNTIME_DIR": "/run/user/1000"]

  @Test("without XDG variables everything is under the home")
  func defaults() throws {
    let places = try Places(DaemonOptions(), environment: { variables[$0] })
    #expect(places.config == "/home/ros/.config/haven")
    #expect(places.state == "/home/ros/.local/state/haven")
    #expect(places.socket == "/run/user/1000/haven/haven.sock")
  }

  @Test("a relative XDG variable is invalid, and ignored")
  func ignoresRelative() throws {
    let odd = variables.merging(["XDG_CONFIG_HOME": "config"]) { _, new in new }
    #expect(try Places(DaemonOptions(), environment: { odd[$0] }).config == "/home/ros/.config/haven")
  }

  @Test("without a runtime directory a socket has to be named")
  func needsSocket() {
    let error = #expect(throws: Places.Unnamed.self) {
      try Places(DaemonOptions(), environment: { ["HOME": "/home/ros"][$0] })
    }
    #expect(error?.hint.contains("--socket") == true)
  }

  @Test("--check needs the config's place and no other")
  func checking() throws {
    let options = try DaemonOptions(["--check", "--config", "/etc/haven"])
    #expect(try Places.config(options, environment: { _ in nil }) == "/etc/haven")
    #expect(try Places.config(DaemonOptions(), environment: { ["HOME": "/h"][$0] }) == "/h/.config/haven")
  }
}
