import Glibc

@testable import HavenConfig

/// A folder of its own for one test, gone with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/haven-config-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw FileError(errno: errno) }
    path = String(cString: made)
  }

  /// With `haven.toml`, and what else `files` names by its path from the folder.
  convenience init(_ toml: String, _ files: [String: String] = [:]) throws {
    try self.init()
    try write(toml, to: "haven.toml")
    for (name, text) in files { try write(text, to: name) }
  }

  /// With the files of another folder, not its folders: a checkout lies in a git repository, which is warned of.
  convenience init(copyOf folder: String) throws {
    try self.init()
    for name in try listDirectory(folder) {
      try write(try readFile("\(folder)/\(name)", limit: 1 << 20), to: name)
    }
  }

  deinit { remove(path) }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o700)
    }
    let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(errno: errno) }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw FileError(errno: errno) }
  }

  private func remove(_ path: String) {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      for name in (try? listDirectory(path)) ?? [] { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
