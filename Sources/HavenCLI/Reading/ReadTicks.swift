import Glibc
import HavenCore

/// Which titles of the reading list one carer has read: ids, a line each, in a file of their own beside the journal.
/// No report reads it, and havend never sees it.
struct ReadTicks {
  private static let name = "reading.txt"

  /// Those of a carer; none where there is no such file yet.
  ///
  /// - Parameter state: Haven's state directory; nil where it is not known.
  static func ids(of carer: CarerID, in state: String?) throws(CommandFailure) -> Set<String> {
    guard let state else { return [] }
    let path = "\(state)/private/\(carer)/\(name)"
    guard access(path, F_OK) == 0 else { return [] }
    return Set(try readText(path).split(separator: "\n").map(String.init))
  }

  /// Writes them anew beside the old ones, then in their place: all of them, or nothing.
  static func keep(_ ids: Set<String>, in folder: PrivateDirectory) throws(CommandFailure) {
    let draft = "\(name).new"
    let descriptor = try folder.open(draft, O_WRONLY | O_CREAT | O_TRUNC)
    var rest = Array(ids.sorted().map { "\($0)\n" }.joined().utf8)[...]
    var failure: Int32 = 0
    while !rest.isEmpty, failure == 0 {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { failure = errno }
      rest = rest.dropFirst(max(0, count))
    }
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    close(descriptor)
    if failure == 0, rename(folder.file(draft), folder.file(name)) != 0 { failure = errno }
    guard failure != 0 else { return }
    unlink(folder.file(draft))
    throw PrivateDirectory.refused(folder.file(name), failure)
  }
}

extension Family {
  /// The reading list as one carer sees it; without a tick where theirs cannot be read.
  func readingList(of carer: CarerID, _ context: Context) -> ReadingList {
    let read = try? ReadTicks.ids(of: carer, in: stateFolder(context))
    return ReadingList(household.readings, read: read ?? [])
  }
}
