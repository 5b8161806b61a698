import HavenAPI
import HavenCore
import HavenStore

extension FuzzTarget {
  /// All of the file at once, as at a start; then line by line, as it grows.
  func takeActs(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).filter { $0.count < ActLine.longest }.prefix(200)
      .compactMap { ActLine($0) }
    guard !lines.isEmpty else { return }
    var acts: [Act] = []
    for case .act(var act) in lines {
      act.origin = "imani"
      acts.append(act)
    }
    var house = LivedHouse(LivedHouse.family)
    house.perform(house.engine.adopt(acts, from: "imani", now: house.now))
    house.live(6)
    for line in lines {
      switch line {
      case .act(var act):
        act.origin = "imani"
        house.perform(house.engine.receive(act, now: house.now))
      case .undo(let act, _): house.perform(house.engine.receiveUndo(of: act, from: "imani", now: house.now))
      }
    }
    house.live(20)
    _ = house.engine.dayView(of: house.engine.zone.date(at: house.now), now: house.now)
  }
}
