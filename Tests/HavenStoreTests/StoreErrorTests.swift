import Glibc
import Testing

@testable import HavenStore

struct StoreErrorTests {
  @Test(
    "each error says what failed, with the value, and what to do",
    arguments: [
      (
        StoreError.cannotOpen(path: "/s", errno: EACCES), "cannot-open", "cannot open '/s': permission denied",
        "see who may use it with ls -ld, or choose another directory with --state"
      ),
      (
        .notPrivate(path: "/s", .owner(uid: 7)), "not-private", "'/s' belongs to uid 7, not to you",
        "choose a directory of your own with --state"
      ),
      (
        .notPrivate(path: "/s", .mode(0o755)), "not-private", "others can get at '/s' (mode 755)",
        "type chmod 700 '/s', or give Haven a directory of its own with --state"
      ),
      (
        .notPrivate(path: "/s/haven.db", .notAFile), "not-private", "'/s/haven.db' is not a plain file",
        "move '/s/haven.db' away, or choose another directory with --state"
      ),
      (
        .busy(path: "/s", by: .havend(pid: 12)), "busy", "another havend (pid 12) already keeps '/s'",
        "havenctl speaks to that one; end it first, or choose another directory with --state"
      ),
      (
        .busy(path: "/s", by: .havend(pid: nil)), "busy", "another havend already keeps '/s'",
        "havenctl speaks to that one; end it first, or choose another directory with --state"
      ),
      (
        .busy(path: "/s/haven.db", by: .program(pid: 12)), "busy", "another program (pid 12) has '/s/haven.db' open",
        "close that program, then start Haven again"
      ),
      (
        .busy(path: "/s/haven.db", by: .program(pid: nil)), "busy", "another program has '/s/haven.db' open",
        "close that program, then start Haven again"
      ),
      (
        .newer(path: "/s/haven.db", found: 3, supported: 1), "newer",
        "'/s/haven.db' was written by a newer Haven (schema 3; this one knows 1)",
        "start that newer Haven again, or choose another directory with --state; nothing was changed"
      ),
      (
        .foreign(path: "/s/haven.db"), "foreign", "'/s/haven.db' is a database, but not one of Haven's",
        "move '/s/haven.db' away, or choose another directory with --state"
      ),
      (
        .corrupt(path: "/s/haven.db"), "corrupt", "'/s/haven.db' is damaged",
        "start Haven again: it sets the file aside, deletes nothing, and begins a new one"
      ),
      (
        .full(path: "/s", .system(errno: ENOSPC)), "full", "no room on the disk for '/s'",
        "make room on that disk: until then Haven goes on from memory and forgets if it is stopped"
      ),
      (
        .readOnly(path: "/s", .sqlite(8)), "read-only", "'/s' cannot be written",
        "make it writable (chmod, or remount): until then Haven goes on from memory and forgets if it is stopped"
      ),
      (
        .io(path: "/s", .sqlite(1034)), "io", "the disk failed under '/s' (sqlite 1034)",
        "look at the disk (journalctl -k): until it writes again Haven goes on from memory"
      ),
      (
        .fault(text: "no such table: x", .sqlite(1)), "fault",
        "the ledger refused a statement: no such table: x (sqlite 1)",
        "this is a fault in Haven: please report it with this line"
      ),
    ] as [(StoreError, String, String, String)])
  func words(error: StoreError, code: String, message: String, hint: String) {
    #expect(error.code == code)
    #expect(error.message == message)
    #expect(error.hint == hint)
  }

  @Test("SQLite's codes and the system's become ours, the cause kept")
  func codes() {
    func error(_ code: Int32, errno: Int32 = 0) -> StoreError {
      StoreError(sqlite: code, errno: errno, path: "/s", text: "text")
    }
    #expect(error(13) == .full(path: "/s", .sqlite(13)))
    #expect(error(778, errno: EIO) == .io(path: "/s", .sqlite(778)))
    #expect(error(778, errno: EDQUOT) == .full(path: "/s", .sqlite(778)))
    #expect(error(778, errno: EROFS) == .readOnly(path: "/s", .sqlite(778)))
    #expect(error(1032) == .readOnly(path: "/s", .sqlite(1032)))
    #expect(error(11) == .corrupt(path: "/s"))
    #expect(error(26) == .corrupt(path: "/s"))
    #expect(error(5) == .busy(path: "/s", by: .program(pid: nil)))
    #expect(error(7) == .io(path: "/s", .sqlite(7)))
    #expect(error(1555) == .fault(text: "text", .sqlite(1555)))
    #expect(error(1555).cause == .sqlite(1555))
    #expect(StoreError(system: ENOSPC, path: "/s") == .full(path: "/s", .system(errno: ENOSPC)))
    #expect(StoreError(system: EMFILE, path: "/s") == .cannotOpen(path: "/s", errno: EMFILE))
  }

  @Test("what may pass is kept in memory; what a person must settle stops Haven at its start")
  func mayPass() {
    let cause = StoreError.Cause.sqlite(0)
    let passing: [StoreError] = [
      .cannotOpen(path: "", errno: 1), .corrupt(path: ""), .full(path: "", cause), .readOnly(path: "", cause),
      .io(path: "", cause),
    ]
    let lasting: [StoreError] = [
      .notPrivate(path: "", .notAFile), .busy(path: "", by: .havend(pid: 1)), .newer(path: "", found: 2, supported: 1),
      .foreign(path: ""), .fault(text: "", cause),
    ]
    for error in passing { #expect(error.mayPass) }
    for error in lasting { #expect(!error.mayPass) }
  }
}
