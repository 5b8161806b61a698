import HavenCore

/// What a statement's parameter can be. Values are always bound, never written into the SQL.
enum Value {
  case null
  case integer(Int)
  case text(String)

  init(_ value: Int?) { self = value.map(Value.integer) ?? .null }
  init(_ value: String?) { self = value.map(Value.text) ?? .null }
  /// Seconds since the epoch.
  init(_ value: Instant?) { self = value.map { .integer($0.seconds) } ?? .null }
}
