/// What one carer tells the next, beyond what Haven knows: said in seconds, by flags.
public struct Handover: Sendable, Equatable, Codable {
  public var calm: [ChildID]
  public var wobbly: [ChildID]
  public var hard: [ChildID]
  /// Choices that were offered, each in one word: `shoes-or-boots`.
  public var choices: [String]
  public var helped: [String]
  /// Children who know of what has changed today.
  public var knows: [ChildID]
  /// Only as it was said; never worked out.
  public var meds: Meds?
  /// The carer's own, 1 to 5; nil where it is not shared.
  public var level: Int?
  /// One line in the carer's own words, from standard input; nil where there is none.
  public var line: String?

  public enum Meds: String, Sendable, Codable, CaseIterable { case given, notGiven = "not-given" }

  /// How a child is, as the outgoing carer sees it.
  public enum Weather: String, Sendable, Codable, CaseIterable { case calm, wobbly, hard }

  public init(
    calm: [ChildID] = [], wobbly: [ChildID] = [], hard: [ChildID] = [], choices: [String] = [], helped: [String] = [],
    knows: [ChildID] = [], meds: Meds? = nil, level: Int? = nil, line: String? = nil
  ) {
    self.calm = calm
    self.wobbly = wobbly
    self.hard = hard
    self.choices = choices
    self.helped = helped
    self.knows = knows
    self.meds = meds
    self.level = level
    self.line = line
  }

  /// Nil where nothing was said of the child.
  public func weather(of child: ChildID) -> Weather? {
    if hard.contains(child) { return .hard }
    if wobbly.contains(child) { return .wobbly }
    return calm.contains(child) ? .calm : nil
  }

  /// Characters of the free line, and of a choice or of what helped.
  static let longestLine = 200, longestWord = 40
}

extension Engine {
  /// Every child's id whole and in one list, every figure and text in its bounds.
  func resolve(_ handover: Handover) throws(Refusal) -> Handover {
    var whole = handover
    whole.calm = try children(handover.calm)
    whole.wobbly = try children(handover.wobbly)
    whole.hard = try children(handover.hard)
    whole.knows = try children(handover.knows)
    var seen = Set<ChildID>()
    for child in whole.calm + whole.wobbly + whole.hard where !seen.insert(child).inserted {
      throw Refusal("'\(child)' is named twice", hint: "calm, wobbly or hard: one of them")
    }
    if let level = handover.level, !(1...5).contains(level) { throw Refusal("a level is 1 to 5, not '\(level)'") }
    for choice in handover.choices where !Handover.isWord(choice) {
      throw Refusal("'\(choice)' is not one word", hint: "small letters, digits and hyphens: 'shoes-or-boots'")
    }
    guard handover.choices.count <= 8, handover.helped.count <= 8,
      handover.helped.allSatisfy({ !$0.isEmpty && $0.count <= Handover.longestWord })
    else { throw Refusal("eight of a kind at most, each of \(Handover.longestWord) characters at most") }
    if let line = handover.line, line.isEmpty || line.count > Handover.longestLine || line.contains(where: \.isNewline)
    {
      throw Refusal("one line of \(Handover.longestLine) characters at most")
    }
    return whole
  }

  private func children(_ texts: [String]) throws(Refusal) -> [ChildID] {
    var ids: [ChildID] = []
    for text in texts { ids.append(try unique(text, among: household.children.map(\.id), what: "child")) }
    return ids
  }
}

extension Handover {
  fileprivate static func isWord(_ text: String) -> Bool {
    !text.isEmpty && text.count <= longestWord
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || byte == UInt8(ascii: "-")
      }
  }
}
