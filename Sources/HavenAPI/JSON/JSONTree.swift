/// Where an `Encoder` puts what it is given, in the order given; read out once everything is in.
///
/// A class because containers that share it may be filled at the same time (`nestedContainer`, `superEncoder`).
final class JSONTree {
  private(set) var content: Content?

  enum Content {
    case leaf(JSONValue)
    case array([JSONTree])
    case object([(key: String, tree: JSONTree)])
  }

  init(_ leaf: JSONValue? = nil) { content = leaf.map(Content.leaf) }

  /// Takes over what another tree holds: a value that stands for itself.
  func become(_ other: JSONTree) { content = other.content }

  func becomeObject() {
    if case .object = content { return }
    content = .object([])
  }

  func becomeArray() {
    if case .array = content { return }
    content = .array([])
  }

  /// A key that was there already keeps its place and takes the new tree.
  func put(_ tree: JSONTree, for key: String) {
    guard case .object(var members) = content else { return }
    content = nil  // so that `members` is not copied
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index].tree = tree
    } else {
      members.append((key, tree))
    }
    content = .object(members)
  }

  func append(_ tree: JSONTree) {
    guard case .array(var elements) = content else { return }
    content = nil
    elements.append(tree)
    content = .array(elements)
  }

  var count: Int { if case .array(let elements) = content { elements.count } else { 0 } }

  /// What never received anything is an empty object, as in Foundation's encoder.
  var value: JSONValue {
    switch content {
    case nil: .object([])
    case .leaf(let value): value
    case .array(let elements): .array(elements.map(\.value))
    case .object(let members): .object(members.map { JSONValue.Member(key: $0.key, value: $0.tree.value) })
    }
  }
}
