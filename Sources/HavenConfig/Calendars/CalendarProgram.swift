import Glibc

/// Runs `haven-ics`, the program that reads one .ics file, and takes what it says.
///
/// It is started without a shell, with no environment, no input and no descriptor of ours; it has five seconds.
struct CalendarProgram {
  static let name = "haven-ics"
  static let largestAnswer = 16 << 20

  /// As given, or nil to look in the usual places.
  var path: String?

  enum Failure: Error, Hashable {
    /// Where it was looked for.
    case notInstalled([String])
    case notStarted(String)
    case tooSlow
    /// It ended by itself or by a limit, and said so.
    case failed(String)
  }

  func read(_ file: String, seconds: Int = 5) throws(Failure) -> [UInt8] {
    let places = path.map { [$0] } ?? CalendarProgram.places
    guard let program = places.first(where: { access($0, X_OK) == 0 }) else { throw .notInstalled(places) }
    let child = try start(program, file)
    defer { close(child.output) }
    let deadline = monotonic() + seconds * 1000
    var answer: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var waiting = pollfd(fd: child.output, events: Int16(POLLIN), revents: 0)
      let left = deadline - monotonic()
      let ready = left > 0 ? poll(&waiting, 1, Int32(left)) : 0
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else {
        child.end()
        throw .tooSlow
      }
      let count = Glibc.read(child.output, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      answer += chunk[..<count]
      guard answer.count <= CalendarProgram.largestAnswer else {
        child.end()
        throw .failed("it says too much")
      }
    }
    if let failure = child.wait() { throw .failed(failure) }
    return answer
  }

  /// `$HAVEN_LIBEXEC`, beside the running program, then `../libexec/haven` from there.
  static var places: [String] {
    var folders: [String] = []
    if let named = getenv("HAVEN_LIBEXEC").map({ String(cString: $0) }), named.hasPrefix("/") { folders.append(named) }
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    if length > 0 {
      let program = String(decoding: buffer[..<length], as: UTF8.self)
      let folder = program.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
      folders += [folder, "\(folder)/../libexec/haven"]
    }
    return folders.map { "\($0)/\(name)" }
  }

  private func start(_ program: String, _ file: String) throws(Failure) -> RunningChild {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .notStarted(systemText(errno)) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[1]) }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

    // A daemon blocks the signals that it takes from a descriptor; its child must not inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    let words: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(file)]
    defer { for word in words { free(word) } }
    var arguments = words + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var pid: pid_t = 0
    let result = posix_spawn(&pid, program, &actions, &attributes, &arguments, &environment)
    guard result == 0 else {
      close(ends[0])
      throw .notStarted(systemText(result))
    }
    return RunningChild(pid: pid, output: ends[0])
  }
}

/// A child process that we started and must wait for.
private struct RunningChild {
  let pid: pid_t
  let output: Int32

  /// What was wrong with its end, nil for an exit with status 0.
  func wait() -> String? {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 {
      // Where SIGCHLD is ignored the kernel has reaped it; what it wrote says whether it finished.
      if errno != EINTR { return nil }
    }
    if status & 0x7F != 0 { return "it was ended by signal \(status & 0x7F)" }
    let code = status >> 8 & 0xFF
    return code == 0 ? nil : "it ended with status \(code)"
  }

  func end() {
    kill(pid, SIGKILL)
    _ = wait()
  }
}

/// Milliseconds.
private func monotonic() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
}
