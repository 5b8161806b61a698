/// How a database of an older Haven becomes one of this: each step once, in order, all in one transaction.
///
/// A step that has been released is never edited; a new one is added. The version is kept in `user_version`.
struct Migrations {
  /// Step `n` makes version `n + 1` and sets `user_version` to it itself, being constant text.
  var steps: [StaticString]

  /// The version that this Haven writes.
  var version: Int { steps.count }

  /// Brings the database up to `version`; does nothing where it is there already.
  ///
  /// - Throws: `.newer` where it is beyond it.
  func run(on connection: Connection) throws(StoreError) {
    let found = try connection.statement("PRAGMA user_version").row { $0.integer(0) } ?? 0
    guard found <= version else {
      throw .newer(path: connection.path, found: found, supported: version)
    }
    guard found < version else { return }
    try connection.transaction { () throws(StoreError) in
      for step in steps[found...] { try connection.execute(step) }
    }
  }
}
