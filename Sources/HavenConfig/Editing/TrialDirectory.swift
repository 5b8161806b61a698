import Glibc

/// A config as it would be with some files changed: a hidden folder beside the real files, gone when it was looked at.
struct TrialDirectory {
  let path: String

  init(of directory: String, replacing changed: [(path: String, bytes: [UInt8])]) throws(ConfigurationError) {
    var template = Array(joined(directory, ".trial-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw .unreadable(directory, errno) }
    path = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    let here = realpath(directory, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    do throws(ConfigurationError) {
      let added = ConfigurationLoader.addedFolder
      mkdir(joined(path, added), 0o700)
      for folder in ["", added + "/"] {
        for name in (try? listDirectory(joined(directory, folder))) ?? [] where !isPassing(name) {
          guard !(folder.isEmpty && name == added) else { continue }
          if let file = changed.first(where: { $0.path == joined(directory, folder + name) }) {
            try write(file.bytes, to: joined(path, folder + name), mode: 0o600)
          } else {
            symlink(joined(here ?? directory, folder + name), joined(path, folder + name))
          }
        }
      }
    } catch {
      remove()
      throw error
    }
  }

  func remove() {
    let added = joined(path, ConfigurationLoader.addedFolder)
    for folder in [added, path] {
      for name in (try? listDirectory(folder)) ?? [] { unlink(joined(folder, name)) }
      rmdir(folder)
    }
  }
}

/// What Haven itself makes there and takes away again.
private func isPassing(_ name: String) -> Bool { name.hasPrefix(".trial-") || name.hasPrefix(".edit-") }

/// Swaps a file in whole, where a link leads to, with the mode that it had.
func replaceFile(_ path: String, with bytes: [UInt8]) throws(ConfigurationError) {
  guard let real = realpath(path, nil) else { throw .unreadable(path, errno) }
  defer { free(real) }
  let target = String(cString: real)
  var status = stat()
  guard stat(target, &status) == 0 else { throw .unreadable(path, errno) }
  let fresh = target + ".new"
  unlink(fresh)
  do throws(ConfigurationError) {
    try write(bytes, to: fresh, mode: status.st_mode & 0o777)
    guard rename(fresh, target) == 0 else { throw .unreadable(path, errno) }
  } catch {
    unlink(fresh)
    throw error
  }
}

private func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(ConfigurationError) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
  guard descriptor >= 0 else { throw .unreadable(path, errno) }
  defer { close(descriptor) }
  fchmod(descriptor, mode)
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 || errno == EINTR else { throw .unreadable(path, errno) }
    rest = rest.dropFirst(max(0, count))
  }
  guard fsync(descriptor) == 0 else { throw .unreadable(path, errno) }
}
