import Glibc
import HavenDesktop
import Testing

/// A program started by a test: its output line by line, its end, and no life beyond the test.
@LoopActor
final class Program {
  let process: pid_t
  let lines = Inbox<String>()
  private(set) var outcome: ChildExit.Outcome?
  /// Nobody holds its output any more.
  private(set) var hasSaidAll = false
  private var child: ChildExit?
  private var reading: IOSource?
  private let descriptor: Int32
  private let input: Int32
  private var rest: [UInt8] = []
  /// Hears each line as it comes, before `lines` has it.
  var onLine: (@LoopActor (String) -> Void)?

  /// - Parameters:
  ///   - environment: what differs from the little of the test's own that is passed on; nil takes a variable away.
  ///   - isQuiet: leaves what it says on stderr out of the test's.
  init(_ arguments: [String], environment: [String: String?] = [:], isQuiet: Bool = false) throws {
    let output = try Pipe(), input = try Pipe(readerWaits: true)
    defer {
      close(output.writer)
      close(input.reader)
    }
    descriptor = output.reader
    self.input = input.writer
    process = try Self.spawn(arguments, environment, input: input.reader, output: output.writer, isQuiet)
    child = try ChildExit(of: process) { [weak self] in self?.outcome = $0 }
    reading = try IOSource(descriptor, .readable) { [weak self] _ in self?.read() }
  }

  isolated deinit {
    reading?.cancel()
    close(descriptor)
    close(input)
    if outcome == nil { kill(process, SIGKILL) }
  }

  /// Gives it a line to read.
  func send(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    #expect(write(input, bytes, bytes.count) == bytes.count)
  }

  /// Asks it to end and waits until it has.
  func end(_ signal: Int32 = SIGTERM) async throws -> ChildExit.Outcome {
    if outcome == nil { kill(process, signal) }
    return try await ended()
  }

  func ended(within limit: Duration = .seconds(20)) async throws -> ChildExit.Outcome {
    try await eventually("the end of process \(process)", within: limit) { outcome != nil }
    return try #require(outcome)
  }

  /// Everything it printed, after its end.
  func output() async throws -> [String] {
    try await eventually("the end of process \(process)") { outcome != nil && hasSaidAll }
    return lines.items
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    guard count > 0 else {
      if count == 0 {
        reading?.cancel()
        hasSaidAll = true
      }
      return
    }
    rest += buffer[..<count]
    while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = String(decoding: rest[..<newline], as: UTF8.self)
      rest.removeSubrange(...newline)
      onLine?(line)
      lines.add(line)
    }
  }

  private static func spawn(
    _ arguments: [String], _ changes: [String: String?], input: Int32, output: Int32, _ isQuiet: Bool
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    if isQuiet { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
    // The loop's thread blocks SIGCHLD; a child is to begin with nothing blocked.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    var variables: [String: String] = ["SWIFT_BACKTRACE": "enable=no"]
    for name in ["PATH", "HOME", "TMPDIR", "LANG"] { variables[name] = BusAddress.variable(name) }
    for (name, value) in changes { variables[name] = value }
    let argv = arguments.map { strdup($0) } + [nil]
    let envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for string in argv + envp { free(string) } }
    var process: pid_t = 0
    let result = posix_spawnp(&process, arguments[0], &actions, &attributes, argv, envp)
    guard result == 0 else { throw SystemError(code: result, operation: "start '\(arguments[0])'") }
    return process
  }
}

/// The two ends of a pipe, neither inherited by children. Reading does not wait, unless asked for.
struct Pipe {
  let reader: Int32, writer: Int32

  init(readerWaits waits: Bool = false) throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SystemError.last("pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    if !waits { _ = fcntl(ends[0], F_SETFL, O_NONBLOCK) }
    (reader, writer) = (ends[0], ends[1])
  }
}
