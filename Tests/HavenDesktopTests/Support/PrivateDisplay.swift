import Glibc
import HavenDesktop
import Testing

/// An X server without a screen, for the notification servers that draw.
@LoopActor
final class PrivateDisplay {
  private let server: Program
  private let folder: Folder
  let environment: [String: String?]

  init(on bus: PrivateBus) async throws {
    folder = try Folder()
    server = try Program(
      ["Xvfb", "-displayfd", "1", "-screen", "0", "900x600x24", "-nolisten", "tcp"], isQuiet: true)
    let number = try await server.lines.next()
    environment = bus.environment.merging([
      "DISPLAY": ":\(number)", "HOME": folder.path, "XDG_RUNTIME_DIR": folder.path, "XDG_CONFIG_HOME": folder.path,
      "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11",
    ]) { _, own in own }
  }

  func file(_ name: String, _ text: String) throws -> String { try folder.file(name, text) }

  /// Runs a program on this display to its end.
  /// - Returns: what it printed.
  @discardableResult
  func run(_ arguments: String...) async throws -> [String] {
    try await Program(arguments, environment: environment, isQuiet: true).output()
  }

  /// Kept where CI collects what tests leave, if it does.
  func screenshot(_ name: String) async throws {
    guard let artifacts = BusAddress.variable("HAVEN_ARTIFACTS") else { return }
    try await run("import", "-window", "root", "\(artifacts)/\(name).png")
  }

  /// Where the window of a class stands, once it does.
  func window(ofClass name: String) async throws -> (x: Int, y: Int, width: Int, height: Int) {
    let end = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < end {
      for window in try await run("xdotool", "search", "--onlyvisible", "--class", name) {
        let pairs = try await run("xdotool", "getwindowgeometry", "--shell", window).map { $0.split(separator: "=") }
        let shape = Dictionary(pairs.compactMap { $0.count == 2 ? ($0[0], Int($0[1])) : nil }) { $1 }
        if let x = shape["X"] ?? nil, let y = shape["Y"] ?? nil, let width = shape["WIDTH"] ?? nil,
          let height = shape["HEIGHT"] ?? nil, width > 50
        {
          return (x, y, width, height)
        }
      }
    }
    throw NotInTime(description: "no window of '\(name)'")
  }

  /// Where a program of Debian's lies, which puts them below a folder named for the machine; nil where there is none.
  nonisolated static func installed(_ path: String) -> String? {
    let folders = ["/usr/bin", "/usr/lib"] + ((try? Folder.names(in: "/usr/lib")) ?? []).map { "/usr/lib/\($0)" }
    return folders.map { "\($0)/\(path)" }.first { access($0, X_OK) == 0 }
  }
}
