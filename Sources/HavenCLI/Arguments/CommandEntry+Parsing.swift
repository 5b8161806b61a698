import ArgumentParser

extension CommandEntry {
  /// The command with its options; nil where its help was asked for.
  func parse(_ arguments: [String]) throws(CommandFailure) -> (any HavenCommand)? {
    do {
      return try type.parse(arguments)
    } catch {
      if type.exitCode(for: error) == .success { return nil }
      throw CommandFailure(argumentFault: type.message(for: error), synopsis: synopsis)
    }
  }

  /// The command's own page.
  var help: String { type.helpMessage() }
}

extension CommandFailure {
  /// What ArgumentParser says, in our form: `Unknown option '--jsom'. Did you mean '--json'?`
  ///
  ///     havenctl: unknown option '--jsom'
  ///     hint: did you mean '--json'?
  init(argumentFault message: String, synopsis: String) {
    let cut = message.firstRange(of: ". ")
    var text = String(message[..<(cut?.lowerBound ?? message.endIndex)])
    if text.hasSuffix(".") { text.removeLast() }
    var hint = cut.map { String(message[$0.upperBound...]) } ?? synopsis
    if hint.hasSuffix(".") { hint.removeLast() }
    self.init(.usage, Self.lowerFirst(text), hint: Self.lowerFirst(hint))
  }

  private static func lowerFirst(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }
}
