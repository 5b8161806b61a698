import Glibc
import HavenCore

/// A program that runs beside the loop: it is given some bytes to read, has so long, and is heard of once when it is over.
///
/// It is started without a shell, in a process group of its own, with nothing of ours open and its output unheard. At its
/// end, and at the end of its time, all that is left in the group is killed, so that nothing goes on unseen. The loop
/// never waits for it.
@LoopActor
public final class ChildProgram {
  public enum Outcome: Sendable, Equatable {
    case exited(code: Int32)
    case killed(signal: Int32)
    /// It had not ended when its time was over.
    case tooSlow
    /// It complained without end.
    case tooLoud
  }

  /// Why it was not started at all.
  public enum Fault: Error, Equatable, CustomStringConvertible {
    case notStarted(errno: Int32)
    /// More than a pipe takes at once.
    case inputTooLong

    public var description: String {
      switch self {
      case .notStarted(let code): String(cString: strerror(code))
      case .inputTooLong: "what it is to read is too long"
      }
    }
  }

  /// Bytes of complaints that are read; whoever writes more is ended.
  public static let mostComplaints = 64 * 1024

  private let process: pid_t
  private let complaints: Int32
  private var exit: ChildExit?
  private var reading: IOSource?
  private var clock: TimerSource?
  private var read = 0
  private var last: [UInt8] = []
  private var line: [UInt8] = []
  private var ending: Outcome?
  private let handler: @LoopActor (Outcome, String?) -> Void

  /// - Parameters:
  ///   - words: the program, by its path or its name in `$PATH`, and what it is told.
  ///   - without: names of variables of our environment that are not passed on.
  ///   - limit: how long it may take.
  ///   - handler: hears how it ended, and the last line that it wrote to its standard error.
  public init(
    _ words: [String], reading input: [UInt8], without: Set<String> = [], limit: Duration,
    handler: @escaping @LoopActor (Outcome, String?) -> Void
  ) throws(Fault) {
    self.handler = handler
    var errors: [Int32] = [-1, -1]
    guard pipe(&errors) == 0 else { throw .notStarted(errno: errno) }
    for end in errors { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(errors[0], F_SETFL, O_NONBLOCK)
    complaints = errors[0]
    do throws(Fault) {
      let inlet = try ChildProgram.filled(input)
      process = try ChildProgram.start(words, without, input: inlet, errors: errors[1])
    } catch {
      close(errors[0])
      close(errors[1])
      throw error
    }
    close(errors[1])
    watch(limit)
  }

  isolated deinit {
    if exit != nil { kill(-process, SIGKILL) }
    reading?.cancel()
    close(complaints)
  }

  /// Ends it, and all that it started.
  public func end(as outcome: Outcome = .killed(signal: SIGKILL)) {
    guard exit != nil else { return }
    if ending == nil { ending = outcome }
    kill(-process, SIGKILL)
  }

  private func watch(_ limit: Duration) {
    exit = try? ChildExit(of: process) { [weak self] in self?.ended($0) }
    reading = try? IOSource(complaints, .readable, priority: .behind) { [weak self] _ in self?.hear() }
    clock = try? TimerSource(.monotonic) { [weak self] in self?.end(as: .tooSlow) }
    clock?.arm(after: limit)
    guard exit == nil else { return }
    // Without the means to hear of its end there is none to wait for.
    kill(-process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// sd-event reaps after this has run: the number is still the group's.
  private func ended(_ outcome: ChildExit.Outcome) {
    kill(-process, SIGKILL)
    hear()
    exit = nil
    clock?.cancel()
    reading?.cancel()
    reading = nil
    if !line.isEmpty { last = line }
    let said = last.isEmpty ? nil : String(decoding: last, as: UTF8.self)
    switch outcome {
    case .exited(let code): handler(ending ?? .exited(code: code), said)
    case .killed(let signal): handler(ending ?? .killed(signal: signal), said)
    }
  }

  /// At most one buffer a turn of the loop, behind everything else.
  private func hear() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(complaints, &buffer, buffer.count)
    guard count > 0 else {
      if count == 0 { reading?.cancel() }
      return
    }
    read += count
    for byte in buffer[..<count] {
      if byte != UInt8(ascii: "\n") {
        if line.count < 300 { line.append(byte) }
      } else {
        if !line.isEmpty { last = line }
        line = []
      }
    }
    if read > ChildProgram.mostComplaints {
      reading?.cancel()
      end(as: .tooLoud)
    }
  }

  /// The reading end of a pipe that holds these bytes and no more.
  private static func filled(_ bytes: [UInt8]) throws(Fault) -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .notStarted(errno: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    defer { close(ends[1]) }
    guard write(ends[1], bytes, bytes.count) == bytes.count else {
      close(ends[0])
      throw .inputTooLong
    }
    return ends[0]
  }

  private static func start(
    _ words: [String], _ without: Set<String>, input: Int32, errors: Int32
  ) throws(Fault) -> pid_t {
    defer { close(input) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)

    // The daemon blocks the signals that it takes from descriptors, and ignores SIGPIPE: a program begins as from a shell.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

    var variables: [String] = []
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if !without.contains(String(text.prefix { $0 != "=" })) { variables.append(text) }
      next += 1
    }
    let argv = words.map { strdup($0) } + [nil]
    let envp = variables.map { strdup($0) } + [nil]
    defer { for string in argv + envp { free(string) } }
    var process: pid_t = 0
    let result = posix_spawnp(&process, words.first ?? "", &actions, &attributes, argv, envp)
    guard result == 0 else { throw .notStarted(errno: result) }
    return process
  }
}
