/// What could be let go today, where there is little left of a carer. It is offered, never done.
extension Engine {
  /// From here down a plan is worth making lighter.
  public static let littleLeft = 2

  /// Today's level, as this carer last said it; nil where nothing was said today.
  public func capacity(of carer: CarerID, at now: Instant) -> Int? {
    facts.capacity[carer].flatMap { $0.date == zone.date(at: now) ? $0.level : nil }
  }

  /// What to type to make the rest of today smaller, the smallest thing first; empty where nothing can give.
  ///
  /// What may be left out goes from the end of the day, as it does when the day runs late.
  public mutating func lighter(at now: Instant) -> [(name: String, command: Command)] {
    let today = zone.date(at: now)
    let steps = plan(for: today).steps.filter { $0.at > now }
    let optional = steps.reversed().filter { $0.step.tags.contains(.optional) }.prefix(3)
    var offers = optional.map { step in
      (name: step.step.eventLabel ?? step.step.name, command: Command.skip(step: step.step.id))
    }
    let soft = household.children.filter { facts.mode(of: $0.id, at: now) == .ordinary }
    if !soft.isEmpty, soft.count == household.children.count, !steps.isEmpty {
      offers.append((name: "", command: .mode(.lowDemand, child: nil, age: nil, until: nil)))
    }
    return offers
  }

  /// After `capacity 1` or `2`.
  mutating func lighten(capacity level: Int, to carer: CarerID, now: Instant) -> [String] {
    guard level <= Engine.littleLeft else { return [] }
    var lines = lighter(at: now).map { offer in
      switch offer.command {
      case .skip(let step): "\(offer.name) could go: havenctl skip \(step)"
      default: "the rest of today can be a soft day: havenctl mode low-demand"
      }
    }
    if level == 1 { lines.append("nothing is offered to you today but what is about the children") }
    return lines
  }
}
