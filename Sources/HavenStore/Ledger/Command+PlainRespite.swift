import HavenCore

extension Command {
  /// Reads what was booked, called off, taken and forgiven: a review goes through more than a year of it.
  ///
  /// Nil as for `init(plainJSON:)`; what it reads, a decoder reads just so.
  init?(plainRespite json: String) {
    var scanner = PlainScanner(json)
    guard scanner.take("{"), let kind = scanner.word(), scanner.take(":{") else { return nil }
    var (lane, from, to): (Lane?, CivilDateTime?, CivilDateTime?)
    var (date, minutes): (CivilDate?, Int?)
    var (counts, shortened, by): (Bool?, Bool?, CalledOff?)
    var seen = Set<String>()
    repeat {
      guard let key = scanner.word(), seen.insert(key).inserted, scanner.take(":") else { return nil }
      let isRead: Bool
      switch key {
      case "lane": (lane, isRead) = scanner.read { $0.lane() }
      case "from": (from, isRead) = scanner.read { $0.word().flatMap { CivilDateTime($0) } }
      case "to": (to, isRead) = scanner.read { $0.word().flatMap { CivilDateTime($0) } }
      case "date": (date, isRead) = scanner.read { $0.word().flatMap { CivilDate($0) } }
      case "minutes": (minutes, isRead) = scanner.read { $0.integer() }
      case "counts": (counts, isRead) = scanner.read { $0.flag() }
      case "shortened": (shortened, isRead) = scanner.read { $0.flag() }
      case "by": (by, isRead) = scanner.read { $0.word().flatMap { CalledOff(rawValue: $0) } }
      default: return nil
      }
      guard isRead else { return nil }
    } while scanner.take(",")
    guard scanner.take("}}"), scanner.isAtEnd, let lane else { return nil }
    switch (kind, from, to, date, minutes, counts) {
    case ("respiteBook", let from?, let to?, nil, nil, nil) where seen.count == 3:
      self = .respiteBook(lane: lane, from: from, to: to)
    case ("respiteCancel", let from?, nil, nil, nil, nil) where shortened == nil:
      self = .respiteCancel(lane: lane, from: from, by: by)
    case ("respiteTook", nil, nil, let date?, let minutes?, let counts?) where by == nil:
      self = .respiteTook(lane: lane, date: date, minutes: minutes, counts: counts, shortened: shortened)
    case ("respiteForgive", nil, nil, nil, nil, nil) where seen.count == 1:
      self = .respiteForgive(lane: lane)
    default: return nil
    }
  }
}

extension PlainScanner {
  /// What a reader finds, and whether it found it.
  fileprivate mutating func read<Value>(_ reader: (inout PlainScanner) -> Value?) -> (Value?, Bool) {
    let value = reader(&self)
    return (value, value != nil)
  }

  /// `{"solo":{"_0":"ros"}}`, `{"couple":{}}`.
  fileprivate mutating func lane() -> Lane? {
    guard take("{"), let name = word(), take(":{") else { return nil }
    let whose: String?
    if take(#""_0":"#) {
      guard let word = word() else { return nil }
      whose = word
    } else {
      whose = nil
    }
    guard take("}}") else { return nil }
    return switch (name, whose) {
    case ("solo", let carer?): .solo(carer)
    case ("sibling", let child?): .sibling(child)
    case ("couple", nil): .couple
    case ("overnight", nil): .overnight
    default: nil
    }
  }
}
