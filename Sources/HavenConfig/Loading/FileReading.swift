import Glibc

/// What the system said when a file could not be read.
struct FileError: Error, Hashable, Sendable {
  /// errno, or 0 where a limit of ours was met.
  var code: Int32
  /// `no such file`, `permission denied`: lower case.
  var text: String

  init(errno code: Int32) {
    self.code = code
    text = systemText(code)
  }

  var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  init(_ text: String) {
    code = 0
    self.text = text
  }
}

/// `no such file or directory`, in the C locale's words, lower case.
func systemText(_ code: Int32) -> String {
  let text = strerror(code).map { String(cString: $0) } ?? "error \(code)"
  return text.prefix(1).lowercased() + text.dropFirst()
}

/// Opens a regular file of at most `limit` bytes for reading and calls `body` with its descriptor and size. A FIFO
/// or a device is refused; nothing waits for a writer.
private func withFile<Value>(
  _ path: String, limit: Int, _ body: (Int32, Int) throws(FileError) -> Value
) throws(FileError) -> Value {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
  guard descriptor >= 0 else { throw FileError(errno: errno) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileError(errno: errno) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw FileError(status.st_mode & S_IFMT == S_IFDIR ? "it is a directory" : "it is not a regular file")
  }
  guard status.st_size <= limit else { throw FileError("it is larger than \(limit / 1024) KiB") }
  return try body(descriptor, Int(status.st_size))
}

/// Throws what `readFile` would throw before it reads.
func openable(_ path: String, limit: Int) throws(FileError) {
  try withFile(path, limit: limit) { (_, _) throws(FileError) in }
}

/// Reads a regular file of at most `limit` bytes whole.
func readFile(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
  try withFile(path, limit: limit) { (descriptor, size) throws(FileError) in
    try readAll(descriptor, expecting: size, limit: limit)
  }
}

private func readAll(_ descriptor: Int32, expecting size: Int, limit: Int) throws(FileError) -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: max(4096, size + 1))
  while bytes.count <= limit {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw FileError(errno: errno) }
    if count == 0 { return bytes }
    bytes += chunk[..<count]
  }
  throw FileError("it is larger than \(limit / 1024) KiB")
}

/// Names in a directory, sorted by their bytes. Nil names cannot be: a name that is no UTF-8 is repaired.
func listDirectory(_ path: String) throws(FileError) -> [String] {
  guard let directory = opendir(path) else { throw FileError(errno: errno) }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// `a/b`, where `name` is absolute `name` itself.
func joined(_ folder: String, _ name: String) -> String {
  if name.hasPrefix("/") || folder.isEmpty { return name }
  return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}
