import CSQLite
import Glibc

/// A prepared statement, kept by its `Connection` and run again and again with other values.
final class Statement {
  private let handle: OpaquePointer
  private unowned let connection: Connection

  init(_ sql: StaticString, on connection: Connection, handle database: OpaquePointer) throws(StoreError) {
    var prepared: OpaquePointer?
    let text = UnsafeRawPointer(sql.utf8Start).assumingMemoryBound(to: CChar.self)
    let code = sqlite3_prepare_v3(
      database, text, Int32(sql.utf8CodeUnitCount), UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw connection.error(code) }
    handle = prepared
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  /// Runs it to its end, without looking at rows. `values` stand for `?1`, `?2` and so on.
  func run(_ values: Value...) throws(StoreError) {
    try run(values) { (_) throws(StoreError) in }
  }

  /// Looks at each row, in the statement's order.
  func each(_ values: Value..., look: (Row) throws(StoreError) -> Void) throws(StoreError) {
    try run(values, each: look)
  }

  /// What `read` makes of each row, in the statement's order; rows that it makes nil of are left out.
  func rows<Result>(_ values: Value..., read: (Row) throws(StoreError) -> Result?) throws(StoreError) -> [Result] {
    var results: [Result] = []
    try run(values) { (row) throws(StoreError) in
      if let result = try read(row) { results.append(result) }
    }
    return results
  }

  /// What `read` makes of the first row; nil where there is none.
  func row<Result>(_ values: Value..., read: (Row) throws(StoreError) -> Result) throws(StoreError) -> Result? {
    var result: Result?
    try run(values) { (row) throws(StoreError) in
      if result == nil { result = try read(row) }
    }
    return result
  }

  private func run(_ values: [Value], each: (Row) throws(StoreError) -> Void) throws(StoreError) {
    // Before anything else can be done on the connection, a checkpoint or a commit above all.
    defer { sqlite3_reset(handle) }
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    while true {
      errno = 0
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try each(Row(handle))
      case SQLITE_DONE: return
      case let code: throw connection.error(code)
      }
    }
  }

  private func bind(_ value: Value, at index: Int32) throws(StoreError) {
    let code: Int32
    switch value {
    case .null: code = sqlite3_bind_null(handle, index)
    case .integer(let integer): code = sqlite3_bind_int64(handle, index, Int64(integer))
    case .text(var text):
      code = text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          haven_bind_text(handle, index, $0.baseAddress, UInt64($0.count))
        }
      }
    }
    guard code == SQLITE_OK else { throw connection.error(code) }
  }
}
