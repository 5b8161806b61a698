import Glibc
import HavenDesktop

/// A folder of a test's own, gone with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/haven-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError.last("mkdtemp") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    TemporaryFolder.remove(path)
  }

  private static func remove(_ path: String) {
    if let directory = opendir(path) {
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != "." && name != ".." { remove(path + "/" + name) }
      }
      closedir(directory)
    }
    Glibc.remove(path)
  }

  func write(_ text: String, to name: String) throws {
    guard let file = fopen(path + "/" + name, "w") else { throw SystemError.last("write '\(name)'") }
    fputs(text, file)
    fclose(file)
  }

  /// The permission bits of an entry; nil where there is none.
  func mode(of name: String) -> mode_t? {
    var status = stat()
    guard lstat(path + "/" + name, &status) == 0 else { return nil }
    return status.st_mode & 0o7777
  }
}
