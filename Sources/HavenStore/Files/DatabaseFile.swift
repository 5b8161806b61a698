import Glibc
import HavenCore

/// `haven.db` as a file, before SQLite opens it and when it must be put away.
struct DatabaseFile {
  let path: String

  init(in directory: StateDirectory) { path = directory.file("haven.db") }

  /// What the first hundred bytes say (<https://sqlite.org/fileformat2.html#the_database_header>).
  enum Header: Equatable {
    /// Missing or empty.
    case new
    case sqlite(version: Int, applicationID: Int)
    case rubbish
  }

  /// Looks, and makes the file where it is missing: readable by us alone whatever the umask, and so are the log and the
  /// journal, to which SQLite gives the database's own mode.
  func prepare() throws(StoreError) -> Header {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure(errno) }
    // No connection is open yet: closing a descriptor drops every POSIX lock that the process has on the file, SQLite's
    // own too (<https://sqlite.org/howtocorrupt.html>, 2.2).
    defer { Glibc.close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw StoreError(system: errno, path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notPrivate(path: path, .notAFile) }
    guard status.st_uid == geteuid() else { throw .notPrivate(path: path, .owner(uid: status.st_uid)) }
    if status.st_mode & 0o7777 != 0o600, fchmod(descriptor, 0o600) != 0 {
      throw StoreError(system: errno, path: path)
    }
    for suffix in ["-wal", "-shm", "-journal"] { try closeToOthers(path + suffix) }
    return try header(of: descriptor)
  }

  /// What an earlier run left beside the database. SQLite would write through a link, wherever it leads.
  private func closeToOthers(_ path: String) throws(StoreError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notPrivate(path: path, .notAFile) }
    guard status.st_uid == geteuid() else { throw .notPrivate(path: path, .owner(uid: status.st_uid)) }
    if status.st_mode & 0o7777 != 0o600 { chmod(path, 0o600) }
  }

  /// Whether the last run ended without closing the database: its log is still there.
  var wasLeftOpen: Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  /// Renames it, with its log, so that nothing is lost and `sqlite3` can still be tried on it.
  ///
  /// - Returns: its new path, such as `haven.db.corrupt-20260310T170500` (UTC).
  func setAside(now: Instant) throws(StoreError) -> String {
    let stem = "\(path).corrupt-\(compactUTC(now))"
    var aside = stem
    var copies = 1
    while access(aside, F_OK) == 0 {
      copies += 1
      aside = "\(stem)-\(copies)"
    }
    guard rename(path, aside) == 0 else { throw failure(errno) }
    for suffix in ["-wal", "-shm", "-journal"] { rename(path + suffix, aside + suffix) }
    return aside
  }

  /// Who holds a lock of SQLite's on the file; nil where nobody does, or nobody that the kernel can name.
  ///
  /// Only when no connection of ours is open, for the reason told in `prepare`.
  func holder() -> Int? {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { Glibc.close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0000  // SQLite's PENDING_BYTE; its locks are the 512 bytes from there
    lock.l_len = 512
    guard fcntl(descriptor, F_GETLK, &lock) == 0, lock.l_type != Int16(F_UNLCK), lock.l_pid > 0 else { return nil }
    return Int(lock.l_pid)
  }

  private func header(of descriptor: Int32) throws(StoreError) -> Header {
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw StoreError(system: errno, path: path) }
    guard count > 0 else { return .new }
    guard count == bytes.count, bytes.starts(with: "SQLite format 3\0".utf8) else { return .rubbish }
    func number(at offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    return .sqlite(version: number(at: 60), applicationID: number(at: 68))
  }

  private func failure(_ errno: Int32) -> StoreError {
    switch errno {
    case ELOOP, EISDIR: .notPrivate(path: path, .notAFile)
    case EACCES, EPERM: .readOnly(path: path, .system(errno: errno))
    default: StoreError(system: errno, path: path)
    }
  }
}

/// `20260310T170500`
private func compactUTC(_ instant: Instant) -> String {
  let seconds = (instant.seconds % 86_400 + 86_400) % 86_400
  let date = CivilDate(dayNumber: (instant.seconds - seconds) / 86_400).description.filter { $0 != "-" }
  let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
  return date + "T" + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
}
