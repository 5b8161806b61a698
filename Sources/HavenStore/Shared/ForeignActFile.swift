import Glibc
import HavenCore

/// Another login's act file, read as it grows. It is data: whatever stands in it, this Haven goes on.
public final class ForeignActFile {
  public let login: String
  private let path: String
  private var inode: UInt = 0
  private var offset = 0
  /// Lines that could not be read, in words; nil while all is well.
  public private(set) var trouble: String?

  /// A file larger than this is not read: a hundred days of a busy household are a tenth of it.
  public static let largest = 8 << 20

  public init(folder: String, login: String) {
    self.login = login
    path = "\(folder)/\(login)\(ActFiles.suffix)"
  }

  /// What is new since the last reading. A last line without an end is still being written, and read the next time.
  public struct News: Sendable, Equatable {
    /// The file is another than the last time: these lines are all there are.
    public var isWhole = false
    public var lines: [ActLine] = []
  }

  public func read() -> News {
    guard let descriptor = openOurs() else { return News() }
    defer { Glibc.close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    var news = News()
    if UInt(status.st_ino) != inode || status.st_size < offset {
      news.isWhole = true
      (inode, offset, trouble) = (UInt(status.st_ino), 0, nil)
    }
    guard status.st_size <= ForeignActFile.largest else {
      trouble = "'\(path)' is larger than \(ForeignActFile.largest >> 20) MiB, and not read"
      return news
    }
    let bytes = ForeignActFile.bytes(of: descriptor, from: offset, count: status.st_size - offset)
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return news }
    var faults = 0
    for line in bytes[...end].split(separator: UInt8(ascii: "\n")) {
      if line.count < ActLine.longest, let read = ActLine(line) { news.lines.append(read) } else { faults += 1 }
    }
    offset += end + 1
    if faults > 0 { trouble = "\(faults) lines of '\(path)' cannot be read, and are passed over" }
    return news
  }

  /// Whether the other login's Haven runs: it holds a lock on its file.
  public var isWriterThere: Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { Glibc.close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }

  /// A plain file that belongs to its login. In the sandbox of a user's service other people's files seem to belong to
  /// nobody: there the folder's permissions have to be enough.
  private func openOurs() -> Int32? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno != ENOENT { trouble = "'\(path)' cannot be read: \(String(cString: strerror(errno)))" }
      return nil
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let owner = getpwnam(login), [owner.pointee.pw_uid, ForeignActFile.nobody].contains(status.st_uid)
    else {
      trouble = "'\(path)' is not a file of the login '\(login)', and not read"
      Glibc.close(descriptor)
      return nil
    }
    return descriptor
  }

  /// The kernel's overflow uid (user_namespaces(7)).
  private static let nobody: uid_t = 65_534

  private static func bytes(of descriptor: Int32, from offset: Int, count: Int) -> [UInt8] {
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(65_536, max(1, count)))
    while result.count < count {
      let got = pread(descriptor, &chunk, min(chunk.count, count - result.count), off_t(offset + result.count))
      if got > 0 { result += chunk[..<got] } else if got == 0 || errno != EINTR { break }
    }
    return result
  }
}
