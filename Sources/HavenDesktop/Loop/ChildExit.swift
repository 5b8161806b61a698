import CSystemd
import Glibc

/// Waits for a child process to end, and reaps it.
///
/// Blocks SIGCHLD for the calling thread, which has to be the loop's. Letting go of it does not end the child.
public final class ChildExit: LoopSource {
  public enum Outcome: Equatable, Sendable {
    case exited(code: Int32)
    case killed(signal: Int32)
  }

  private let handler: @LoopActor (Outcome) -> Void

  /// - Parameter process: a child of this process that nobody else waits for.
  public init(
    of process: pid_t, handler: @escaping @LoopActor (Outcome) -> Void
  ) throws(SystemError) {
    self.handler = handler
    super.init()
    // sd-event refuses to watch children unless this is blocked, though it reaps by pidfd.
    var childSignal = sigset_t()
    sigemptyset(&childSignal)
    sigaddset(&childSignal, SIGCHLD)
    pthread_sigmask(SIG_BLOCK, &childSignal, nil)
    try sd(
      sd_event_add_child(
        EventLoop.main.event, &raw, process, Int32(WEXITED),
        { _, ended, own in
          guard let ended else { return 0 }
          let status = haven_child_status(ended)
          let outcome: Outcome =
            ended.pointee.si_code == Int32(CLD_EXITED) ? .exited(code: status) : .killed(signal: status)
          return LoopSource.enter(own, as: ChildExit.self) { $0.handler(outcome) }
        }, own), "sd_event_add_child")
  }
}
