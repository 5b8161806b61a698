import Glibc
import Synchronization

/// `ledger-probe` as a second process, or any other program that a test needs, heard line by line.
final class Probe {
  let pid: pid_t
  private let input: Int32
  private let output: Int32
  private var unread: [UInt8] = []
  private var status: Int32?

  /// - Parameter wrapper: what runs the probe: `strace` with its options, say.
  convenience init(_ arguments: String..., under wrapper: [String] = []) {
    self.init(command: wrapper + [Probe.path] + arguments)
  }

  init(command: [String]) {
    // Tests start programs at the same time; a pipe that another's child inherits would never end.
    (pid, input, output) = Probe.starting.withLock { _ in Probe.start(command) }
  }

  private static let starting = Mutex(())

  private static func start(_ command: [String]) -> (pid: pid_t, input: Int32, output: Int32) {
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    pipe(&toChild)
    pipe(&fromChild)
    for descriptor in toChild + fromChild { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var child: pid_t = 0
    var arguments = command.map { strdup($0) } + [nil]
    let code = posix_spawnp(&child, command[0], &actions, nil, &arguments, environ)
    arguments.forEach { free($0) }
    close(toChild[0])
    close(fromChild[1])
    precondition(code == 0, "cannot start \(command[0])")
    return (child, toChild[1], fromChild[0])
  }

  deinit {
    if status == nil { end(by: SIGKILL) }
    close(output)
  }

  /// Beside the test bundle, where the package manager puts every product.
  static let path: String = {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let parts = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).split(separator: "/")
    let beside = "/" + parts.dropLast().joined(separator: "/") + "/ledger-probe"
    // `swift test` may run the bundle from a helper of the toolchain; its first argument then names the bundle.
    if access(beside, X_OK) == 0 { return beside }
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? ""
    return bundle.split(separator: "/", omittingEmptySubsequences: false).prefix { !$0.hasSuffix(".xctest") }
      .joined(separator: "/") + "/ledger-probe"
  }()

  /// The next line; nil at the end, or after thirty seconds of silence.
  func line() -> String? {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread.removeSubrange(...end) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      var ready = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 30_000) > 0 else { return nil }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { return nil }
      unread += buffer[..<count]
    }
  }

  /// All that is left to hear.
  func lines() -> [String] {
    var lines: [String] = []
    while let line = line() { lines.append(line) }
    return lines
  }

  func end(by signal: Int32) {
    kill(pid, signal)
    wait()
  }

  /// Closes its input, hears it out and waits for it.
  ///
  /// - Returns: its exit status, or 128 and the signal that ended it.
  @discardableResult
  func wait() -> Int32 {
    if let status { return status }
    close(input)
    _ = lines()
    var code: Int32 = 0
    waitpid(pid, &code, 0)
    let result = code & 0x7f == 0 ? code >> 8 & 0xff : 128 + code & 0x7f
    status = result
    return result
  }
}

/// Runs a program to its end.
func run(_ command: String...) -> Int32 { Probe(command: command).wait() }

/// Whether a program runs here at all, for tests that need an unusual one.
func canRun(_ command: String...) -> Bool {
  Probe(command: ["/bin/sh", "-c", "\"$@\" >/dev/null 2>&1", "sh"] + command).wait() == 0
}
