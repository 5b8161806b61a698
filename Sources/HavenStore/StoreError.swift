import Glibc

/// Why the ledger could not be opened, read or written, in words for the person whose disk it is.
public enum StoreError: Error, Sendable, Equatable {
  case cannotOpen(path: String, errno: Int32)
  /// Others could read or write it, or it is not ours.
  case notPrivate(path: String, Exposure)
  /// Somebody else has it.
  case busy(path: String, by: Holder)
  /// Written by a newer Haven; not touched.
  case newer(path: String, found: Int, supported: Int)
  /// A sound SQLite database, but not one of Haven's; not touched.
  case foreign(path: String)
  /// Its bytes make no sense.
  case corrupt(path: String)
  case full(path: String, Cause)
  case readOnly(path: String, Cause)
  /// The disk answered with an error.
  case io(path: String, Cause)
  /// SQLite refused what Haven asked: Haven is wrong, not the disk. `text` is SQLite's, and holds no value.
  case fault(text: String, Cause)

  public enum Exposure: Sendable, Equatable {
    case owner(uid: UInt32)
    /// Permission bits, as `chmod` takes them.
    case mode(UInt32)
    /// A symbolic link, a directory or a device where a file belongs.
    case notAFile
  }

  public enum Holder: Sendable, Equatable {
    /// Another daemon with the same state directory; nil where its pid is not known.
    case havend(pid: Int?)
    /// Any other program with the database open.
    case program(pid: Int?)
  }

  /// What said so first.
  public enum Cause: Sendable, Equatable {
    /// An extended result code: <https://sqlite.org/rescode.html>.
    case sqlite(Int32)
    case system(errno: Int32)
  }
}

extension StoreError {
  /// One stable word or two, for `--json` and logs.
  public var code: String {
    switch self {
    case .cannotOpen: "cannot-open"
    case .notPrivate: "not-private"
    case .busy: "busy"
    case .newer: "newer"
    case .foreign: "foreign"
    case .corrupt: "corrupt"
    case .full: "full"
    case .readOnly: "read-only"
    case .io: "io"
    case .fault: "fault"
    }
  }

  /// Nil where the code says all there is.
  public var cause: Cause? {
    switch self {
    case .cannotOpen(_, let errno): .system(errno: errno)
    case .full(_, let cause), .readOnly(_, let cause), .io(_, let cause), .fault(_, let cause): cause
    case .notPrivate, .busy, .newer, .foreign, .corrupt: nil
    }
  }

  /// Whether it may pass, by itself or once somebody makes room: until then Haven goes on from memory.
  ///
  /// The others are for a person to settle before Haven starts.
  public var mayPass: Bool {
    switch self {
    case .cannotOpen, .corrupt, .full, .readOnly, .io: true
    case .notPrivate, .busy, .newer, .foreign, .fault: false
    }
  }
}
