import HavenCore

// What each view leaves out where a carer's own may not be given out. A view that holds none is as it is for everybody.

extension Privacy {
  /// Without the open window of a goal, and without what only they are told ahead of.
  public func shown(_ view: NowView) -> NowView {
    guard !mayGiveOut(own: view.carer) else { return view }
    var view = view
    view.window = nil
    view.questionsKept = nil
    view.gently = nil
    view.headsUp = nil
    return view
  }

  /// Without what only another carer is told ahead of.
  public func shown(_ view: TomorrowView, to viewer: CarerID) -> TomorrowView {
    guard !mayGiveOut(own: viewer) else { return view }
    var view = view
    view.headsUp = nil
    return view
  }

  /// Without how much time off each other carer had, wherever they look from: whose turn it is next is an offer, and two
  /// carers' hours side by side are none. What is booked stays, because everybody must know who has the children.
  public func shown(_ view: RespiteView, to viewer: CarerID) -> RespiteView {
    var view = view
    view.respite.lanes.removeAll { isOthersOwn($0.lane, for: viewer) }
    return view
  }

  /// Without how much time off each other carer had, and without the viewer's goals where those are not to be given out.
  public func shown(_ view: ReviewView, to viewer: CarerID) -> ReviewView {
    var view = view
    view.respite.lanes.removeAll { isOthersOwn($0.lane, for: viewer) }
    if !mayGiveOut(own: viewer) { view.goals = [] }
    return view
  }

  /// Without how much time off each other carer had, and without the viewer's nights where those are not to be given out.
  public func shown(_ view: QuarterView, to viewer: CarerID) -> QuarterView {
    var view = view
    view.trends.removeAll { trend in
      trend.lane.map { isOthersOwn($0, for: viewer) } ?? (trend.what == "sleep" && !mayGiveOut(own: viewer))
    }
    return view
  }

  private func isOthersOwn(_ lane: String, for viewer: CarerID) -> Bool {
    if case .solo(let carer) = Lane(lane) { return carer != viewer }
    return false
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
