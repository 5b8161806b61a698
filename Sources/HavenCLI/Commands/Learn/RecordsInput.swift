import HavenAPI

/// Figures' records from a file; what is wrong with it is told with its place.
func readRecords(_ path: String) throws(CommandFailure) -> RecordsFile {
  let text = try readText(path)
  do throws(JSONFault) {
    return try RecordsFile(parsing: text.utf8)
  } catch {
    let place = error.field.isEmpty ? "" : "\(error.field): "
    throw CommandFailure(
      .usage, "'\(printable(path))' holds no records: \(printable(place + error.text))",
      hint: #"{"today": "2026-03-15", "week": "2026-03-09", "records": [...]}"#)
  }
}
