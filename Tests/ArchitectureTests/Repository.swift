import Glibc

/// The checkout that these tests were compiled from, read as text.
enum Repository {
  /// Absolute, without a slash at the end.
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// Paths from the root of every file under `folder` (itself from the root, "" for all), in order of name.
  /// Build products, version control and dot-folders of tools are left out; `.ci` is ours.
  static func files(under folder: String = "", endingIn endings: [String] = [""]) -> [String] {
    guard let directory = opendir(folder.isEmpty ? root : "\(root)/\(folder)") else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      if entry.pointee.d_type == UInt8(DT_DIR) {
        guard !name.hasPrefix(".") || name == ".ci", name != "__pycache__" else { continue }
        found += files(under: path, endingIn: endings)
      } else if entry.pointee.d_type == UInt8(DT_REG), endings.contains(where: name.hasSuffix) {
        found.append(path)
      }
    }
    return found.sorted()
  }

  /// The file's text; bytes that are not UTF-8 are replaced, so a picture reads as something, not as a failure.
  static func text(of path: String) throws -> String {
    guard let file = fopen("\(root)/\(path)", "rb") else { throw Unreadable(path: path, code: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func exists(_ path: String) -> Bool { access("\(root)/\(path)", F_OK) == 0 }

  /// The targets: the folders of `Sources`.
  static func targets() -> Set<String> {
    Set(
      files(under: "Sources").compactMap { path in
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : nil
      })
  }

  struct Unreadable: Error, CustomStringConvertible {
    var path: String
    var code: Int32
    var description: String { "cannot read '\(path)': \(String(cString: strerror(code)))" }
  }
}
