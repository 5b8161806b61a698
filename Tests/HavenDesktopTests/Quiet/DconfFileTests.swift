import Testing

@testable import HavenDesktop

/// The database of another program is never trusted: whatever is in it, there is a value or there is none.
@Suite
struct DconfFileTests {
  /// A table of one item, `/a` = true, as dconf writes it.
  static let small: [UInt8] =
    Array("GVariant".utf8) + words(0, 0, 24, 60) + words(0, 1, 0)
    // hash, parent, key at 60, two letters of type 'v', value at 62
    + words(0, .max, 60, 2 | UInt32(UInt8(ascii: "v")) << 16, 64, 67) + Array("/a".utf8) + [0, 0, 1, 0, 0x62]

  static func words(_ words: UInt32...) -> [UInt8] {
    words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  @Test("a key has its value, another has none")
  func value() throws {
    let file = try #require(DconfFile(Self.small))
    #expect(file.bool(at: "/a") == true)
    #expect(file.bool(at: "/b") == nil && file.bool(at: "") == nil && file.bool(at: "//a") == nil)
  }

  @Test("what is no such file has nothing")
  func none() {
    #expect(DconfFile([]) == nil)
    #expect(DconfFile(Array("GVariant".utf8)) == nil)
    #expect(DconfFile(path: "/nowhere/dconf/user") == nil)
    #expect(DconfFile(path: "/dev/zero") == nil)
  }

  @Test("any byte may be any other, and any end may be missing")
  func hostile() {
    for place in Self.small.indices {
      _ = DconfFile(Array(Self.small[..<place]))?.bool(at: "/a")
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var bytes = Self.small
        bytes[place] = value
        _ = DconfFile(bytes)?.bool(at: "/a")
      }
    }
  }
}
