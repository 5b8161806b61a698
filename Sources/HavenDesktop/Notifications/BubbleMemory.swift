import Glibc

/// What is on the screen, remembered for the next run of this program: after a crash its bubbles are still up, with
/// buttons that somebody must answer to.
///
/// The file is in the login's runtime folder, which goes when its screen goes. It is replaced whole, and never forced to
/// a disk: what a power cut takes, it takes from the screen as well.
public struct BubbleMemory: Sendable {
  /// A notification server as no other is: its bus, and its connection there.
  struct Server: Equatable {
    var bus: String
    var owner: String
  }

  /// One bubble that is up.
  struct Kept: Equatable {
    var key: String
    var id: UInt32
    var actions: Set<String>
  }

  public let path: String

  public init(_ path: String) { self.path = path }

  /// What this server shows of ours; nothing where the file tells of another server, or of none, or cannot be read.
  func bubbles(on server: Server) -> [Kept] {
    guard let text = text() else { return [] }
    let rows = text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    guard rows.first == [Substring(server.bus), Substring(server.owner)] else { return [] }
    return rows.dropFirst().compactMap { row in
      guard row.count == 3, let id = UInt32(row[0]), id != 0, !row[2].isEmpty else { return nil }
      return Kept(key: String(row[2]), id: id, actions: Set(row[1].split(separator: ",").map(String.init)))
    }
  }

  /// Remembers these instead of what was remembered before. A folder that is gone or full is no trouble worth a word:
  /// then the next run finds nothing, and puts up again what is still true.
  func keep(_ bubbles: [Kept], on server: Server) {
    var text = "\(server.bus)\t\(server.owner)\n"
    for bubble in bubbles {
      text += "\(bubble.id)\t\(bubble.actions.sorted().joined(separator: ","))\t\(bubble.key)\n"
    }
    let draft = path + ".new"
    unlink(draft)  // of a run that was cut short
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    let bytes = Array(text.utf8)
    let isWhole = write(descriptor, bytes, bytes.count) == bytes.count
    close(descriptor)
    if !isWhole || rename(draft, path) != 0 { unlink(draft) }
  }

  /// The file, up to more than any screen holds.
  private func text() -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &buffer, buffer.count)
    return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
  }
}
