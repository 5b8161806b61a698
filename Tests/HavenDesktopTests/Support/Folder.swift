import Glibc
import HavenDesktop

/// A temporary folder that goes with the test.
final class Folder: Sendable {
  let path: String

  init(in base: String = BusAddress.variable("TMPDIR") ?? "/tmp") throws {
    var template = Array("\(base)/haven-desktop-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError.last("mkdtemp") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    for name in (try? names(in: path)) ?? [] {
      let entry = "\(path)/\(name)"
      if unlink(entry) != 0 { remove(entry) }
    }
    rmdir(path)
  }

  func file(_ name: String, _ text: String) throws -> String {
    let file = "\(path)/\(name)"
    guard let stream = fopen(file, "w") else { throw SystemError.last("fopen '\(file)'") }
    defer { fclose(stream) }
    fputs(text, stream)
    return file
  }

  /// The whole of a small file, such as one of /proc.
  static func text(of path: String) throws -> String {
    guard let stream = fopen(path, "r") else { throw SystemError.last("fopen '\(path)'") }
    defer { fclose(stream) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&buffer, 1, buffer.count, stream)
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  static func names(in path: String) throws -> [String] {
    guard let folder = opendir(path) else { throw SystemError.last("opendir '\(path)'") }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// What a symbolic link says.
  static func link(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &buffer, buffer.count)
    return count < 0 ? nil : String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Where this build put its programs.
  static var products: String {
    let own = link("/proc/self/exe") ?? ""
    return own.lastIndex(of: "/").map { String(own[..<$0]) } ?? "."
  }
}
