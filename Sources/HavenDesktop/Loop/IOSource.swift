import CSystemd
import Glibc

/// Waits until a file descriptor can be read or written, or its other end has gone.
///
/// The descriptor stays the caller's: cancel the source first, then close it.
public final class IOSource: LoopSource {
  /// A set of epoll events; `closed` and `failed` are reported whether asked for or not.
  public struct Events: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static let readable = Events(rawValue: UInt32(EPOLLIN.rawValue))
    public static let writable = Events(rawValue: UInt32(EPOLLOUT.rawValue))
    /// The other end will send no more.
    public static let readClosed = Events(rawValue: UInt32(EPOLLRDHUP.rawValue))
    public static let closed = Events(rawValue: UInt32(EPOLLHUP.rawValue))
    public static let failed = Events(rawValue: UInt32(EPOLLERR.rawValue))
  }

  private let handler: @LoopActor (Events) -> Void

  /// Whose turn comes first where several sources are ready.
  public enum Priority: Sendable {
    case ordinary
    /// After every timer and every source that is not behind: for clients, of whom there may be many and who may flood.
    case behind
  }

  public init(
    _ descriptor: Int32, _ events: Events, priority: Priority = .ordinary,
    handler: @escaping @LoopActor (Events) -> Void
  ) throws(SystemError) {
    self.handler = handler
    self.events = events
    super.init()
    try sd(
      sd_event_add_io(
        EventLoop.main.event, &raw, descriptor, events.rawValue,
        { _, _, happened, own in
          LoopSource.enter(own, as: IOSource.self) { $0.handler(Events(rawValue: happened)) }
        }, own), "sd_event_add_io")
    if priority == .behind { sd_event_source_set_priority(raw, Int64(SD_EVENT_PRIORITY_IDLE)) }
  }

  /// What is waited for. Level-triggered: ask for `.writable` only while there is something to write.
  public var events: Events {
    didSet {
      guard let raw, events != oldValue else { return }
      sd_event_source_set_io_events(raw, events.rawValue)
    }
  }
}
