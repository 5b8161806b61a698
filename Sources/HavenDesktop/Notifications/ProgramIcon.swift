import Glibc

/// Haven's own picture, for servers that do not look it up by the desktop entry, as dunst does not.
///
/// By address and not by name: a name that the icon theme does not have is a broken picture on some desktops, and a
/// theme's cache may not know yet what was installed a minute ago.
enum ProgramIcon {
  private static let place = "share/icons/hicolor/scalable/apps/haven.svg"

  /// The `file://` address of the icon that was installed with the running program; nil for one that runs where it was
  /// built.
  static var installed: String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    guard length > 0 else { return nil }
    return beside(program: String(decoding: buffer[..<length], as: UTF8.self))
  }

  /// `/usr/bin/havend` has `/usr/share/icons/…`.
  static func beside(program: String) -> String? {
    let prefix = program.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" }
    let path = "\(prefix)/\(place)"
    return access(path, R_OK) == 0 ? "file://\(encoded(path))" : nil
  }

  /// As a URI has a path (RFC 3986, section 3.3): all but letters, digits and a few marks as `%XX`.
  private static func encoded(_ path: String) -> String {
    path.utf8.reduce(into: "") { text, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
