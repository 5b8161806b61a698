import HavenConfig
import HavenCore

/// Seconds of a duration, always with a unit: `10m`, `1h30m`, `90s`.
func duration(_ text: String) throws(CommandFailure) -> Int {
  let seconds: Int
  do {
    seconds = try DurationText.seconds(parsing: text)
  } catch {
    throw CommandFailure(error)
  }
  guard seconds > 0 else { throw CommandFailure(.usage, "'\(printable(text))' is no time at all") }
  return seconds
}

/// Whole minutes of a duration.
func minutes(_ text: String) throws(CommandFailure) -> Int {
  let seconds = try duration(text)
  guard seconds % 60 == 0 else {
    throw CommandFailure(.usage, "'\(printable(text))' is not whole minutes", hint: "write '\(seconds / 60 + 1)m'")
  }
  return seconds / 60
}

/// A lane of the respite ledger.
func lane(_ text: String) throws(CommandFailure) -> Lane {
  guard let lane = Lane(text) else {
    throw CommandFailure(
      .usage, "'\(printable(text))' is not a lane", hint: "write 'solo:CARER', 'couple', 'sibling:CHILD' or 'overnight'"
    )
  }
  return lane
}
