import HavenCore

extension Command {
  /// Reads what was booked, called off, taken and forgiven: a review goes through more than a year of it.
  ///
  /// Nil as for `init(plainJSON:)`; what it reads, a decoder reads just so.
  init?(_ kind: PlainWord, plainRespite scanner: inout PlainScanner) {
    var (lane, from, to): (Lane?, CivilDateTime?, CivilDateTime?)
    var (date, minutes): (CivilDate?, Int?)
    var (counts, shortened, by): (Bool?, Bool?, CalledOff?)
    var read = 0
    repeat {
      guard let key = scanner.word(), scanner.take(":") else { return nil }
      // A key that comes twice is not plain.
      let isRead: Bool
      switch key {
      case "lane": isRead = scanner.read(into: &lane) { $0.lane() }
      case "from": isRead = scanner.read(into: &from) { $0.word().flatMap { CivilDateTime(utf8: $0.bytes) } }
      case "to": isRead = scanner.read(into: &to) { $0.word().flatMap { CivilDateTime(utf8: $0.bytes) } }
      case "date": isRead = scanner.read(into: &date) { $0.word().flatMap { CivilDate(utf8: $0.bytes) } }
      case "minutes": isRead = scanner.read(into: &minutes) { $0.integer() }
      case "counts": isRead = scanner.read(into: &counts) { $0.flag() }
      case "shortened": isRead = scanner.read(into: &shortened) { $0.flag() }
      case "by": isRead = scanner.read(into: &by) { $0.text().flatMap(CalledOff.init(rawValue:)) }
      default: return nil
      }
      guard isRead else { return nil }
      read += 1
    } while scanner.take(",")
    guard let lane else { return nil }
    switch (kind, from, to, date, minutes, counts) {
    case ("respiteBook", let from?, let to?, nil, nil, nil) where read == 3:
      self = .respiteBook(lane: lane, from: from, to: to)
    case ("respiteCancel", let from?, nil, nil, nil, nil) where shortened == nil:
      self = .respiteCancel(lane: lane, from: from, by: by)
    case ("respiteTook", nil, nil, let date?, let minutes?, let counts?) where by == nil:
      self = .respiteTook(lane: lane, date: date, minutes: minutes, counts: counts, shortened: shortened)
    case ("respiteForgive", nil, nil, nil, nil, nil) where read == 1:
      self = .respiteForgive(lane: lane)
    default: return nil
    }
  }
}

extension PlainScanner {
  /// `{"solo":{"_0":"ros"}}`, `{"couple":{}}`.
  fileprivate mutating func lane() -> Lane? {
    guard take("{"), let name = word(), take(":{") else { return nil }
    let whose = take("\"_0\":") ? text() : nil
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
