/// `40 s`, `12 min`, `2 h 5 min`, `3 days`; to the nearest minute, and never zero of anything.
public func spanText(_ seconds: Int) -> String {
  let seconds = abs(seconds)
  if seconds < 60 { return "\(max(1, seconds)) s" }
  let minutes = (seconds + 30) / 60
  if minutes < 60 { return "\(minutes) min" }
  if minutes >= 48 * 60 { return "\((minutes + 720) / 1440) days" }
  return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
}
