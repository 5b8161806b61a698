import CSQLite
import HavenCore

/// The row that a statement stands on; good only inside the closure that is given it. Columns count from 0.
struct Row {
  fileprivate let statement: OpaquePointer

  init(_ statement: OpaquePointer) { self.statement = statement }

  private func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  /// 0 for NULL.
  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

  func optionalInteger(_ column: Int32) -> Int? { isNull(column) ? nil : integer(column) }

  func instant(_ column: Int32) -> Instant { Instant(seconds: integer(column)) }

  func optionalInstant(_ column: Int32) -> Instant? { optionalInteger(column).map(Instant.init(seconds:)) }

  /// The empty string for NULL. Bytes that are not UTF-8 are repaired, not trusted.
  func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// As `text`, without making one of them; the bytes are gone after `body`, and whether they are UTF-8 is not known.
  func withBytes<Result>(_ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let bytes = sqlite3_column_text(statement, column)
    return body(UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))))
  }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
}
