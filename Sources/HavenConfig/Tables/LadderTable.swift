import HavenCore

/// `[[ladder]]`
enum LadderTable {
  struct Model: NewlyWritten {
    var id = ""
    var rungs: [Rung] = []
  }

  static let table = Table<Model>(
    "ladder", .list, "A ladder of your own, to be named by steps and children.",
    [
      Key("id", .id(example: "one-line"), .required, "the ladder's name; not one of the presets'") { $0.id = $1 },
      Key(
        "rungs", .rungs, .required,
        "what is said how many minutes before: `P20` to the carer alone, `10` and `5` to "
          + "be said to the child, `L2` as \"the last one\", `0` on arrival",
        example: "[\"P20\", \"10\", \"5\", \"L2\", \"0\"]"
      ) { $0.rungs = $1 },
    ])
}

extension ValueType where Value == [Rung] {
  /// A list of different rungs, at least one; kept from early to late.
  static let rungs = ValueType(name: "list of rungs", example: "[\"P20\", \"5\", \"0\"]") { node, findings in
    guard node.kind == .array else {
      findings.error(
        node.place, "expected a list of rungs, found \(node.kindName)", hint: "write such as [\"10\", \"0\"]")
      return nil
    }
    guard node.count > 0 else {
      findings.error(node.place, "a ladder needs a rung", hint: "for no cues at all write ladder = \"none\"")
      return nil
    }
    var rungs: [Rung] = []
    for element in node.children {
      guard let rung = ValueType<Rung>.rung.read(element, findings) else { continue }
      if rungs.contains(rung) {
        findings.error(element.place, "the rung '\(rung)' is in this ladder twice")
      } else if rungs.count == 40 {
        findings.error(element.place, "a ladder has at most 40 rungs")
        break
      } else {
        rungs.append(rung)
      }
    }
    return inOrder(rungs)
  }
}

extension ValueType where Value == Rung {
  /// A bare 10 is a rung too: quotes are easily forgotten there.
  fileprivate static let rung = ValueType(name: "rung", example: "\"P20\"") { node, findings in
    let text = node.kind == .integer ? String(node.integer) : node.text
    do throws(GrammarFault) {
      return try Rung(parsing: text)
    } catch {
      findings.error(node.place, error.text, hint: error.hint)
      return nil
    }
  }
}

extension ValueType where Value == LadderChoice {
  /// The name of a preset or of an own ladder; whether the latter exists is checked when all files are read.
  static let namedLadder = ValueType.grammar("ladder", example: "\"short\"") { text throws(GrammarFault) in
    if let preset = LadderPreset(rawValue: text) { return .preset(preset) }
    try Identifier.check(text)
    return .named(text)
  }

  /// A name, or rungs written on the spot.
  static let ladder = ValueType(name: "ladder or list of rungs", example: "[\"P10\", \"L2\", \"0\"]") {
    node, findings in
    node.kind == .array
      ? ValueType<[Rung]>.rungs.read(node, findings).map { .rungs($0) } : namedLadder.read(node, findings)
  }
}
