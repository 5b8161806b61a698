import ArgumentParser

/// What `havenctl wait` can wait for.
enum WaitCondition: String, CaseIterable, Encodable, ExpressibleByArgument {
  /// A cue is shown to this carer.
  case nextCue = "next-cue"
  /// A step begins, anybody's.
  case nextStep = "next-step"
  /// Somebody's day becomes soft, or ordinary again.
  case mode
  /// Nothing keeps Haven from showing this carer what is due; at once where nothing does.
  case quietEnd = "quiet-end"
}
