import Glibc
import Testing

@testable import HavenConfig

/// A page of `docs/man` that is written by hand but for a part between two comments, which is made.
struct ManualPage {
  var name: String

  init(_ name: String) { self.name = name }

  /// That the part is the one given; with HAVEN_WRITE_DOCS set, it is written.
  func holds(_ wanted: String, in part: String, from source: String) throws {
    let path = "\(checkout)/docs/man/\(name)"
    let begin = ".\\\" \(part), from \(source)\n"
    let end = ".\\\" end of \(part)\n"
    let page = String(decoding: try readFile(path, limit: 1 << 20), as: UTF8.self)
    let parts = page.split(separator: begin, maxSplits: 1, omittingEmptySubsequences: false)
    let rest = try #require(parts.last).split(separator: end, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2 && rest.count == 2, "\(name) has no part '\(part)'")
    guard getenv("HAVEN_WRITE_DOCS") != nil else {
      #expect(rest[0] == wanted, "write it anew: HAVEN_WRITE_DOCS=1 swift test --filter Manual")
      return
    }
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    let bytes = Array("\(parts[0])\(begin)\(wanted)\(end)\(rest[1])".utf8)
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }

  /// Text in mdoc(7), a line a sentence: `code` is bold, and nothing is a request or an escape.
  static func prose(_ text: String) -> String {
    text.replacing(/\. (?=[A-Z])/, with: ".\n").split(separator: "\n").map(line).joined(separator: "\n")
  }

  private static func line(_ text: Substring) -> String {
    var line = ""
    var isCode = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "`":
        line += isCode ? "\\fR" : "\\fB"
        isCode.toggle()
      case "\\": line += "\\e"
      case "-" where isCode: line += "\\-"
      case "~": line += "\\(ti"
      case "^": line += "\\(ha"
      case _ where !scalar.isASCII: line += "\\[u\(hexadecimal(scalar.value))]"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&\(line)" : line
  }

  /// At least four digits, as groff wants them.
  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
