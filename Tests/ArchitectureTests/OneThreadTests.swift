import Testing

/// Haven is one thread on one loop. Whatever starts another, or sleeps on it, costs a wake-up a second for ever
/// and cannot be seen in a review: so it is looked for here, and counted on a running havend in Tests/EndToEnd.
struct OneThreadTests {
  @Test("no task leaves the loop: tasks are started with an executor preference")
  func tasks() throws {
    for source in try SwiftSource.sources.get() {
      for (line, next) in zip(source.lines, source.lines.dropFirst()) {
        if startsPlainTask(line.code, next: next.code) {
          Issue.record("\(source.path):\(line.number): a plain Task is not for Haven")
        }
      }
    }
    try forbid(in: SwiftSource.sources) { code in
      ["Task.detached", "Task.sleep", "Task.immediate"].first { call in code.contains(call) }
    }
  }

  @Test("main is synchronous")
  func mains() throws {
    try forbid(in: SwiftSource.sources) { code in
      for way in ["func main() async", "AsyncParsableCommand"] where code.contains(way) { return way }
      return nil
    }
  }

  @Test("nobody starts a thread, forks or sleeps")
  func threads() throws {
    let calls = ["pthread_create", "Thread(", "fork(", "vfork(", "sleep(", "usleep(", "nanosleep(", "clock_nanosleep("]
    try forbid(in: SwiftSource.sources) { code in calls.first { call in callsFunction(call, in: code) } }
  }

  @Test("nobody asks the clock that lags behind, by which a cue that is due is not")
  func coarseClocks() throws {
    let calls = ["time(nil", "time(NULL", "time(&"]
    try forbid(in: SwiftSource.sources) { code in
      calls.first { call in callsFunction(call, in: code) } ?? (code.contains("_COARSE") ? "a coarse clock" : nil)
    }
  }

  @Test("a test awaits a state or moves its own clock; it never sleeps")
  func sleepsInTests() throws {
    let calls = ["sleep(", "usleep(", "nanosleep("]
    try forbid(in: SwiftSource.tests) { code in calls.first { call in callsFunction(call, in: code) } }
  }

  private func forbid(in sources: Result<[SwiftSource], any Error>, _ find: (String) -> String?) throws {
    for source in try sources.get() {
      for line in source.lines {
        if let found = find(line.code) { Issue.record("\(source.path):\(line.number): \(found) is not for Haven") }
      }
    }
  }

  /// `Task {`, `Task<Void, Never> {`, `Task(priority: .low) {`; `Task(executorPreference: loop)` is the one way in.
  private func startsPlainTask(_ code: String, next: String) -> Bool {
    code.ranges(of: /\bTask\s*(<[^{]*>)?\s*(\{|\()/).contains { range in
      !code[range.lowerBound...].contains("executorPreference:") && !next.contains("executorPreference:")
    }
  }

  /// `call` is a name with its parenthesis; a longer name that ends so, a method or a function of our own is not meant.
  private func callsFunction(_ call: String, in code: String) -> Bool {
    code.ranges(of: call).contains { range in
      guard !code[..<range.lowerBound].hasSuffix("func ") else { return false }
      guard let before = code[..<range.lowerBound].last else { return true }
      return !before.isLetter && !before.isNumber && before != "_" && before != "."
    }
  }
}
