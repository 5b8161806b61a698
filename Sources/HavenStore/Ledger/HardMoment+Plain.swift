import HavenCore

extension HardMoment {
  /// Reads `{"size":2,…}` in a fraction of the time that a JSON decoder takes: looking back on half a year reads hundreds
  /// of them.
  ///
  /// Nil for words that JSON must escape, for a moment with a time of its own, and for keys of a later Haven; what it
  /// reads, a decoder reads just so.
  init?(plain scanner: inout PlainScanner) {
    var (child, step, note): (String?, String?, String?)
    var (size, settle): (Int?, Int?)
    var (tags, helped): ([String]?, [String]?)
    guard scanner.take("{") else { return nil }
    repeat {
      guard let key = scanner.word(), scanner.take(":") else { return nil }
      // A key that comes twice is not plain.
      let isRead: Bool
      switch key {
      case "child": isRead = scanner.read(into: &child) { $0.text() }
      case "step": isRead = scanner.read(into: &step) { $0.text() }
      case "note": isRead = scanner.read(into: &note) { $0.text() }
      case "size": isRead = scanner.read(into: &size) { $0.integer() }
      case "settle": isRead = scanner.read(into: &settle) { $0.integer() }
      case "tags": isRead = scanner.read(into: &tags) { $0.texts() }
      case "helped": isRead = scanner.read(into: &helped) { $0.texts() }
      default: return nil
      }
      guard isRead else { return nil }
    } while scanner.take(",")
    guard scanner.take("}"), let size, let tags, let helped else { return nil }
    self.init(child: child, size: size, settle: settle, tags: tags, helped: helped, step: step, note: note)
  }
}

extension PlainScanner {
  /// False where the value has been read already, or cannot be.
  mutating func read<Value>(into value: inout Value?, _ reader: (inout PlainScanner) -> Value?) -> Bool {
    guard value == nil, let read = reader(&self) else { return false }
    value = read
    return true
  }
}
