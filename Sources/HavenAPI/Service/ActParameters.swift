import HavenCore

/// The parameters of every method that does something, each method using a few of them.
struct ActParameters: Codable {
  var step, first, second, cue, answer: String?
  var child, carer, mode, balance, name: String?
  var goal, act, promise, lane, note, by: String?
  /// Whom a promise hangs on.
  var hangsOn: String?
  var minutes, seconds, age, level, size, settle, moment: Int?
  var on, up, counts, shortened: Bool?
  var tags, helped: [String]?
  var until, due, at: Stamp?
  var from, to: CivilDateTime?
  var date: CivilDate?
  var calm, wobbly, hard, knows, choices: [String]?
  var meds, line: String?
  var suggestion, text, words, audience, form, change, value: String?
  var revisit, last: CivilDate?
  var number: Int?
  var changes: [ConfigChange]?
  var `as`: CarerID?
}

extension ActParameters {
  /// One that the method cannot do without.
  func need<Value>(_ path: KeyPath<ActParameters, Value?>, _ name: String) throws(VarlinkError) -> Value {
    guard let value = self[keyPath: path] else { throw .invalidParameter(name) }
    return value
  }

  func need(
    _ path: KeyPath<ActParameters, Int?>, _ name: String, in range: ClosedRange<Int>
  ) throws(VarlinkError) -> Int {
    let value = try need(path, name)
    guard range.contains(value) else { throw .invalidParameter(name) }
    return value
  }

  /// One that may be left out.
  func may(
    _ path: KeyPath<ActParameters, Int?>, _ name: String, in range: ClosedRange<Int>
  ) throws(VarlinkError) -> Int? {
    self[keyPath: path] == nil ? nil : try need(path, name, in: range)
  }

  /// One of a few words.
  func word<Value: RawRepresentable<String>>(
    _ path: KeyPath<ActParameters, String?>, _ name: String
  ) throws(VarlinkError) -> Value {
    guard let value = Value(rawValue: try need(path, name)) else { throw .invalidParameter(name) }
    return value
  }

  func needLane() throws(VarlinkError) -> Lane {
    guard let lane = Lane(try need(\.lane, "lane")) else { throw .invalidParameter("lane") }
    return lane
  }
}
