import HavenCore

extension FileText {
  /// A goal's window in the place of the step that it came after: `delay` goes with the step, and what stands between
  /// them stays. Nil where one of them goes over several lines.
  func window(_ window: String, insteadOf step: StepID, in table: [TomlTokens.Statement]) -> ConfigChange? {
    func statement(_ key: String) -> TomlTokens.Statement? { table.first { $0.key == key } }
    guard let after = statement("after"), after.value.map(\.kind) == [.text(step)] else { return nil }
    let own = statement("window")
    let touched = [after, statement("delay"), own].compactMap { $0 }
    guard touched.allSatisfy({ !bytes[$0.range].contains(UInt8(ascii: "\n")) }),
      let new = own.map({ value(of: $0, "\"\(window)\"") }) ?? renamed(after, "window", "\"\(window)\"")
    else { return nil }
    let place = line(at: (own ?? after).range.lowerBound)
    let lines = touched.map { line(at: $0.range.lowerBound) }
    let first = lines.min() ?? place, last = lines.max() ?? place
    let all = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let changed = (first...last).compactMap { number in
      number == place ? new : lines.contains(number) ? nil : String(all[number - 1])
    }
    return ConfigChange(file: name, line: first, before: all[(first - 1)..<last].map(String.init), after: changed)
  }

  /// A statement's line with another value.
  private func value(of statement: TomlTokens.Statement, _ text: String) -> String? {
    guard let first = statement.value.first, let last = statement.value.last else { return nil }
    return replacing(first.range.lowerBound..<last.range.upperBound, by: text)?.after.first
  }

  /// A statement's line with another key and value; what was aligned with its neighbours stays so.
  private func renamed(_ statement: TomlTokens.Statement, _ key: String, _ text: String) -> String? {
    guard let old = statement.tokens.first, let value = statement.value.first, let last = statement.value.last else {
      return nil
    }
    let line = lineText(at: old.range.lowerBound)
    let between = value.range.lowerBound - old.range.lowerBound
    let indent = line.prefix { $0 == " " || $0 == "\t" }
    let end = line.utf8.count - indent.utf8.count - (last.range.upperBound - old.range.lowerBound)
    let padding = String(repeating: " ", count: max(1, between - key.utf8.count - "= ".utf8.count))
    return indent + key + padding + "= " + text + String(decoding: Array(line.utf8.suffix(end)), as: UTF8.self)
  }
}
