import Glibc
import HavenCore

extension SQLiteLedger {
  /// Writes a copy of all of it, whole and as of one moment, to a file of its own, readable by us alone.
  ///
  /// The daemon may write in its state directory and nowhere else; who asked for the copy moves it to its place, which is
  /// remembered, so that a purge can tell of it.
  ///
  /// - Parameters:
  ///   - copy: in the state directory; one that an earlier run left there is replaced.
  ///   - path: where it will lie in the end.
  public func backup(to copy: String, for path: String, now: Instant) throws(StoreError) {
    // Remembered first: a copy that nobody knows of is the one that outlives a purge.
    try connection.statement("INSERT INTO backup (path, at) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET at = ?2")
      .run(.text(path), Value(now))
    unlink(copy)
    do throws(StoreError) {
      try write(copy)
    } catch {
      unlink(copy)
      throw error
    }
  }

  private func write(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, errno: errno) }
    fchmod(descriptor, 0o600)
    Glibc.close(descriptor)
    do {
      let copy = try Connection(path: path)
      defer { copy.close() }
      try connection.copy(into: copy)
      // A file by itself: no log beside it.
      _ = try copy.statement("PRAGMA journal_mode = DELETE").row { $0.text(0) }
    }
    try sync(path)
  }

  private func sync(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw StoreError(system: errno, path: path) }
    defer { Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreError(system: errno, path: path) }
  }

  /// Where the copies went that it remembers, oldest first; whether they are there still is not looked at.
  public func backups() throws(StoreError) -> [String] {
    try connection.statement("SELECT path FROM backup ORDER BY at, path").rows { $0.text(0) }
  }
}
