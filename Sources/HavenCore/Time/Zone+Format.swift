extension Zone {
  /// RFC 3339 with this zone's offset, to the second: `2026-03-10T17:05:00+00:00`.
  ///
  /// RFC 3339 has whole minutes of offset only. An offset with seconds (before about 1930) loses them, and the
  /// time is written for the offset shown, so that the text always means exactly this instant. It has four digits
  /// for the year, too: what is earlier or later than they can write is shown as their first or last second.
  public func format(_ instant: Instant) -> String {
    let minutes = offset(at: instant) / 60
    let wall = min(max(instant.seconds + minutes * 60, Zone.firstSecond), Zone.lastSecond)
    let (dayNumber, seconds) = floorDivide(wall, 86_400)
    let (year, month, day) = CivilDate(dayNumber: dayNumber).components
    let ahead = Int(minutes.magnitude)
    return String(unsafeUninitializedCapacity: 25) { text in
      var pairs = DigitPairs(text)
      pairs.write(year / 100)
      pairs.write(year % 100, "-")
      pairs.write(month, "-")
      pairs.write(day, "T")
      pairs.write(seconds / 3600, ":")
      pairs.write(seconds / 60 % 60, ":")
      pairs.write(seconds % 60, minutes < 0 ? "-" : "+")
      pairs.write(ahead / 60, ":")
      pairs.write(ahead % 60)
      return pairs.end
    }
  }

  /// 0000-01-01T00:00:00 and 9999-12-31T23:59:59 on the wall.
  private static let firstSecond = CivilDate(firstOfYear: 0).dayNumber * 86_400
  private static let lastSecond = CivilDate(firstOfYear: 10_000).dayNumber * 86_400 - 1
}
