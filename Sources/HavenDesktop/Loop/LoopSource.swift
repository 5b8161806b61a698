import CSystemd

/// One thing that the loop waits for, and the closure it runs then.
///
/// The source lives as long as its owner keeps it: `cancel()`, or letting go of it, ends it, and its closure does
/// not run again. A closure may cancel or drop its own source. What a closure captures strongly lives as long as the
/// source does, so an owner that keeps its source in a property captures itself `weak` or `unowned`.
@LoopActor
public class LoopSource {
  var raw: OpaquePointer?

  init() {}

  isolated deinit { cancel() }

  /// Ends the source. Harmless when it has ended.
  public final func cancel() {
    guard let raw else { return }
    self.raw = nil
    sd_event_source_disable_unref(raw)
    didCancel()
  }

  /// For what a kind of source has to put away besides the event source.
  func didCancel() {}

  public final var isCancelled: Bool { raw == nil }

  /// What C gets to hold. Never outlives the source: `cancel` takes it back before `self` goes.
  final var own: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// From a C callback to the source's own code, held for as long as that runs.
  nonisolated static func enter<Source: LoopSource>(
    _ own: UnsafeMutableRawPointer?, as _: Source.Type, _ body: @LoopActor (Source) -> Void
  ) -> Int32 {
    guard let own else { return 0 }
    nonisolated(unsafe) let pointer = own
    LoopActor.assumeIsolated { body(Unmanaged<Source>.fromOpaque(pointer).takeUnretainedValue()) }
    return 0
  }
}
