import Testing

/// Arrows only point down: who may import whom, as a table that runs.
///
///      4   havend                                        havenctl
///      3   HavenDaemon                                   HavenCLI
///      1   HavenStore    HavenDesktop   HavenConfig      HavenAPI
///      0   HavenCore
///
/// A target exists because it is the pure core, the only importer of a foreign library, or the contract of both programs.
/// To let a target import one more module is a decision: change the table in the same commit, and say why.
struct ImportTests {
  private static let allowed: [String: Set<String>] = [
    "HavenCore": [],
    "HavenStore": ["HavenCore", "CSQLite", "FoundationEssentials", "Glibc"],
    // Synchronization: other threads may put jobs on the loop's queue.
    "HavenDesktop": ["HavenCore", "CSystemd", "Logging", "Glibc", "Synchronization"],
    "HavenConfig": ["HavenCore", "CToml", "Glibc"],
    "HavenAPI": ["HavenCore"],
    "HavenDaemon": ["HavenCore", "HavenStore", "HavenDesktop", "HavenConfig", "HavenAPI", "Logging", "Glibc"],
    "HavenCLI": ["HavenCore", "HavenConfig", "HavenAPI", "ArgumentParser", "Glibc"],
    "havend": ["HavenDaemon"],
    "havenctl": ["HavenCLI"],
    "HavenICS": ["CLibical"],
    "haven-ics": ["HavenICS", "Glibc"],
  ]

  /// Headers and a module map, no Swift.
  private static let foreign: Set<String> = ["CSQLite", "CSystemd", "CToml", "CLibical"]

  @Test("every import is in the table")
  func table() throws {
    for source in try SwiftSource.sources.get() {
      let mayImport = try #require(Self.allowed[source.target], "\(source.path): a target that the table does not know")
      for (module, line) in source.imports where !mayImport.contains(module) {
        Issue.record("\(source.path):\(line): \(source.target) may not import \(module)")
      }
    }
  }

  @Test("the table has every target, and no other")
  func targets() {
    #expect(Repository.targets() == Set(Self.allowed.keys).union(Self.foreign))
  }

  @Test("no Foundation, no Dispatch: each wakes the process once a second, or brings ICU")
  func heavy() throws {
    let banned: Set<String> = ["Foundation", "Dispatch", "FoundationInternationalization", "FoundationNetworking"]
    for source in try SwiftSource.sources.get() {
      for (module, line) in source.imports where banned.contains(module) {
        Issue.record("\(source.path):\(line): \(module) is banned everywhere")
      }
    }
  }

  @Test("FoundationEssentials is for JSON: its Date, Calendar and TimeZone know no zone but GMT")
  func civilTime() throws {
    let banned: Set<String> = ["Date", "Calendar", "TimeZone", "DateComponents", "DateInterval", "Locale"]
    for source in try SwiftSource.sources.get()
    where source.imports.contains(where: { $0.module == "FoundationEssentials" }) {
      for line in source.lines {
        for word in line.code.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" })
        where banned.contains(String(word)) {
          Issue.record("\(source.path):\(line.number): '\(word)' in a file that imports FoundationEssentials")
        }
      }
    }
  }
}
