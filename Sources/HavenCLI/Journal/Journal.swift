import Glibc
import HavenAPI
import HavenCore

/// One carer's journal: a text file of dated entries, the oldest first, that no report reads and havend never sees.
///
///     ## 2026-03-10T21:14:00+00:00
///
///     What stayed with me.
///
/// What is being written lies beside it in `journal.draft` until it is in the journal: an editor that crashes, a lost
/// connection, a full disk lose none of it, and the next `journal` begins with it.
final class Journal {
  let folder: PrivateDirectory
  private let descriptor: Int32

  /// - Throws: while another `havenctl journal` of this carer is open: their words would be one draft.
  init(_ folder: PrivateDirectory) throws(CommandFailure) {
    self.folder = folder
    descriptor = try folder.open("journal.txt", O_RDWR | O_CREAT | O_APPEND)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw CommandFailure(.no, "the journal is being written in already", hint: "end that editor first")
    }
  }

  deinit {
    // A child that is only just being started holds the descriptor too; closing ours alone would not let go.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  struct Entry: Equatable {
    var at: Stamp
    var text: String
  }

  var draftPath: String { folder.file("journal.draft") }

  /// What an editor left behind, or the start of something new, in a file for the editor to open.
  func openDraft() throws(CommandFailure) { close(try folder.open("journal.draft", O_RDWR | O_CREAT)) }

  func draft() throws(CommandFailure) -> String { try readText(draftPath) }

  func removeDraft() { unlink(draftPath) }

  /// Writes an entry at the end: all of it, or nothing.
  func append(_ text: String, at: Stamp) throws(CommandFailure) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw PrivateDirectory.refused(folder.file("journal.txt"), errno) }
    // A line that looks like the head of an entry is set in, so that it is none.
    let body = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("## ") ? " \($0)" : "\($0)"
    }
    var rest = Array("\(Journal.head)\(at)\n\n\(body.joined(separator: "\n"))\n\n".utf8)[...]
    var failure: Int32 = 0
    while !rest.isEmpty, failure == 0 {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { failure = errno }
      rest = rest.dropFirst(max(0, count))
    }
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    guard failure != 0 else { return }
    ftruncate(descriptor, status.st_size)
    throw CommandFailure(
      .internalFault, "the journal cannot be written: \(String(cString: strerror(failure)))",
      hint: "what you wrote is kept in '\(printable(draftPath))'")
  }

  /// Every entry, the oldest first.
  func entries() throws(CommandFailure) -> [Entry] {
    Journal.entries(in: try readText(folder.file("journal.txt")))
  }

  private static let head = "## "

  static func entries(in text: String) -> [Entry] {
    var entries: [Entry] = []
    var lines: [Substring] = []
    func body() -> String { trimmed(lines.joined(separator: "\n")) }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(head), let at = Stamp(line.dropFirst(head.count)) {
        if !entries.isEmpty { entries[entries.count - 1].text = body() }
        entries.append(Entry(at: at, text: ""))
        lines = []
      } else {
        lines.append(line)
      }
    }
    if !entries.isEmpty { entries[entries.count - 1].text = body() }
    return entries
  }

  /// Without the space around it.
  static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
