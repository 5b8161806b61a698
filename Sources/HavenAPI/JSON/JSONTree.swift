/// Where an `Encoder` puts what it is given, in the order given; read out once everything is in.
///
/// A class because containers that share it may be filled at the same time (`nestedContainer`, `superEncoder`).
final class JSONTree {
  private(set) var content: Content?

  enum Content {
    case leaf(JSONValue)
    case array([Node])
    case object([(key: String, node: Node)])
  }

  /// What stands in an array or an object; most of it needs no tree of its own.
  enum Node {
    case leaf(JSONValue)
    case tree(JSONTree)

    var value: JSONValue {
      switch self {
      case .leaf(let value): value
      case .tree(let tree): tree.value
      }
    }
  }

  /// Takes over what a node holds: a value that stands for itself.
  func become(_ node: Node) {
    switch node {
    case .leaf(let value): content = .leaf(value)
    case .tree(let tree): content = tree.content
    }
  }

  func becomeObject() {
    if case .object = content { return }
    content = .object([])
  }

  func becomeArray() {
    if case .array = content { return }
    content = .array([])
  }

  /// A key that was there already keeps its place and takes the new node.
  func put(_ node: Node, for key: String) {
    guard case .object(var members) = content else { return }
    content = nil  // so that `members` is not copied
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index].node = node
    } else {
      members.append((key, node))
    }
    content = .object(members)
  }

  func append(_ node: Node) {
    guard case .array(var elements) = content else { return }
    content = nil
    elements.append(node)
    content = .array(elements)
  }

  var count: Int { if case .array(let elements) = content { elements.count } else { 0 } }

  /// What never received anything is an empty object, as in Foundation's encoder.
  var value: JSONValue {
    switch content {
    case nil: .object([])
    case .leaf(let value): value
    case .array(let elements): .array(elements.map(\.value))
    case .object(let members): .object(members.map { JSONValue.Member(key: $0.key, value: $0.node.value) })
    }
  }
}
