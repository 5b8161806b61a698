import Testing

@testable import HavenCLI

@Suite("Keys of the live view")
struct WatchKeyTests {
  private func keys(_ text: String) -> [WatchKey] { WatchKey.keys(in: Array(text.utf8)) }

  @Test(
    "a letter is a key",
    arguments: [
      ("q", WatchKey.leave), ("d", .done), ("+", .later), ("=", .later), ("z", .again), ("s", .skip), ("u", .undo),
      ("?", .help), ("\t", .down), ("j", .down), ("k", .up),
    ])
  func letters(text: String, key: WatchKey) { #expect(keys(text) == [key]) }

  @Test("the arrows are keys, as terminals send them in both their modes")
  func arrows() { #expect(keys("\u{1B}[A\u{1B}[B\u{1B}OA\u{1B}OB") == [.up, .down, .up, .down]) }

  @Test("Esc alone leaves")
  func escape() { #expect(keys("\u{1B}") == [.leave]) }

  @Test("a key that means nothing does nothing: another arrow, a function key, a letter of another alphabet")
  func others() { #expect(keys("\u{1B}[C\u{1B}[1;5D\u{1B}[15~\u{1B}xyx0 é") == []) }

  @Test(
    "a key whose bytes have not all come is waited for", arguments: ["\u{1B}", "d\u{1B}[", "\u{1B}[1;5", "\u{1B}O"])
  func cutShort(text: String) { #expect(WatchKey.isCutShort(Array(text.utf8))) }

  @Test("a whole key is not", arguments: ["", "d", "\u{1B}[A", "\u{1B}[15~", "\u{1B}x", "\u{1B}[Ad"])
  func whole(text: String) { #expect(!WatchKey.isCutShort(Array(text.utf8))) }
}
