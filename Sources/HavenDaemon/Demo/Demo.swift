import Glibc
import HavenConfig
import HavenCore
import HavenDesktop

/// `havend --demo`: a ten-minute day that begins now, in a folder that is gone afterwards.
@LoopActor
enum Demo {
  static func run(_ options: DaemonOptions) throws -> Int32 {
    let folder = try temporaryFolder()
    defer { remove(folder) }
    let now = Instant.now
    let demo = DemoHousehold(start: systemZone().civil(at: now))
    mkdir(folder + "/config", 0o700)
    try write(demo.text, to: folder + "/config/haven.toml")

    var own = options
    own.config = folder + "/config"
    own.state = folder + "/state"
    own.socket = options.socket ?? folder + "/haven.sock"
    if !hasDesktop { own.notifier = .terminal }
    let ready = own
    return try Havend.run(own, places: Places(own)) {
      sayWhatToType(socket: ready.socket ?? "", isOnDesktop: ready.notifier == .desktop, demo)
    }
  }

  /// A session bus to speak on.
  private static var hasDesktop: Bool {
    if Places.variable("DBUS_SESSION_BUS_ADDRESS") != nil {
      return Places.variable("DISPLAY") != nil || Places.variable("WAYLAND_DISPLAY") != nil
    }
    guard let runtime = Places.variable("XDG_RUNTIME_DIR") else { return false }
    return access(runtime + "/bus", F_OK) == 0
      && (Places.variable("DISPLAY") ?? Places.variable("WAYLAND_DISPLAY")) != nil
  }

  private static func sayWhatToType(socket: String, isOnDesktop: Bool, _ demo: DemoHousehold) {
    let havenctl = besideUs("havenctl")
    print(
      """
      A ten-minute day with otter and wren begins now. The first warning comes within a minute,
      \(isOnDesktop ? "on your desktop" : "here in the terminal"): otter's shoes at \(demo.wall(plus: 3)).

      In a second shell, type

        \(havenctl) --socket \(socket) now
        \(havenctl) --socket \(socket) day
        \(havenctl) --socket \(socket) delay shoes-on 2m
        \(havenctl) --socket \(socket) watch

      Ctrl-C ends it. Nothing of yours is read, and nothing stays.

      """)
    fflush(nil)
  }

  /// The path of a program that was installed, or built, beside this one.
  private static func besideUs(_ name: String) -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    guard length > 0 else { return name }
    let own = String(decoding: buffer[..<length], as: UTF8.self)
    guard let slash = own.lastIndex(of: "/") else { return name }
    return own[...slash] + name
  }

  private static func temporaryFolder() throws(SystemError) -> String {
    let base = Places.variable("XDG_RUNTIME_DIR") ?? Places.variable("TMPDIR") ?? "/tmp"
    var template = Array("\(base)/haven-demo-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError.last("make a folder in '\(base)'") }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError.last("write '\(path)'") }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw SystemError.last("write '\(path)'") }
  }

  /// Takes away what the demo made, and nothing else.
  private static func remove(_ folder: String) {
    for inside in [folder + "/state/private", folder + "/state", folder + "/config", folder] {
      guard let directory = opendir(inside) else { continue }
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { unlink(inside + "/" + name) }
      }
      closedir(directory)
      rmdir(inside)
    }
  }
}
