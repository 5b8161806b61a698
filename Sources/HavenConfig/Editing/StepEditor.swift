import HavenCore

/// What a change of one step would look like in the files: the exact lines, before and after. It writes nothing.
public struct StepEditor: Sendable {
  private let files: [(name: String, bytes: [UInt8])]
  private let household: Household

  public init(directory: String, household: Household) throws(ConfigurationError) {
    self.household = household
    files = try ConfigFiles.read(directory)
  }

  /// One child's change into a step, in another size.
  ///
  /// A size that is for more children than this one becomes a size for each.
  public func resized(_ step: StepID, child: ChildID, from: Size, to: Size) -> ConfigPlaces {
    edit(step) { place, written in
      let children = self.children(of: written)
      guard let token = place.size(of: child, from: from) else { return nil }
      if token.isOfAll, children != [child] {
        guard !place.isShort, children.contains(child) else { return nil }
        let each = children.map { "\($0) = \"\($0 == child ? to.rawValue : from.rawValue)\"" }
        return place.replacing(token.range, by: "{ \(each.joined(separator: ", ")) }")
      }
      return place.replacing(token.range, by: place.isShort ? to.rawValue : "\"\(to.rawValue)\"")
    }
  }

  /// A step with these rungs, where it is this child's alone: a ladder is for all of a step's children.
  public func withLadder(_ step: StepID, child: ChildID, _ rungs: [String]) -> ConfigPlaces {
    edit(step) { place, written in
      guard !place.isShort, self.children(of: written) == [child], household.child(child)?.ladder == nil else {
        return nil
      }
      let list = "[\(rungs.map { "\"\($0)\"" }.joined(separator: ", "))]"
      if let value = place.value(of: "ladder") { return place.replacing(value, by: list) }
      return place.adding("ladder = \(list)", after: "transition")
    }
  }

  /// Where a step is written, for a person's own hand.
  public func places(of step: StepID) -> ConfigPlaces { edit(step) { _, _ in nil } }

  /// Each place where a step is written is changed, or none is.
  private func edit(_ step: StepID, _ change: (StepPlace, Step) -> ConfigChange?) -> ConfigPlaces {
    var edit = ConfigPlaces()
    var isWhole = true
    let written = household.routines.flatMap(\.steps).filter { $0.id == step }
    for file in files {
      for place in StepPlace.each(of: step, in: file.name, file.bytes) {
        edit.places.append("\(file.name):\(place.line)")
        guard edit.places.count <= written.count, let one = change(place, written[edit.places.count - 1]) else {
          isWhole = false
          continue
        }
        edit.changes.append(one)
      }
    }
    if !isWhole || edit.places.count != written.count { edit.changes = [] }
    if !edit.changes.isEmpty { edit.places = [] }
    return edit
  }

  private func children(of step: Step) -> [ChildID] { step.who ?? household.children.map(\.id) }
}
