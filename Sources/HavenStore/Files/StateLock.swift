import Glibc

/// One state directory, one havend: an advisory lock on `haven.lock`, which holds the owner's process id.
///
/// The kernel lets go of it however the process ends, so a lock file left behind never has to be judged by its age.
/// The file itself stays: removing it would let two processes hold a lock each on files of the same name.
final class StateLock {
  private let descriptor: Int32

  /// - Throws: `.busy` with the owner's pid where somebody has it.
  init(in directory: StateDirectory) throws(StoreError) {
    let path = directory.file("haven.lock")
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let opened = open(path, flags, 0o600)
    guard opened >= 0 else { throw StateLock.failure(errno, path: path, directory: directory.path) }
    fchmod(opened, 0o600)
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let errno = errno
      let owner = StateLock.owner(in: opened)
      Glibc.close(opened)
      guard errno == EWOULDBLOCK else { throw StoreError(system: errno, path: path) }
      throw .busy(path: directory.path, by: .havend(pid: owner))
    }
    // Only now: with all its properties set it would be deinitialized even where this throws, and `deinit` empties
    // the file of whoever has the lock.
    descriptor = opened
    // The lock is what counts. On a full disk the name may stay unwritten; the next one then says "another havend".
    ftruncate(descriptor, 0)
    let name = "\(getpid())\n"
    _ = name.withCString { pwrite(descriptor, $0, strlen($0), 0) }
  }

  deinit {
    ftruncate(descriptor, 0)
    // In so many words: closing alone lets go only when no child that is just being started has the descriptor too.
    flock(descriptor, LOCK_UN)
    Glibc.close(descriptor)
  }

  private static func owner(in descriptor: Int32) -> Int? {
    let text = withUnsafeTemporaryAllocation(byteCount: 16, alignment: 1) { buffer in
      String(decoding: buffer.prefix(max(0, pread(descriptor, buffer.baseAddress, buffer.count, 0))), as: UTF8.self)
    }
    return text.split(separator: "\n").first.flatMap { Int($0) }
  }

  /// The directory is ours, so a file that may not be made in it means that nothing may be.
  private static func failure(_ errno: Int32, path: String, directory: String) -> StoreError {
    switch errno {
    case EACCES, EPERM: .readOnly(path: directory, .system(errno: errno))
    case ELOOP, EISDIR: .notPrivate(path: path, .notAFile)
    default: StoreError(system: errno, path: directory)
    }
  }
}
