// swift-tools-version: 6.2
import PackageDescription

// CI sets HAVEN_STRICT: a warning in our own code fails the build there, and only there,
// so that a newer compiler never stops a family from building Haven.
let strict: [SwiftSetting] = Context.environment["HAVEN_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

let package = Package(
  name: "haven",
  products: [
    .executable(name: "havend", targets: ["havend"]),
    .executable(name: "havenctl", targets: ["havenctl"]),
    .executable(name: "haven-ics", targets: ["haven-ics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    // Level 0: time, plan, ladders, care, engine. Pure: no clock, file, socket or log.
    .target(name: "HavenCore", swiftSettings: strict),

    // Level 1: each the only importer of one foreign library, or the contract of the two programs.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "HavenStore", dependencies: ["HavenCore", "CSQLite"], swiftSettings: strict),
    .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
    .target(
      name: "HavenDesktop",
      dependencies: ["HavenCore", "CSystemd", .product(name: "Logging", package: "swift-log")],
      swiftSettings: strict),
    .target(name: "CToml", cxxSettings: [.define("TOML_EXCEPTIONS", to: "0")]),
    .target(name: "HavenConfig", dependencies: ["HavenCore", "CToml"], swiftSettings: strict),
    .systemLibrary(name: "CLibical", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
    // Only for haven-ics: nothing that libical reads is ever read by a daemon.
    .target(name: "HavenICS", dependencies: ["CLibical"], swiftSettings: strict),
    .target(name: "HavenAPI", dependencies: ["HavenCore"], swiftSettings: strict),

    // Level 3: composition, and one command a file.
    .target(
      name: "HavenDaemon",
      dependencies: [
        "HavenCore", "HavenStore", "HavenDesktop", "HavenConfig", "HavenAPI",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "HavenCLI",
      dependencies: [
        "HavenCore", "HavenConfig", "HavenAPI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Level 4: mains.
    // Addresses that are known beforehand: half a megabyte of tables is the file's, shared, and not the process's own
    // (docs/decisions/0023-programs-at-known-addresses.md).
    .executableTarget(
      name: "havend", dependencies: ["HavenDaemon"], swiftSettings: strict,
      linkerSettings: [
        .unsafeFlags(["-Xlinker", "-no-pie", "-Xlinker", "--no-export-dynamic"], .when(configuration: .release))
      ]),
    // No library is looked up, and no address moved, each time that somebody asks what is next
    // (docs/decisions/0023-programs-at-known-addresses.md).
    .executableTarget(
      name: "havenctl", dependencies: ["HavenCLI"], swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-static-executable"], .when(configuration: .release))]),
    .executableTarget(name: "haven-ics", dependencies: ["HavenICS"], swiftSettings: strict),

    .testTarget(name: "HavenCoreTests", dependencies: ["HavenCore"], swiftSettings: strict),
    // A second process for tests that kill, lock out or starve one; never installed.
    .executableTarget(
      name: "ledger-probe", dependencies: ["HavenStore"], path: "Tests/Probes/ledger-probe", swiftSettings: strict),
    .testTarget(
      name: "HavenStoreTests", dependencies: ["HavenStore", "HavenCore", "ledger-probe"], swiftSettings: strict),
    // A process of one thread, for tests to look at from outside; never installed.
    .executableTarget(
      name: "loop-probe", dependencies: ["HavenDesktop", .product(name: "Logging", package: "swift-log")],
      path: "Tests/Probes/loop-probe", swiftSettings: strict),
    .testTarget(name: "HavenDesktopTests", dependencies: ["HavenDesktop", "loop-probe"], swiftSettings: strict),
    .testTarget(
      name: "HavenConfigTests", dependencies: ["HavenConfig", "haven-ics"], exclude: ["Calendars/Exports"],
      swiftSettings: strict),
    .testTarget(name: "HavenAPITests", dependencies: ["HavenAPI"], swiftSettings: strict),
    // The daemon's keeper in a world of faults, seed by seed (docs/reliability.md); never installed.
    .executableTarget(
      name: "fault-simulation",
      dependencies: [
        "HavenCore", "HavenStore", "HavenDesktop", "HavenConfig", "HavenAPI", "HavenDaemon", "CSQLite",
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Tests/FaultSimulation", swiftSettings: strict),
    // The daemon's keeper and its ledger without a daemon, for `make bench`; never installed.
    .executableTarget(
      name: "bench-probe",
      dependencies: [
        "HavenCore", "HavenStore", "HavenDesktop", "HavenConfig", "HavenDaemon",
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Tests/Probes/bench-probe", swiftSettings: strict),
    // Both programs on a clock that is moved, for the transcripts in docs; never installed.
    .executableTarget(
      name: "rehearsal",
      dependencies: ["HavenCore", "HavenDesktop", "HavenConfig", "HavenAPI", "HavenDaemon", "HavenCLI"],
      path: "Tests/Rehearsal", swiftSettings: strict),
    .testTarget(name: "HavenDaemonTests", dependencies: ["HavenDaemon"], swiftSettings: strict),
    .testTarget(name: "HavenCLITests", dependencies: ["HavenCLI"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    // What strangers may send, given to its readers: by `make fuzz` for as long as one likes, and the seeds by a test.
    .target(
      name: "FuzzTargets", dependencies: ["HavenCore", "HavenConfig", "HavenAPI", "HavenStore", "HavenICS"],
      path: "Tests/Fuzz/FuzzTargets", swiftSettings: strict),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/FuzzTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// The program of `make fuzz`, which is linked with libFuzzer and therefore built by nothing else.
if Context.environment["HAVEN_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "haven-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/haven-fuzz", swiftSettings: strict))
}
