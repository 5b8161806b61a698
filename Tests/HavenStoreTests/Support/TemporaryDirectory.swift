import Glibc

/// A folder of one test, gone with it.
final class TemporaryDirectory {
  let path: String

  init() {
    var template = Array("/tmp/haven-store-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? ""
    precondition(!path.isEmpty, "no temporary directory")  // /tmp is there on every machine that builds this
  }

  deinit {
    // The folder is ours alone, and its name holds no character that a shell would read.
    _ = run("/bin/sh", "-c", "chmod -R u+rwX '\(path)'; rm -rf '\(path)'")
  }

  func file(_ name: String) -> String { path + "/" + name }

  /// Names in a folder of it, sorted.
  func names(in folder: String = "") -> [String] {
    guard let stream = opendir(path + "/" + folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

/// Permission bits, as `chmod` takes them; nil where there is nothing.
func mode(of path: String) -> UInt32? {
  var status = stat()
  return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
}

func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { return [] }
  defer { fclose(file) }
  var all: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { all += buffer[..<count] }
  return all
}

/// Writes bytes into a file at an offset, making it where it is missing.
func write(_ bytes: [UInt8], to path: String, at offset: Int = 0) {
  let descriptor = open(path, O_RDWR | O_CREAT, 0o600)
  defer { close(descriptor) }
  let count = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
  precondition(count == bytes.count, "cannot write \(path)")
}
