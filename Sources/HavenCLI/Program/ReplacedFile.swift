import Glibc

/// The whole of a file of at most 8 MiB.
func fileBytes(_ path: String) throws(CommandFailure) -> [UInt8] {
  func fail(_ why: String) -> CommandFailure {
    CommandFailure(.usage, "'\(printable(path))' cannot be read: \(why)")
  }
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
  guard descriptor >= 0 else { throw fail(String(cString: strerror(errno)).lowercased()) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw fail("it is not a file") }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw fail(String(cString: strerror(errno)).lowercased()) }
    if count == 0 { return bytes }
    bytes += chunk[..<count]
    guard bytes.count <= 8 << 20 else { throw fail("it is larger than 8 MiB") }
  }
}

/// Puts a file in the place of another, whole: whoever reads meanwhile has one or the other. For its owner alone.
func replaceFile(_ path: String, _ bytes: [UInt8]) throws(CommandFailure) {
  let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
  let fresh = "\(path[..<slash]).\(path[slash...]).new"
  unlink(fresh)
  let file = try FileOutput(fresh)
  file.write(bytes)
  try file.finish()
  guard rename(fresh, path) == 0 else {
    let why = String(cString: strerror(errno))
    unlink(fresh)
    throw CommandFailure(.internalFault, "'\(printable(path))' cannot be written: \(why)")
  }
}
