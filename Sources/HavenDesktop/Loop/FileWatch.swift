import CSystemd
import Glibc

/// Hears by inotify what happens to a file or in a directory.
///
/// Watch the directory, not the file, where the file is replaced by a rename, as editors and `ln -sfn` do.
/// sd-event shares one inotify descriptor among watches; two watches on one inode see each other's masks merged.
public final class FileWatch: LoopSource {
  /// One happening. `name` is the entry of a watched directory it concerns.
  public struct Event: Sendable {
    public let kinds: Kinds
    public let name: String?
  }

  /// A set of inotify events; the last three come whether asked for or not.
  public struct Kinds: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static let created = Kinds(rawValue: UInt32(IN_CREATE))
    public static let deleted = Kinds(rawValue: UInt32(IN_DELETE))
    public static let movedIn = Kinds(rawValue: UInt32(IN_MOVED_TO))
    public static let movedOut = Kinds(rawValue: UInt32(IN_MOVED_FROM))
    /// A file that was open for writing was closed: its content is whole.
    public static let written = Kinds(rawValue: UInt32(IN_CLOSE_WRITE))
    /// It was written to, and may go on to be.
    public static let modified = Kinds(rawValue: UInt32(IN_MODIFY))
    public static let attributes = Kinds(rawValue: UInt32(IN_ATTRIB))
    public static let selfDeleted = Kinds(rawValue: UInt32(IN_DELETE_SELF))
    public static let selfMoved = Kinds(rawValue: UInt32(IN_MOVE_SELF))
    /// Do not follow a symbolic link at the end of the path.
    public static let ofLink = Kinds(rawValue: UInt32(IN_DONT_FOLLOW))
    /// Fail unless the path is a directory.
    public static let ofDirectory = Kinds(rawValue: UInt32(IN_ONLYDIR))
    /// The watch has ended: its inode is gone.
    public static let ended = Kinds(rawValue: UInt32(IN_IGNORED))
    /// The kernel dropped events: look at everything again.
    public static let overflow = Kinds(rawValue: UInt32(IN_Q_OVERFLOW))
    public static let unmounted = Kinds(rawValue: UInt32(IN_UNMOUNT))

    /// Whatever may make an entry of a directory mean something else than before.
    public static let anyEntryChange: Kinds = [.created, .deleted, .movedIn, .movedOut, .written, .attributes]
  }

  private let handler: @LoopActor (Event) -> Void

  public init(
    _ path: String, _ kinds: Kinds, handler: @escaping @LoopActor (Event) -> Void
  ) throws(SystemError) {
    self.handler = handler
    super.init()
    try sd(
      sd_event_add_inotify(
        EventLoop.main.event, &raw, path, kinds.rawValue,
        { _, happened, own in
          guard let happened else { return 0 }
          let event = Event(kinds: Kinds(rawValue: happened.pointee.mask), name: FileWatch.name(of: happened))
          return LoopSource.enter(own, as: FileWatch.self) { $0.handler(event) }
        }, own), "watch '\(path)'")
  }

  /// The name stands behind the fixed part of the record, `len` bytes filled up with NULs.
  private nonisolated static func name(of event: UnsafePointer<inotify_event>) -> String? {
    guard event.pointee.len > 0 else { return nil }
    let start = UnsafeRawPointer(event) + MemoryLayout<inotify_event>.size
    return String(cString: start.assumingMemoryBound(to: CChar.self))
  }
}
