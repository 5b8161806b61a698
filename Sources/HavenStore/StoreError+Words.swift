import Glibc

extension StoreError: CustomStringConvertible {
  public var description: String { message }

  /// Lower case, what failed, with the 'value'.
  public var message: String {
    switch self {
    case .cannotOpen(let path, let errno): "cannot open '\(path)': \(systemText(errno))"
    case .notPrivate(let path, .owner(let uid)): "'\(path)' belongs to uid \(uid), not to you"
    case .notPrivate(let path, .mode(let mode)): "others can get at '\(path)' (mode \(String(mode, radix: 8)))"
    case .notPrivate(let path, .notAFile): "'\(path)' is not a plain file"
    case .busy(let path, .havend(let pid?)): "another havend (pid \(pid)) already keeps '\(path)'"
    case .busy(let path, .havend(nil)): "another havend already keeps '\(path)'"
    case .busy(let path, .program(let pid?)): "another program (pid \(pid)) has '\(path)' open"
    case .busy(let path, .program(nil)): "another program has '\(path)' open"
    case .newer(let path, let found, let supported):
      "'\(path)' was written by a newer Haven (schema \(found); this one knows \(supported))"
    case .foreign(let path): "'\(path)' is a database, but not one of Haven's"
    case .corrupt(let path): "'\(path)' is damaged"
    case .full(let path, _): "no room on the disk for '\(path)'"
    case .readOnly(let path, _): "'\(path)' cannot be written"
    case .io(let path, let cause): "the disk failed under '\(path)' (\(cause))"
    case .fault(let text, let cause): "the ledger refused a statement: \(text) (\(cause))"
    }
  }

  /// What to do.
  public var hint: String {
    switch self {
    case .cannotOpen: "see who may use it with ls -ld, or choose another directory with --state"
    case .notPrivate(_, .owner): "choose a directory of your own with --state"
    case .notPrivate(let path, .mode): "type chmod 700 '\(path)', or give Haven a directory of its own with --state"
    case .notPrivate(let path, .notAFile): "move '\(path)' away, or choose another directory with --state"
    case .busy(_, .havend): "havenctl speaks to that one; end it first, or choose another directory with --state"
    case .busy(_, .program): "close that program, then start Haven again"
    case .newer: "start that newer Haven again, or choose another directory with --state; nothing was changed"
    case .foreign(let path): "move '\(path)' away, or choose another directory with --state"
    case .corrupt: "start Haven again: it sets the file aside, deletes nothing, and begins a new one"
    case .full: "make room on that disk: until then Haven goes on from memory and forgets if it is stopped"
    case .readOnly:
      "make it writable (chmod, or remount): until then Haven goes on from memory and forgets if it is stopped"
    case .io: "look at the disk (journalctl -k): until it writes again Haven goes on from memory"
    case .fault: "this is a fault in Haven: please report it with this line"
    }
  }
}

extension StoreError.Cause: CustomStringConvertible {
  /// `sqlite 1034`, `errno 28`.
  public var description: String {
    switch self {
    case .sqlite(let code): "sqlite \(code)"
    case .system(let errno): "errno \(errno)"
    }
  }
}

/// `permission denied`: the system's own words, in lower case.
private func systemText(_ errno: Int32) -> String {
  strerror(errno).map { String(cString: $0).lowercased() } ?? "error \(errno)"
}
