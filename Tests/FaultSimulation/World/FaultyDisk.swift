import CSQLite
import Glibc

/// A disk that stops taking writes when the simulation says so: SQLite's own system calls, with ours in between.
///
/// Reads go on, as they do on a full disk.
enum FaultyDisk {
  /// How many writes the disk still takes; nil while there is room.
  nonisolated(unsafe) static var writesLeft: Int?

  /// For every connection of this process that is opened from now on.
  static func install() {
    guard let disk = sqlite3_vfs_find(nil) else { return }
    let call: @convention(c) (Int32, UnsafeRawPointer?, Int, off_t) -> Int = { descriptor, bytes, count, offset in
      if let left = FaultyDisk.writesLeft {
        guard left > 0 else {
          errno = ENOSPC
          return -1
        }
        FaultyDisk.writesLeft = left - 1
      }
      return pwrite(descriptor, bytes, count, offset)
    }
    // Which of the two SQLite uses is a matter of how it was built; it knows no other name.
    for name in ["pwrite", "pwrite64"] {
      _ = disk.pointee.xSetSystemCall(disk, name, unsafeBitCast(call, to: sqlite3_syscall_ptr.self))
    }
  }

  /// The state directory as it is at this moment: what a process that dies now leaves behind.
  static func copy(from source: String, to target: String) {
    mkdir(target, 0o700)
    for name in ["haven.db", "haven.db-wal"] {
      let bytes = read(source + "/" + name)
      guard let bytes else { continue }
      write(bytes, to: target + "/" + name)
    }
  }

  static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = Glibc.read(descriptor, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    precondition(descriptor >= 0, "cannot write '\(path)'")
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      precondition(count > 0, "cannot write '\(path)'")
      rest = rest.dropFirst(count)
    }
  }

  /// A folder of ours and what is in it.
  static func remove(_ folder: String) {
    guard let stream = opendir(folder) else { return }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard name != ".", name != ".." else { continue }
      if unlink(folder + "/" + name) != 0 { remove(folder + "/" + name) }
    }
    closedir(stream)
    rmdir(folder)
  }
}
