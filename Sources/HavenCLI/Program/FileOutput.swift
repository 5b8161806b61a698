import Glibc

/// Output to a file that must not be there yet, for its owner alone; what could not be written whole is not left behind.
final class FileOutput {
  private let path: String
  private let descriptor: Int32
  private var failure: Int32 = 0
  private var isDone = false

  /// - Parameter hint: what can be done where there is one already.
  init(_ path: String, hint: String = "give another name") throws(CommandFailure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      // All properties are set, so `deinit` runs: what is there already is somebody's, and must outlive it.
      isDone = true
      if errno == EEXIST {
        throw CommandFailure(
          .no, "'\(printable(path))' is there already, and is left as it is", hint: hint)
      }
      throw FileOutput.unwritable(path, errno)
    }
    fchmod(descriptor, 0o600)
  }

  deinit {
    close(descriptor)
    if !isDone { unlink(path) }
  }

  /// What is written to it goes into the file.
  var output: Output { Output { [self] bytes in write(bytes) } }

  /// Says that all was written, and makes sure that it is on the disk.
  func finish() throws(CommandFailure) {
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    guard failure == 0 else { throw FileOutput.unwritable(path, failure) }
    isDone = true
  }

  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, failure == 0 {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { failure = errno }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Copies another file into it.
  func fill(from other: String) throws(CommandFailure) {
    let source = open(other, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard source >= 0 else {
      throw CommandFailure(
        .internalFault, "'\(printable(other))' cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(source) }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(source, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw CommandFailure(
          .internalFault, "'\(printable(other))' cannot be read: \(String(cString: strerror(errno)))")
      }
      if count == 0 { return }
      write(Array(chunk[..<count]))
    }
  }

  private static func unwritable(_ path: String, _ code: Int32) -> CommandFailure {
    CommandFailure(.internalFault, "'\(printable(path))' cannot be written: \(String(cString: strerror(code)))")
  }
}

/// The path from the root on, as another process has to be told it.
func absolute(_ path: String) -> String {
  guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
  defer { free(here) }
  return String(cString: here) + "/" + path
}
