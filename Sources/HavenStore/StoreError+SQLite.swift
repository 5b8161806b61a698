import CSQLite
import Glibc

extension StoreError {
  /// The error for an extended result code. `errno` is what the system said last, 0 where it said nothing.
  ///
  /// SQLite knows only ENOSPC as "full"; a spent quota (EDQUOT) and a disk that turned read-only under it (EROFS, as
  /// ext4 does after an error) arrive as I/O errors, and are told apart here.
  init(sqlite code: Int32, errno: Int32, path: String, text: @autoclosure () -> String) {
    switch code & 0xff {
    case SQLITE_FULL: self = .full(path: path, .sqlite(code))
    case SQLITE_READONLY: self = .readOnly(path: path, .sqlite(code))
    case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path, by: .program(pid: nil))
    case SQLITE_IOERR, SQLITE_CANTOPEN: self = .init(system: errno, path: path, otherwise: .sqlite(code))
    case SQLITE_NOMEM: self = .io(path: path, .sqlite(code))
    default: self = .fault(text: text(), .sqlite(code))
    }
  }

  /// The error for a system call on `path` that failed.
  init(system errno: Int32, path: String) {
    self.init(system: errno, path: path, otherwise: nil)
  }

  private init(system errno: Int32, path: String, otherwise: Cause?) {
    switch errno {
    case ENOSPC, EDQUOT: self = .full(path: path, otherwise ?? .system(errno: errno))
    case EROFS: self = .readOnly(path: path, otherwise ?? .system(errno: errno))
    case EIO: self = .io(path: path, otherwise ?? .system(errno: errno))
    default:
      if let otherwise { self = .io(path: path, otherwise) } else { self = .cannotOpen(path: path, errno: errno) }
    }
  }
}
