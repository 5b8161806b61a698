import HavenCore

extension Child: NewlyWritten { public init() { self.init(id: "") } }

/// `[[child]]`
enum ChildTable {
  static let table = Table<Child>(
    "child", .list, "A child, under an alias: Haven never needs a real name.",
    [
      Key("id", .id(example: "otter"), .required, "the alias, the only name that is ever shown") { $0.id = $1 },
      Key(
        "working-age", .whole("whole number of years", 0...25, example: 5), .words("not set"),
        "the age that you judge the child to be running at; it chooses the ladders and the wording"
      ) {
        $0.workingAge = $1
      },
      Key(
        "key-carer", .list(of: .id("carer", example: "ros")), .value("[]"),
        "the carers to whom this child's cues go first, in order", example: "[\"ros\", \"imani\"]"
      ) {
        $0.keyCarers = $1
      },
      Key(
        "style", .choice("style"), .value("\"plain\""), "how lines are worded",
        example: "\"playful\""
      ) { $0.style = $1 },
      Key(
        "praise", .choice("kind of praise"), .value("\"quiet\""), "how noticing is suggested",
        example: "\"written\""
      ) { $0.praise = $1 },
      Key(
        "ladder", .namedLadder, .words("by working age and size"),
        "preset or own ladder for those of this child's steps that are transitions"
      ) { $0.ladder = $1 },
      Key(
        "avoid", .list(of: .text("text", most: 60, example: "\"hurry\"")), .value("[]"),
        "words that no generated line may use about this child", example: "[\"hurry\", \"last chance\"]"
      ) {
        $0.avoid = $1
      },
      Key(
        "helps", .list(of: .text("text", example: "\"trampoline\"")), .value("[]"), "what helps, best first",
        example: "[\"trampoline\", \"squeeze\"]"
      ) { $0.helps = $1 },
      Key(
        "fuel", .fuel, .value("120"),
        "whole minutes between offers of food and drink, 60 to 180; false turns the clock off: with diabetes, an allergy, "
          + "an eating disorder, hyperphagia or feeding therapy, follow the child's clinician", example: "90"
      ) { $0.fuel = $1 },
      Key("nurture", .whole("whole number", 0...24, example: 4), .value("4"), "small doses of nurture to aim for a day")
      {
        $0.nurture = $1
      },
    ])
}

extension ValueType where Value == Int? {
  /// Minutes, or nil for false.
  fileprivate static let fuel = ValueType(name: "whole minutes or false", example: "120") { node, findings in
    if node.kind == .boolean, !node.boolean { return .some(nil) }
    if node.kind == .integer, (60...180).contains(node.integer) { return .some(node.integer) }
    let found = node.kind == .integer ? "\(node.integer)" : node.kindName
    findings.error(
      node.place, "expected whole minutes or false, found \(found)", hint: "write 60 to 180, or false for no clock")
    return nil
  }
}
