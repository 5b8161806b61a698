import HavenCore

extension NowView {
  /// The same answer a while later: the time that is left is less, and nothing else has changed.
  ///
  /// Right until `nextChange`; from there on only the daemon knows.
  public func advanced(to instant: Instant) -> NowView {
    let passed = instant - at.instant
    guard passed > 0 else { return self }
    var view = self
    view.at.instant = instant
    for index in children.indices {
      view.children[index].secondsLeft? -= passed
      view.children[index].next?.secondsLeft -= passed
    }
    view.nextStep?.secondsLeft -= passed
    view.nextCue?.secondsLeft -= passed
    for index in fuel.indices {
      view.fuel[index].food? += passed
      view.fuel[index].water? += passed
    }
    for index in self.passed.indices { view.passed[index].secondsAgo += passed }
    return view
  }

  /// The first instant after `at` at which something here begins or ends; nil where nothing does.
  public var nextChange: Instant? {
    let instants =
      children.flatMap { [$0.until?.instant, $0.next?.at.instant].compactMap { $0 } }
      + [
        nextStep?.at.instant, nextCue?.at.instant, silence?.until?.instant, window?.until.instant,
        small?.until?.instant,
      ]
      .compactMap { $0 }
      + modes.compactMap(\.until?.instant)
    return instants.filter { $0 > at.instant }.min()
  }
}
