/// How a text may speak of minutes and clock times.
///
/// A child under six who looks at the screen reads no digits there, on no kind of line and at no level. What the carer
/// needs to know is then written in words ("in twenty minutes", "ten past six"): a rung for the carer alone, a
/// catch-up's true time left, a new time. A rung that is said to the child has no number at all, in words neither,
/// because the child has no use for minutes: it speaks of the bar, or of the last one.
enum Numbers: Sendable, Equatable {
  /// "10 min", "17:25".
  case digits
  /// "ten minutes", "twenty-five past five".
  case words

  /// Below this working age minutes are not grasped.
  static let readyForMinutes = 6
}
