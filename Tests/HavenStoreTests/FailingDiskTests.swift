import Glibc
import HavenCore
import Testing

@testable import HavenStore

/// Full disks, read-only ones and ones that answer with errors: each says what it is, and takes nothing half.
struct FailingDiskTests {
  let home = TemporaryDirectory()

  private static let isRoot = geteuid() == 0
  private static let canMount = isRoot && canRun("unshare", "-m", "mount", "-t", "tmpfs", "t", "/mnt")
  private static let canBeNobody = isRoot && canRun("setpriv", "--reuid", "65534", "test", "-x", Probe.path)
  private static let canInject = canRun("strace", "-o", "/dev/null", "/bin/true")

  /// What a shell script says in a mount namespace of its own: `$1` is the probe, `$2` the state directory.
  private func mounted(_ script: String) -> [String] {
    Probe(command: ["unshare", "-m", "sh", "-c", script, "sh", Probe.path, home.path]).lines()
  }

  @Test("a transaction that finds the disk full leaves nothing behind; once there is room the same one is written")
  func fullDatabase() throws {
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    try ledger.commit([.entry(entry("small"))], at: teatime)
    try ledger.fillDisk()
    let changes: [LedgerChange] = [.entry(entry("first")), .entry(entry("large", subject: large))]
    let error = #expect(throws: StoreError.self) { try ledger.commit(changes, at: teatime + 1) }
    #expect(error == .full(path: home.file("haven.db"), .sqlite(13)))
    #expect(error?.message == "no room on the disk for '\(home.file("haven.db"))'")
    #expect(try ledger.entries(from: .distantPast, to: .distantFuture).map(\.id) == ["small"])
    #expect(try ledger.history(now: teatime).aliveAt == teatime)
    try ledger.makeRoom()
    try ledger.commit(changes, at: teatime + 1)
    #expect(try ledger.entries(from: .distantPast, to: .distantFuture).map(\.id) == ["small", "first", "large"])
    #expect(ledger.integrityCheck() == [])
  }

  @Test("a full file system says so and keeps what it has", .enabled(if: canMount, "needs root and mount namespaces"))
  func fullFileSystem() {
    let heard = mounted(
      "mount -t tmpfs -o size=1m,mode=0700 t \"$2\"; \"$1\" commit \"$2\"; \"$1\" open \"$2\"")
    #expect(heard.contains { $0.hasPrefix("error full: no room on the disk for") })
    let acknowledged = heard.compactMap { Int($0) }.last ?? 0
    #expect(acknowledged > 10)
    // Opened while it is still full: the history is there to go on from.
    #expect(heard.last == "open - \(acknowledged)")
  }

  @Test("a disk that is full from the start says so", .enabled(if: canMount, "needs root and mount namespaces"))
  func fullFromTheStart() {
    let heard = mounted(
      """
      mount -t tmpfs -o size=64k,mode=0700 t "$2"; dd if=/dev/zero of="$2/haven.fill" 2>/dev/null; "$1" open "$2"
      """)
    #expect(heard.first?.hasPrefix("error full: no room on the disk for") == true)
    #expect(heard.count == 1)
  }

  @Test("a file system without inodes is full too", .enabled(if: canMount, "needs root and mount namespaces"))
  func noInodes() {
    let heard = mounted("mount -t tmpfs -o nr_inodes=1,mode=0700 t \"$2\"; \"$1\" open \"$2\"")
    #expect(heard == ["error full: no room on the disk for '\(home.path)'"])
  }

  @Test("a read-only file system says so", .enabled(if: canMount, "needs root and mount namespaces"))
  func readOnlyFileSystem() throws {
    _ = try SQLiteLedger(directory: home.path, now: teatime)
    let heard = mounted("mount --bind \"$2\" \"$2\"; mount -o remount,ro,bind \"$2\"; \"$1\" open \"$2\"")
    #expect(heard == ["error read-only: '\(home.path)' cannot be written"])
  }

  @Test("a directory without write permission says so", .enabled(if: canBeNobody, "needs root, to be nobody"))
  func readOnlyDirectory() {
    chown(home.path, 65_534, 65_534)
    chmod(home.path, 0o500)
    let probe = Probe("open", home.path, under: ["setpriv", "--reuid", "65534", "--clear-groups"])
    #expect(probe.lines() == ["error read-only: '\(home.path)' cannot be written"])
  }

  @Test(
    "where nothing may be written, what was is remembered all the same",
    .enabled(if: canBeNobody, "needs root, to be nobody"),
    arguments: ["state", "a 100% odd?name#"])
  func frozen(name: String) {
    chown(home.path, 65_534, 65_534)
    let nobody = ["setpriv", "--reuid", "65534", "--clear-groups"]
    let state = home.file(name)
    #expect(Probe("commit", state, "3", under: nobody).lines() == ["1", "2", "3"])
    chmod(state, 0o500)
    let heard = Probe("remember", state, under: nobody).lines()
    #expect(heard == ["read-only entries 4 acts 1,2,3,1000 pending 3"])
    chmod(state, 0o700)
    #expect(Probe("remember", state, under: nobody).lines() == ["- entries 4 acts 1,2,3,1000 pending 0"])
  }

  @Test("a parent that may not be written cannot be opened", .enabled(if: canBeNobody, "needs root, to be nobody"))
  func forbiddenParent() {
    chmod(home.path, 0o755)
    let probe = Probe("open", home.file("state"), under: ["setpriv", "--reuid", "65534", "--clear-groups"])
    #expect(probe.lines() == ["error cannot-open: cannot open '\(home.file("state"))': permission denied"])
  }

  @Test(
    "an error of the disk is told from a full one and from a spent quota",
    .enabled(if: canInject, "needs strace"),
    arguments: [
      ("fdatasync:error=EIO", "error io: the disk failed under"),
      ("pwrite64:error=EIO", "error io: the disk failed under"),
      ("pwrite64:error=ENOSPC", "error full: no room on the disk for"),
      ("pwrite64:error=EDQUOT", "error full: no room on the disk for"),
      ("pwrite64:error=EROFS", "error read-only:"),
    ])
  func injected(fault: String, message: String) throws {
    _ = try SQLiteLedger(directory: home.path, now: teatime)
    let call = String(fault.prefix { $0 != ":" })
    let strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(fault):when=6+"]
    let heard = Probe("commit", home.path, "20", under: strace).lines()
    #expect(heard.last?.hasPrefix(message) == true, "\(heard)")
    let acknowledged = heard.dropLast().compactMap { Int($0) }.last ?? 0
    let ledger = try SQLiteLedger(directory: home.path, now: teatime)
    // The failed one may be there too: a failed fsync does not say.
    #expect([acknowledged, acknowledged + 1].contains(try ledger.history(now: teatime).lastActID))
    #expect(ledger.integrityCheck() == [])
  }
}
