import Glibc

/// A folder of its own, gone with the test.
final class Folder {
  let path: String
  private var files: [String] = []

  init() throws {
    var template = Array("/tmp/havenctl-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw NoFolder() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for file in files { unlink(file) }
    rmdir(path)
  }

  struct NoFolder: Error {}

  func write(_ text: String, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    guard let stream = fopen(file, "w") else { throw NoFolder() }
    fputs(text, stream)
    fclose(stream)
    files.append(file)
    return file
  }

  /// Goes with the folder, whoever makes it.
  func owns(_ name: String) -> String {
    files.append("\(path)/\(name)")
    return "\(path)/\(name)"
  }

  /// The families of the repository.
  static func example(_ name: String) -> String {
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/etc/examples/\(name)"
  }
}
