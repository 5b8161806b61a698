import Glibc
import HavenDesktop
import Testing

@Suite("A program beside the loop", .onLoop)
struct ChildProgramTests {
  struct End: Equatable, Sendable {
    var outcome: ChildProgram.Outcome
    var said: String?
  }

  @LoopActor private func run(
    _ script: String, reading: String = "", without: Set<String> = [], limit: Duration = .seconds(20)
  ) async throws -> End {
    let ends = Inbox<End>()
    let program = try ChildProgram(
      ["/bin/sh", "-c", script], reading: Array(reading.utf8), without: without, limit: limit
    ) { ends.add(End(outcome: $0, said: $1)) }
    defer { withExtendedLifetime(program) {} }
    return try await ends.next()
  }

  @Test("it is given its bytes and an end, and its last complaint and its status are heard")
  @LoopActor func whole() async throws {
    let end = try await run(
      #"read -r line; test "$line" = '{"a":1}' && ! read -r more && echo unheard; echo one >&2; echo two >&2; exit 3"#,
      reading: "{\"a\":1}\n")
    #expect(end == End(outcome: .exited(code: 3), said: "two"))
    #expect(try await run("exit 0") == End(outcome: .exited(code: 0)))
    #expect(try await run("kill -9 $$").outcome == .killed(signal: 9))
  }

  @Test("it may leave what it is given unread")
  @LoopActor func unread() async throws {
    #expect(try await run("exec <&-; exit 0", reading: String(repeating: "x", count: 4000)).outcome == .exited(code: 0))
  }

  @Test("when its time is over it is killed, with all that it started")
  @LoopActor func slow() async throws {
    let folder = try Folder()
    let end = try await run(
      "tail -f /dev/null & echo $! > \(folder.path)/pid; trap '' TERM; tail -f /dev/null", limit: .milliseconds(300))
    #expect(end.outcome == .tooSlow)
    let text = try Folder.text(of: "\(folder.path)/pid")
    let other = try #require(pid_t(text.split(separator: "\n").first ?? ""))
    try await eventually("the other to end") { kill(other, 0) != 0 || Self.isZombie(other) }
  }

  @Test("what it leaves running at its end is killed as well")
  @LoopActor func leftovers() async throws {
    let folder = try Folder()
    _ = try await run("tail -f /dev/null & echo $! > \(folder.path)/pid")
    let other = try #require(pid_t(try Folder.text(of: "\(folder.path)/pid").split(separator: "\n").first ?? ""))
    try await eventually("the other to end") { kill(other, 0) != 0 || Self.isZombie(other) }
  }

  @Test("one that complains without end is ended")
  @LoopActor func loud() async throws {
    #expect(try await run("while :; do echo no >&2; done").outcome == .tooLoud)
  }

  @Test("it has no signal blocked or ignored, and not the variables that are ours alone")
  @LoopActor func surroundings() async throws {
    setenv("HAVEN_TEST_OURS", "1", 1)
    signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, SIG_DFL) }
    let script = """
      test -z "$HAVEN_TEST_OURS" || { echo variable >&2; exit 1; }
      grep -q '^SigBlk:[[:space:]]*0*$' /proc/self/status || { echo blocked >&2; exit 1; }
      case "$(awk '/^SigIgn/ { print $2 }' /proc/self/status)" in
      *[13579bdf]???) echo ignored >&2; exit 1 ;; # SIGPIPE is the thirteenth
      esac
      """
    let end = try await run(script, without: ["HAVEN_TEST_OURS"])
    #expect(end == End(outcome: .exited(code: 0)))
  }

  @Test("a program that is not there is a fault, and so is more than a pipe takes")
  @LoopActor func faults() throws {
    #expect(throws: ChildProgram.Fault.notStarted(errno: ENOENT)) {
      try ChildProgram(["/nowhere/lamp"], reading: [], limit: .seconds(1)) { _, _ in }
    }
    #expect(throws: ChildProgram.Fault.inputTooLong) {
      try ChildProgram(["/bin/true"], reading: [UInt8](repeating: 0, count: 1 << 20), limit: .seconds(1)) { _, _ in }
    }
  }

  private static func isZombie(_ process: pid_t) -> Bool {
    guard let file = fopen("/proc/\(process)/stat", "r") else { return true }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self).contains(") Z ")
  }
}
