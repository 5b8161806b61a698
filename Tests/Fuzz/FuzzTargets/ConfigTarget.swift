import HavenConfig
import HavenCore

extension FuzzTarget {
  func takeConfig(_ bytes: [UInt8]) {
    do throws(ConfigurationError) {
      let configuration = try LivedHouse.loader.load(text: bytes, named: "haven.toml")
      check(configuration.warnings)
      var house = LivedHouse(configuration)
      house.live(30)
    } catch .invalid(let findings) {
      precondition(findings.contains { $0.severity == .error }, "refused without saying why")
      check(findings)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// What is said about a config goes to a terminal, whatever stands in it.
  private func check(_ findings: [Diagnostic]) {
    for finding in findings {
      let text = finding.description
      precondition(!text.unicodeScalars.contains(where: \.steersScreen), "a finding that steers the screen")
      precondition(finding.line >= 0 && finding.column >= 0, "a finding outside of the file")
    }
  }
}
