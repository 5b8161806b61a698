import Glibc

/// Runs `haven-ics`, the program that reads .ics files, and takes what it says.
///
/// It is started without a shell, with no environment, no input and no descriptor of ours; it has five seconds.
package struct CalendarProgram {
  static let name = "haven-ics"
  static let largestAnswer = 16 << 20
  /// Seconds.
  package static let patience = 5

  /// As given, or nil to look in the usual places.
  var path: String?

  package init(path: String? = nil) { self.path = path }

  package enum Failure: Error, Hashable, Sendable {
    /// Where it was looked for.
    case notInstalled([String])
    case notStarted(String)
    case tooSlow
    /// It ended by itself or by a limit, and said so.
    case failed(String)
    /// It ended well, and did not say all.
    case unfinished
  }

  /// Reads these files, and waits for it.
  package func read(_ files: [String], seconds: Int = CalendarProgram.patience) -> CalendarAnswers {
    var run = CalendarRun(files)
    while !run.next.isEmpty {
      do throws(Failure) {
        let child = try start(run.next)
        defer { close(child.output) }
        run.ended(hear(child, seconds) { run.took($0) })
      } catch {
        run.failAll(error)
      }
    }
    return run.answers
  }

  /// - Returns: what was wrong with its end.
  private func hear(_ child: Child, _ seconds: Int, _ take: (ArraySlice<UInt8>) -> Bool) -> Failure? {
    let deadline = monotonic() + seconds * 1000
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var waiting = pollfd(fd: child.output, events: Int16(POLLIN), revents: 0)
      let left = deadline - monotonic()
      let ready = left > 0 ? poll(&waiting, 1, Int32(left)) : 0
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else {
        child.end()
        return .tooSlow
      }
      let count = Glibc.read(child.output, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return child.wait() }
      guard take(chunk[..<count]) else {
        child.end()
        return .failed("it says too much")
      }
    }
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

  /// Starts it on these files. The caller takes what it writes, closes that, and waits for the process.
  package func start(_ files: [String]) throws(Failure) -> Child {
    let places = path.map { [$0] } ?? CalendarProgram.places
    guard let program = places.first(where: { access($0, X_OK) == 0 }) else { throw .notInstalled(places) }
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

    let words: [UnsafeMutablePointer<CChar>?] = ([program] + files).map { strdup($0) }
    defer { for word in words { free(word) } }
    var arguments = words + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var pid: pid_t = 0
    let result = posix_spawn(&pid, program, &actions, &attributes, &arguments, &environment)
    guard result == 0 else {
      close(ends[0])
      throw .notStarted(systemText(result))
    }
    return Child(process: pid, output: ends[0])
  }

  /// A child process that we started and must wait for.
  package struct Child {
    package let process: pid_t
    package let output: Int32

    /// What was wrong with its end, nil for an exit with status 0.
    fileprivate func wait() -> Failure? {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 {
        // Where SIGCHLD is ignored the kernel has reaped it; what it wrote says whether it finished.
        if errno != EINTR { return nil }
      }
      return status & 0x7F != 0 ? .killed(signal: status & 0x7F) : .exited(code: status >> 8 & 0xFF)
    }

    fileprivate func end() {
      kill(process, SIGKILL)
      _ = wait()
    }
  }
}

extension CalendarProgram.Failure {
  package static func killed(signal: Int32) -> Self { .failed("it was ended by signal \(signal)") }
  package static func exited(code: Int32) -> Self? { code == 0 ? nil : .failed("it ended with status \(code)") }
}

/// Milliseconds.
private func monotonic() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
}
