/// `[[reading]]`: something to read, hear or watch.
public struct Reading: Sendable, Equatable {
  public var id: String
  public var title: String
  /// Whose it is, or where it lies; nil where nobody said.
  public var by: String?

  public init(id: String, title: String, by: String? = nil) {
    self.id = id
    self.title = title
    self.by = by
  }
}

/// What a family may read, theirs first, and what one carer has read of it.
///
/// There is no count of what is left, and no order to keep: what is next is an offer.
public struct ReadingList: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    public var reading: Reading
    /// The family's own, and not one of the named programmes'.
    public var isOwn: Bool
    public var isRead: Bool
  }

  public let entries: [Entry]

  /// - Parameters:
  ///   - own: the family's; one with the id of a built-in title takes its place.
  ///   - read: ids, of which some may be of titles that are no longer listed.
  public init(_ own: [Reading] = [], read: Set<String> = []) {
    let ids = Set(own.map(\.id))
    let builtIn = Programme.all.compactMap(\.reading).filter { !ids.contains($0.id) }
    entries =
      own.map { Entry(reading: $0, isOwn: true, isRead: read.contains($0.id)) }
      + builtIn.map { Entry(reading: $0, isOwn: false, isRead: read.contains($0.id)) }
  }

  /// The first that is not read; nil where all are.
  public var next: Reading? { entries.first { !$0.isRead }?.reading }

  /// An exact id wins over a longer one that it begins.
  public func matches(_ text: String) -> [Reading] {
    let all = entries.map(\.reading)
    if let exact = all.first(where: { $0.id == text }) { return [exact] }
    return all.filter { $0.id.hasPrefix(text) }
  }
}
