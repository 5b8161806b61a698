import HavenCore

/// What has to go from one file of the config for a child to be gone from it: tables that are about them alone, and
/// their alias in the lists of others. Comments stay, and so do the family's own sentences, for a person to look at.
struct ChildCut {
  private let child: ChildID
  private let bytes: [UInt8]
  /// Bytes that go.
  private(set) var gone: [Range<Int>] = []

  init(_ child: ChildID, from bytes: [UInt8]) {
    self.child = child
    self.bytes = bytes
    for table in TomlTokens(bytes).tables {
      if isTheirs(table) {
        for statement in table { takeLines(of: statement.range) }
      } else {
        for statement in table { take(from: statement) }
      }
    }
    gone.sort { $0.lowerBound < $1.lowerBound }
  }

  /// The file without it.
  var result: [UInt8] {
    var result: [UInt8] = []
    var start = 0
    for range in gone where range.upperBound > start {
      if range.lowerBound > start { result += bytes[start..<range.lowerBound] }
      start = range.upperBound
    }
    return result + bytes[start...]
  }

  /// Keys that say whose a table is.
  private static let owners: Set<String> = ["who", "for", "child"]

  private func isTheirs(_ table: [TomlTokens.Statement]) -> Bool {
    if table.first?.header == "child" {
      return table.contains { $0.key == "id" && $0.value.map(\.kind) == [.text(child)] }
    }
    guard table.first?.isHeader == true else { return false }
    return table.contains { statement in
      guard let key = statement.key, ChildCut.owners.contains(key) else { return false }
      let named = statement.value.compactMap { token -> String? in
        if case .text(let text) = token.kind { text } else { nil }
      }
      return !named.isEmpty && named.allSatisfy { $0 == child }
    }
  }

  private mutating func take(from statement: TomlTokens.Statement) {
    let value = statement.value
    switch value.first?.kind {
    case .mark(UInt8(ascii: "[")):
      guard let key = statement.key, ChildCut.owners.contains(key) else { return }
      for (index, token) in value.enumerated() where token.kind == .text(child) { takeItem(value, index...index) }
    case .mark(UInt8(ascii: "{")):
      for (index, token) in value.enumerated()
      where index + 2 < value.count && value[index + 1].kind == .mark(UInt8(ascii: "=")) {
        guard token.kind == .bare(child) || token.kind == .text(child) else { continue }
        let members = value.count { $0.kind == .mark(UInt8(ascii: "=")) }
        if members == 1 { return takeLines(of: statement.range) }
        takeItem(value, index...(index + 2))
      }
    default: break
    }
  }

  /// An item with the comma behind it, or, of the last, the one before it.
  private mutating func takeItem(_ value: [TomlTokens.Token], _ item: ClosedRange<Int>) {
    let comma = TomlTokens.Kind.mark(UInt8(ascii: ","))
    let (first, last) = (value[item.lowerBound].range, value[item.upperBound].range)
    if item.upperBound + 1 < value.count, value[item.upperBound + 1].kind == comma {
      var end = value[item.upperBound + 1].range.upperBound
      while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
      gone.append(first.lowerBound..<end)
    } else if item.lowerBound > 0, value[item.lowerBound - 1].kind == comma {
      gone.append(value[item.lowerBound - 1].range.lowerBound..<last.upperBound)
    } else {
      gone.append(first.lowerBound..<last.upperBound)
    }
  }

  /// Whole lines, with a blank one behind them.
  private mutating func takeLines(of range: Range<Int>) {
    let newline = UInt8(ascii: "\n")
    var start = range.lowerBound
    while start > 0, bytes[start - 1] != newline { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, bytes[end] != newline { end += 1 }
    end = min(end + 1, bytes.count)
    if end < bytes.count, bytes[end] == newline { end += 1 }
    gone.append(start..<end)
  }
}
