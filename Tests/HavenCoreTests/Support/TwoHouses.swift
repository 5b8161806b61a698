@testable import HavenCore

/// Two logins of one household, a Haven each, on one clock: what is done in one is heard in the other.
struct TwoHouses {
  var ros: House
  var imani: House
  /// False while the folder between them cannot be read.
  var areConnected = true

  init(_ family: Family, from start: String) throws {
    var family = family
    for index in family.household.carers.indices {
      family.household.carers[index].login = family.household.carers[index].id
    }
    ros = try House(family, from: start)
    imani = try House(family, from: start)
    ros.engine.login = "ros"
    imani.engine.login = "imani"
  }

  mutating func run(to moment: String) throws {
    try ros.run(to: moment)
    try imani.run(to: moment)
  }

  /// Somebody types a command in their own login.
  @discardableResult
  mutating func at(_ moment: String, _ command: Command, by carer: CarerID) throws -> Reply {
    try run(to: moment)
    let path = carer == "ros" ? \TwoHouses.ros : \TwoHouses.imani
    let before = self[keyPath: path].ledger.acts.count
    let reply = try self[keyPath: path].at(moment, command, by: carer)
    tell(from: path, since: before)
    return reply
  }

  mutating func press(_ answer: Answer, on id: String, at moment: String, by carer: CarerID) throws {
    try run(to: moment)
    let path = carer == "ros" ? \TwoHouses.ros : \TwoHouses.imani
    let before = self[keyPath: path].ledger.acts.count
    try self[keyPath: path].press(answer, on: id, at: moment)
    tell(from: path, since: before)
  }

  mutating func undo(at moment: String, by carer: CarerID) throws {
    try run(to: moment)
    let path = carer == "ros" ? \TwoHouses.ros : \TwoHouses.imani
    let other = carer == "ros" ? \TwoHouses.imani : \TwoHouses.ros
    let last = self[keyPath: path].engine.lastAct
    try self[keyPath: path].undo(at: moment, by: carer)
    guard areConnected, let last else { return }
    self[keyPath: other].take { $0.receiveUndo(of: last.id, from: carer, now: $1) }
  }

  private mutating func tell(from path: WritableKeyPath<TwoHouses, House>, since count: Int) {
    guard areConnected else { return }
    let acts = self[keyPath: path].ledger.acts.dropFirst(count).filter(\.command.isHouseholds)
    let origin = path == \.ros ? "ros" : "imani"
    for var act in acts {
      act.origin = origin
      if path == \.ros { imani.take { $0.receive(act, now: $1) } } else { ros.take { $0.receive(act, now: $1) } }
    }
  }

  /// What each desktop showed.
  var said: [String] {
    ros.said().map { "ros's: \($0)" } + imani.said().map { "imani's: \($0)" }
  }
}

extension House {
  mutating func take(_ body: (inout Engine, Instant) -> [Effect]) { perform(body(&engine, now)) }
}
