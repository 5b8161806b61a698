import HavenCore

extension HardMoment {
  /// Reads `{"hard":{"_0":{…}}}` in a fraction of the time that a JSON decoder takes: looking back on half a year reads
  /// hundreds of them.
  ///
  /// Nil for words that JSON must escape, for a moment with a time of its own, and for keys of a later Haven; what it
  /// reads, a decoder reads just so.
  init?(plainJSON json: String) {
    var scanner = PlainScanner(json)
    var moment = HardMoment(size: 0)
    var seen = Set<String>()
    guard scanner.take(#"{"hard":{"_0":{"#) else { return nil }
    repeat {
      guard let key = scanner.word(), seen.insert(key).inserted, scanner.take(":") else { return nil }
      switch key {
      case "child": moment.child = scanner.word()
      case "step": moment.step = scanner.word()
      case "note": moment.note = scanner.word()
      case "settle": moment.settle = scanner.integer()
      case "size":
        guard let size = scanner.integer() else { return nil }
        moment.size = size
      case "tags", "helped":
        guard let words = scanner.words() else { return nil }
        if key == "tags" { moment.tags = words } else { moment.helped = words }
      default: return nil
      }
    } while scanner.take(",")
    guard scanner.take("}}}"), scanner.isAtEnd, seen.isSuperset(of: ["size", "tags", "helped"]) else { return nil }
    self = moment
  }
}
