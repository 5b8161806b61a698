import Glibc
import HavenConfig
import HavenDesktop

/// Reads calendar files in processes of their own, while the loop goes on: a file that takes its reader five seconds
/// takes nobody's warning with it.
@LoopActor
final class CalendarReading {
  private let program: CalendarProgram
  private let then: @LoopActor (CalendarAnswers) -> Void
  private var run: CalendarRun
  private var child: CalendarProgram.Child?
  private var output: IOSource?
  private var exit: ChildExit?
  private var deadline: TimerSource?
  /// How the process ended, once it has.
  private var outcome: ChildExit.Outcome?
  private var isAtEnd = false
  private var failure: CalendarProgram.Failure?

  init(_ files: [String], with program: CalendarProgram, then: @escaping @LoopActor (CalendarAnswers) -> Void) {
    self.program = program
    self.then = then
    run = CalendarRun(files)
  }

  /// `then` is called once, never before this returns to the loop unless no process can be had.
  func start() {
    guard !run.next.isEmpty else { return then(run.answers) }
    do {
      let child = try program.start(run.next)
      self.child = child
      (outcome, isAtEnd, failure) = (nil, false, nil)
      _ = fcntl(child.output, F_SETFL, O_NONBLOCK)
      exit = try ChildExit(of: child.process) { [unowned self] outcome in ended(outcome) }
      output = try IOSource(child.output, .readable) { [unowned self] _ in read(child.output) }
      deadline = try TimerSource(.monotonic) { [unowned self] in end(.tooSlow) }
      deadline?.arm(after: .seconds(CalendarProgram.patience))
    } catch let error as CalendarProgram.Failure {
      giveUp(error)
    } catch {
      giveUp(.notStarted("\(error)"))
    }
  }

  private func giveUp(_ failure: CalendarProgram.Failure) {
    if let child {
      kill(child.process, SIGKILL)
      waitpid(child.process, nil, 0)
    }
    letGo()
    run.failAll(failure)
    then(run.answers)
  }

  private func read(_ descriptor: Int32) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &chunk, chunk.count)
    if count > 0 { return run.took(chunk[..<count]) ? () : end(.failed("it says too much")) }
    if count < 0, errno == EAGAIN || errno == EINTR { return }
    output?.cancel()
    isAtEnd = true
    goOn()
  }

  /// Its exit follows; what it wrote is not waited for any more.
  private func end(_ failure: CalendarProgram.Failure) {
    self.failure = failure
    isAtEnd = true
    output?.cancel()
    if let child { kill(child.process, SIGKILL) }
    goOn()
  }

  private func ended(_ outcome: ChildExit.Outcome) {
    self.outcome = outcome
    goOn()
  }

  /// Both have to be there: what it wrote, and that it ended by itself.
  private func goOn() {
    guard isAtEnd, let outcome else { return }
    letGo()
    switch outcome {
    case .exited(let code): run.ended(failure ?? .exited(code: code))
    case .killed(let signal): run.ended(failure ?? .killed(signal: signal))
    }
    start()
  }

  private func letGo() {
    deadline = nil
    output = nil
    exit = nil
    if let child { close(child.output) }
    child = nil
  }
}
