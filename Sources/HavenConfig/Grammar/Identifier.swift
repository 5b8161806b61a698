import HavenCore

/// The config language's id: lower-case letters, digits and hyphens, beginning with a letter or digit.
enum Identifier {
  static let longest = 200

  static func check(_ text: String) throws(GrammarFault) {
    guard !text.isEmpty else { throw GrammarFault("an id cannot be empty", hint: rule) }
    guard text.utf8.count <= longest else {
      throw GrammarFault("the id \(quoted(text)) is too long", hint: "at most \(longest) letters")
    }
    guard text.utf8.allSatisfy(isAllowed), text.utf8.first != UInt8(ascii: "-") else {
      let near = slug(of: text).map { "did you mean '\($0)'?" }
      throw GrammarFault("\(quoted(text)) is not an id", hint: near ?? rule)
    }
  }

  private static let rule = "write lower-case letters, digits and hyphens, such as 'school-day'"

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
