import HavenCore

// What each view leaves out where a carer's own may not be given out. A view that holds none is as it is for everybody.

extension Privacy {
  /// Without the open window of a goal.
  public func shown(_ view: NowView) -> NowView {
    guard !mayGiveOut(own: view.carer) else { return view }
    var view = view
    view.window = nil
    view.questionsKept = nil
    view.gently = nil
    return view
  }

  /// Without their goals.
  public func shown(_ view: ReviewView, to viewer: CarerID) -> ReviewView {
    guard !mayGiveOut(own: viewer) else { return view }
    var view = view
    view.goals = []
    return view
  }

  /// Without their nights.
  public func shown(_ view: QuarterView, to viewer: CarerID) -> QuarterView {
    guard !mayGiveOut(own: viewer) else { return view }
    var view = view
    view.trends.removeAll { $0.what == "sleep" }
    return view
  }

  /// What became of lines and what people did, without what is another carer's own. They count up from one.
  public func events(
    _ entries: [LedgerEntry], _ acts: [Act], to viewer: CarerID, zone: Zone
  ) -> EventsView {
    let states = entries.filter { mayShow(owner(of: $0), to: viewer) }.map {
      (at: $0.at, event: EventView.state($0, sequence: 0, zone: zone))
    }
    let done = acts.filter { mayShow(owner(of: $0), to: viewer) }.map {
      (at: $0.at, event: EventView.act($0, sequence: 0, zone: zone))
    }
    let inOrder = (states + done).enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    return EventsView(
      events: inOrder.enumerated().map { index, one in
        var event = one.element.event
        event.sequence = index + 1
        return event
      })
  }

  /// Whose own an announcement is.
  public func owner(of announcement: Announcement) -> CarerID? {
    switch announcement {
    case .line(let line): owner(of: line)
    case .state(let entry): owner(of: entry)
    case .act(let act): owner(of: act)
    case .planChanged, .configured: nil
    }
  }
}
