import CSystemd
import Glibc

/// Hears a signal on the loop instead of in a signal handler.
///
/// Blocks the signal for the calling thread, which has to be the loop's, and the only one: another thread that does
/// not block it would take it and die of it. Children inherit the mask; whoever starts one clears it there.
public final class SignalSource: LoopSource {
  private let handler: @LoopActor () -> Void

  public init(_ signal: Int32, handler: @escaping @LoopActor () -> Void) throws(SystemError) {
    self.handler = handler
    super.init()
    try sd(
      sd_event_add_signal(
        EventLoop.main.event, &raw, signal | SD_EVENT_SIGNAL_PROCMASK,
        { _, _, own in LoopSource.enter(own, as: SignalSource.self) { $0.handler() } }, own),
      "sd_event_add_signal")
  }
}
