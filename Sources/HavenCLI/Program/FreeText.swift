import Glibc

/// Words of a person's own: from a pipe, or from the editor that they are used to; never from the command line, which
/// a shell keeps in its history.
enum FreeText {
  /// Characters that a note may have: a few sentences.
  static let most = 2000

  static func isPiped(_ context: Context) -> Bool { context.pipedInput != nil }

  /// Empty where nothing was written.
  ///
  /// - Parameters:
  ///   - about: what is asked for; stands behind a `#` in the editor, and is not part of the text.
  ///   - before: asked for what the editor begins with.
  static func read(
    _ context: Context, about: String, before: () throws(CommandFailure) -> String? = { nil }
  ) throws(CommandFailure) -> String {
    let text: String
    if let input = context.pipedInput {
      text = trimmed(try input())
    } else {
      let lines = try edited(context, about: about, before: try before() ?? "").split(
        separator: "\n", omittingEmptySubsequences: false)
      text = trimmed(lines.filter { !$0.hasPrefix("#") }.joined(separator: "\n"))
    }
    guard text.count <= most else {
      throw CommandFailure(.usage, "a note of \(text.count) characters is longer than \(most)")
    }
    return text
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }

  /// In a file that only we may read, which is gone afterwards.
  private static func edited(_ context: Context, about: String, before: String) throws(CommandFailure) -> String {
    let folder = context.environment("XDG_RUNTIME_DIR") ?? "/tmp"
    var path = Array("\(folder)/haven-XXXXXX.txt".utf8CString)
    let descriptor = mkstemps(&path, 4)
    guard descriptor >= 0 else {
      throw CommandFailure(.internalFault, "no file for the editor: \(String(cString: strerror(errno)))")
    }
    let file = path.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }  // ends in the zero it began with
    defer { unlink(file) }
    let start = Array("\(before)\n# \(about); lines with # are left out\n".utf8)
    _ = start.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    guard try Editor.edit(file, context) else { throw CommandFailure(.no, "the editor was left, nothing is kept") }
    return try readText(file)
  }
}
