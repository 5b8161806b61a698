/// As much of Varlink's interface language as the tests need: names and members of types, methods and errors.
struct InterfaceDescription {
  struct Field: Equatable {
    var name: String
    var isOptional: Bool
    var isArray: Bool
    var type: String
  }

  struct Method {
    var name: String
    var input: [Field]
    var output: String
  }

  var types: [String: [Field]] = [:]
  var methods: [Method] = []
  var errors: [String: [Field]] = [:]

  init(_ text: String) {
    let code = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: " ")
    var rest = Substring(code.split(separator: " ").joined(separator: " "))
    func isMember(_ text: Substring) -> Bool { ["type ", "method ", "error "].contains { text.hasPrefix($0) } }
    while let start = rest.indices.first(where: {
      isMember(rest[$0...]) && ($0 == rest.startIndex || rest[rest.index(before: $0)] == " ")
    }) {
      rest = rest[start...]
      let keyword = rest.prefix { $0 != " " }
      rest = rest.dropFirst(keyword.count + 1)
      let name = String(rest.prefix { $0 != " " && $0 != "(" })
      let first = InterfaceDescription.parentheses(&rest)
      switch keyword {
      case "type": types[name] = InterfaceDescription.fields(first)
      case "error": errors[name] = InterfaceDescription.fields(first)
      default:
        let output = InterfaceDescription.parentheses(&rest)
        methods.append(Method(name: name, input: InterfaceDescription.fields(first), output: "(\(output))"))
      }
    }
  }

  /// The text between the next `(` and its `)`.
  private static func parentheses(_ rest: inout Substring) -> String {
    rest = rest[(rest.firstIndex(of: "(") ?? rest.startIndex)...].dropFirst()
    let text = rest.prefix { $0 != ")" }
    rest = rest[text.endIndex...].dropFirst()
    return String(text).trimming()
  }

  static func fields(_ text: String) -> [Field] {
    text.split(separator: ",").map { part in
      let halves = part.split(separator: ":").map { String($0).trimming() }
      var type = halves[1][...]
      let isOptional = type.hasPrefix("?")
      if isOptional { type = type.dropFirst() }
      let isArray = type.hasPrefix("[]")
      if isArray { type = type.dropFirst(2) }
      return Field(name: halves[0], isOptional: isOptional, isArray: isArray, type: String(type))
    }
  }
}

extension String {
  fileprivate func trimming() -> String { split(separator: " ").joined(separator: " ") }
}
