import Glibc

/// The text of a file, or of standard input where the path is `-`; a pipe is as good as a file.
func readText(_ path: String) throws(CommandFailure) -> String {
  let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw unreadable(path, errno) }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count > 0 { bytes += chunk[..<count] }
    if count == 0 { break }
    if count < 0, errno != EINTR { throw unreadable(path, errno) }
    guard bytes.count <= 16 << 20 else {
      throw CommandFailure(.usage, "'\(printable(path))' is larger than 16 MiB")
    }
  }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw CommandFailure(.usage, "'\(printable(path))' is not UTF-8")
  }
  return text
}

private func unreadable(_ path: String, _ code: Int32) -> CommandFailure {
  CommandFailure(.usage, "'\(printable(path))' cannot be read: \(String(cString: strerror(code)))")
}
