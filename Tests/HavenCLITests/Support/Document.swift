import Glibc

@testable import HavenCLI

/// A file of the repository that a test reads.
enum Document {
  static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  static func text(_ path: String) throws -> String { try readText("\(root)/\(path)") }
  static func exists(_ path: String) -> Bool { access("\(root)/\(path)", F_OK) == 0 }

  /// Paths of the files below a folder, from the root.
  static func files(under folder: String) -> [String] {
    guard let directory = opendir("\(root)/\(folder)") else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      guard !name.hasPrefix(".") else { continue }
      if entry.pointee.d_type == UInt8(DT_DIR) {
        found += files(under: "\(folder)/\(name)")
      } else {
        found.append("\(folder)/\(name)")
      }
    }
    return found
  }
}
