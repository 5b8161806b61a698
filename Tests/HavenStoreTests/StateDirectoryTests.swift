import Glibc
import HavenCore
import Testing

@testable import HavenStore

struct StateDirectoryTests {
  let home = TemporaryDirectory()

  @Test("directories are made for us alone and files too, however loose the umask")
  func umask() {
    let state = home.file("state/haven")
    #expect(run("/bin/sh", "-c", "umask 000; exec \"$@\"", "sh", Probe.path, "commit", state, "3") == 0)
    #expect([mode(of: home.file("state")), mode(of: state)] == [0o700, 0o700])
    #expect(home.names(in: "state/haven") == ["haven.db", "haven.lock"])
    #expect(mode(of: state + "/haven.db") == 0o600)
    #expect(mode(of: state + "/haven.lock") == 0o600)
  }

  @Test("the log of an open ledger is ours alone too, and there is no shared memory file")
  func log() throws {
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    try ledger.commit([.entry(entry())], at: teatime)
    #expect(home.names() == ["haven.db", "haven.db-wal", "haven.lock"])
    #expect(mode(of: home.file("haven.db-wal")) == 0o600)
  }

  @Test("a directory and a database that were opened to others are closed again")
  func tightened() throws {
    _ = try SQLiteLedger(directory: home.path, now: teatime)
    chmod(home.path, 0o755)
    chmod(home.file("haven.db"), 0o644)
    _ = try SQLiteLedger(directory: home.path, now: teatime)
    #expect(mode(of: home.path) == 0o700)
    #expect(mode(of: home.file("haven.db")) == 0o600)
  }

  @Test("a directory that others can look into and that holds other things is refused, and left as it is")
  func notHavens() {
    chmod(home.path, 0o755)
    write([1], to: home.file("holiday.jpg"))
    #expect(throws: StoreError.notPrivate(path: home.path, .mode(0o755))) {
      try SQLiteLedger(directory: home.path, now: teatime)
    }
    #expect(mode(of: home.path) == 0o755)
    #expect(home.names() == ["holiday.jpg"])
  }

  @Test("a directory of another uid is refused", .enabled(if: geteuid() == 0, "needs root, to give one away"))
  func foreign() {
    chown(home.path, 4_200, 4_200)
    #expect(throws: StoreError.notPrivate(path: home.path, .owner(uid: 4_200))) {
      try SQLiteLedger(directory: home.path, now: teatime)
    }
    #expect(home.names().isEmpty)
  }

  @Test("a database that is a link to elsewhere is refused", arguments: ["haven.db", "haven.db-wal", "haven.lock"])
  func link(name: String) {
    write([], to: home.file("haven.elsewhere"))
    symlink(home.file("haven.elsewhere"), home.file(name))
    #expect(throws: StoreError.notPrivate(path: home.file(name), .notAFile)) {
      try SQLiteLedger(directory: home.path, now: teatime)
    }
  }

  @Test("a directory where the database belongs is refused")
  func directoryForFile() {
    mkdir(home.file("haven.db"), 0o700)
    #expect(throws: StoreError.notPrivate(path: home.file("haven.db"), .notAFile)) {
      try SQLiteLedger(directory: home.path, now: teatime)
    }
  }

  @Test("a file where the directory belongs, or on the way to it, cannot be opened")
  func fileForDirectory() {
    write([1], to: home.file("file"))
    for path in ["file", "file/state"] {
      #expect(throws: StoreError.cannotOpen(path: home.file(path), errno: ENOTDIR)) {
        try SQLiteLedger(directory: home.file(path), now: teatime)
      }
    }
  }

  @Test("a link that leads nowhere cannot be opened, nor what lies beyond it")
  func dangling() {
    symlink(home.file("gone"), home.file("link"))
    for path in ["link", "link/state"] {
      #expect(throws: StoreError.cannotOpen(path: home.file(path), errno: ENOENT)) {
        try SQLiteLedger(directory: home.file(path), now: teatime)
      }
    }
  }

  @Test("slashes at the end, or doubled, change nothing")
  func slashes() throws {
    _ = try SQLiteLedger(directory: home.path + "//a//b/", now: teatime)
    #expect(home.names(in: "a/b") == ["haven.db", "haven.lock"])
  }
}
