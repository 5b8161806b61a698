extension Engine {
  /// Whether a word about Haven itself, which is about nobody and no time, may be on this screen now: it is no reason to
  /// break anybody's quiet.
  public func mayHaveAWord(at instant: Instant) -> Bool {
    guard canShow else { return false }
    return household.carers.contains { carer in
      (login == nil || carer.login == nil || carer.login == login) && ownLineHold(carer.id, at: instant) == nil
    }
  }
}
