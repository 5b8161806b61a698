import Glibc

/// Writes a file that must not be there yet, and the folders above it; all of them for their owner alone.
func writeNewFile(_ path: String, text: String) throws(CommandFailure) {
  if let folder = path.lastIndex(of: "/").map({ String(path[..<$0]) }), !folder.isEmpty { try makeFolders(folder) }
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
  guard descriptor >= 0 else {
    if errno == EEXIST {
      throw CommandFailure(.no, "'\(printable(path))' is there already, and is left as it is", hint: "havenctl check")
    }
    throw unwritable(path, errno)
  }
  var rest = Array(text.utf8)[...]
  var failure: Int32 = 0
  while !rest.isEmpty, failure == 0 {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno != EINTR { failure = errno }
    rest = rest.dropFirst(max(0, count))
  }
  if failure == 0, fsync(descriptor) != 0 { failure = errno }
  close(descriptor)
  // Half a config would be refused to be overwritten the next time.
  if failure != 0 {
    unlink(path)
    throw unwritable(path, failure)
  }
}

/// A folder and those above it, each closed to others where it is new.
func makeFolders(_ path: String) throws(CommandFailure) {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made += (made.isEmpty || made == "/" ? "" : "/") + part
    if mkdir(made, 0o700) != 0, errno != EEXIST { throw unwritable(made, errno) }
  }
}

private func unwritable(_ path: String, _ code: Int32) -> CommandFailure {
  CommandFailure(.internalFault, "'\(printable(path))' cannot be written: \(String(cString: strerror(code)))")
}
