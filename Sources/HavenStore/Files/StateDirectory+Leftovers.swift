import Glibc

extension StateDirectory {
  /// Copies of the ledger that lie beside it: damaged ones that were set aside, and what an interrupted write left.
  func leftovers() -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      let isCopy = name.hasPrefix("haven.db.corrupt-") || name.hasSuffix(".tmp") && name.hasPrefix("haven.")
      if isCopy { found.append(file(name)) }
    }
    return found.sorted()
  }
}

/// What lies in a state directory besides the ledger, for who only knows its path.
public enum Leftovers {
  /// A copy on its way to where it was asked for.
  public static let unfinishedBackup = "haven.backup.tmp"

  /// Damaged databases that were set aside, with their logs, and unfinished files.
  public static func paths(in directory: String) throws(StoreError) -> [String] {
    try StateDirectory(directory).leftovers()
  }

  /// Damaged databases alone, without their logs.
  public static func damaged(in directory: String) throws(StoreError) -> [String] {
    try paths(in: directory).filter { path in
      path.contains("/haven.db.corrupt-") && !["-wal", "-shm", "-journal"].contains(where: path.hasSuffix)
    }
  }

  /// - Returns: those that could not be deleted.
  public static func delete(in directory: String) throws(StoreError) -> [String] {
    try paths(in: directory).filter { unlink($0) != 0 && errno != ENOENT }
  }
}
