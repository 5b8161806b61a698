import Glibc

/// Words of a person's own: from a pipe, or from the editor that they are used to; never from the command line, which
/// a shell keeps in its history.
enum FreeText {
  /// Characters that a note may have: a few sentences.
  static let most = 2000

  static func isPiped(_ context: Context) -> Bool { context.pipedInput != nil }

  /// - Parameter about: what is asked for; stands behind a `#` in the editor, and is not part of the text.
  static func read(
    _ context: Context, about: String, mayBeEmpty: Bool = false
  ) throws(CommandFailure) -> String {
    let text: String
    if let input = context.pipedInput {
      text = trimmed(try input())
    } else {
      text = trimmed(try edited(context, about: about))
    }
    guard mayBeEmpty || !text.isEmpty else { throw CommandFailure(.no, "nothing was written, nothing is kept") }
    guard text.count <= most else {
      throw CommandFailure(.usage, "a note of \(text.count) characters is longer than \(most)")
    }
    return text
  }

  private static func trimmed(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }
    let body = lines.joined(separator: "\n")
    guard let first = body.firstIndex(where: { !$0.isWhitespace }),
      let last = body.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(body[first...last])
  }

  /// In a file that only we may read, which is gone afterwards.
  private static func edited(_ context: Context, about: String) throws(CommandFailure) -> String {
    let folder = context.environment("XDG_RUNTIME_DIR") ?? "/tmp"
    var path = Array("\(folder)/haven-XXXXXX.txt".utf8CString)
    let descriptor = mkstemps(&path, 4)
    guard descriptor >= 0 else {
      throw CommandFailure(.internalFault, "no file for the editor: \(String(cString: strerror(errno)))")
    }
    let file = path.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }  // ends in the zero it began with
    defer { unlink(file) }
    let start = Array("\n# \(about); lines with # are left out\n".utf8)
    _ = start.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    let editor = context.environment("VISUAL") ?? context.environment("EDITOR") ?? "editor"
    guard try run(editor, file) == 0 else { throw CommandFailure(.no, "the editor was left, nothing is kept") }
    return try readText(file)
  }

  /// As `sh` does, for an `$EDITOR` with options of its own. The file's name is an argument and no part of a program.
  private static func run(_ editor: String, _ file: String) throws(CommandFailure) -> Int32 {
    let words = ["sh", "-c", "\(editor) \"$1\"", "sh", file]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var child: pid_t = 0
    let code = posix_spawn(&child, "/bin/sh", nil, nil, arguments, environ)
    guard code == 0 else {
      throw CommandFailure(.internalFault, "the editor cannot be started: \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
