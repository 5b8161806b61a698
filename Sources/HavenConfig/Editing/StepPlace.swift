import HavenCore

/// One place in a file where a step is written: its own table, or a short form in its routine's list.
struct StepPlace {
  private let file: FileText
  private let form: Form
  private var bytes: [UInt8] { file.bytes }

  private enum Form {
    case table([TomlTokens.Statement])
    case short(TomlTokens.Token, ShortStep)
  }

  /// In the order written.
  static func each(of step: StepID, in file: String, _ bytes: [UInt8]) -> [StepPlace] {
    let file = FileText(name: file, bytes: bytes)
    return TomlTokens(bytes).tables.flatMap { table -> [StepPlace] in
      switch table.first?.header {
      case "routine.step":
        return TomlTokens.id(of: table) == step ? [StepPlace(file: file, form: .table(table))] : []
      case "routine":
        return table.filter { $0.key == "steps" }.flatMap(\.value).compactMap { token in
          guard case .text(let text) = token.kind, let short = try? ShortStep(parsing: text),
            slug(of: short.name) == step
          else { return nil }
          return StepPlace(file: file, form: .short(token, short))
        }
      default: return []
      }
    }
  }

  var isShort: Bool { if case .short = form { true } else { false } }

  /// Of its first byte, from 1.
  var line: Int {
    switch form {
    case .table(let table): file.line(at: table.first?.range.lowerBound ?? 0)
    case .short(let token, _): file.line(at: token.range.lowerBound)
    }
  }

  /// Where a child's size stands; nil where it is another, or written in a way that is not understood.
  func size(of child: ChildID, from: Size) -> (range: Range<Int>, isOfAll: Bool)? {
    switch form {
    case .short(let token, let short):
      guard short.size == .some(.some(from)), let comma = bytes[token.range].lastIndex(of: UInt8(ascii: ",")) else {
        return nil
      }
      let start = bytes[comma..<token.range.upperBound].firstIndex { $0 == from.rawValue.utf8.first }
      guard let start, bytes[start...].starts(with: from.rawValue.utf8) else { return nil }
      return (start..<start + from.rawValue.utf8.count, true)
    case .table(let table):
      if let own = table.first(where: { $0.key == "transition.\(child)" })?.value,
        own.map(\.kind) == [.text(from.rawValue)]
      {
        return (own[0].range, false)
      }
      guard let value = table.first(where: { $0.key == "transition" })?.value else { return nil }
      if value.map(\.kind) == [.text(from.rawValue)] { return (value[0].range, true) }
      for (index, token) in value.enumerated() where index + 2 < value.count {
        guard token.kind == .bare(child) || token.kind == .text(child),
          value[index + 1].kind == .mark(UInt8(ascii: "=")),
          value[index + 2].kind == .text(from.rawValue)
        else { continue }
        return (value[index + 2].range, false)
      }
      return nil
    }
  }

  /// Where a key's value stands; nil where the step has no such key.
  func value(of key: String) -> Range<Int>? {
    guard case .table(let table) = form, let value = table.first(where: { $0.key == key })?.value,
      let first = value.first, let last = value.last
    else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }

  func replacing(_ range: Range<Int>, by text: String) -> ConfigChange? { file.replacing(range, by: text) }

  /// A key of its own line, below another key's.
  func adding(_ text: String, after key: String) -> ConfigChange? {
    guard case .table(let table) = form, let statement = table.first(where: { $0.key == key }),
      !bytes[statement.range].contains(UInt8(ascii: "\n"))
    else { return nil }
    let before = file.lineText(at: statement.range.lowerBound)
    let indent = before.prefix { $0 == " " || $0 == "\t" }
    let end = before.hasSuffix("\r") ? "\r" : ""
    return ConfigChange(
      file: file.name, line: file.line(at: statement.range.lowerBound), before: [before],
      after: [before, indent + text + end])
  }
}
