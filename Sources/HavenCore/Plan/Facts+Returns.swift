// The return of a booking is a promise that makes itself: whoever goes says when they are back. It is derived from the
// booking, so that it is cancelled and undone with it, and it gives no line of its own on a screen.

extension Facts {
  /// How the name of every return begins, and of other promises, perhaps.
  fileprivate static let returnPrefix = "back-"

  /// What was promised, and the returns of what is booked.
  public var allPromises: [Promise] { promises + returns }

  mutating func addReturn(of booking: Booking, by carer: CarerID, zone: Zone) {
    removeReturn(from: booking.lane, booking.start)
    var maker = carer
    if case .solo(let own) = booking.lane { maker = own }
    returns.append(
      Promise(
        id: returnID(of: booking), carer: maker, dueAt: zone.instant(of: booking.end), setAt: booking.bookedAt,
        movedCount: 0, state: .open, stay: Promise.Stay(lane: booking.lane, start: booking.start)))
  }

  mutating func removeReturn(from lane: Lane, _ start: CivilDateTime) {
    guard
      let place = returns.indices.first(where: { returns[$0].stay?.start == start && returns[$0].stay?.lane == lane })
    else { return }
    returns.remove(at: place)
  }

  /// `back-ros-2026-03-21`; with its time where two bookings of a lane end on one date, and with its beginning where
  /// even that is another's.
  private func returnID(of booking: Booking) -> PromiseID {
    let whose =
      switch booking.lane {
      case .solo(let carer): carer
      case .sibling(let child): child
      case .couple, .overnight: booking.lane.description
      }
    let plain = "\(Facts.returnPrefix)\(whose)-\(booking.end.date)"
    if !hasPromise(plain) { return plain }
    let timed = "\(plain)-\(digits(booking.end.time))"
    if !hasPromise(timed) { return timed }
    return "\(timed)-from-\(booking.start.date)-\(digits(booking.start.time))"
  }

  private func hasPromise(_ id: PromiseID) -> Bool {
    // By their places: a review folds a year of bookings, and copies none of them for it.
    promises.indices.contains { promises[$0].id == id } || returns.indices.contains { returns[$0].id == id }
  }

  private func digits(_ time: TimeOfDay) -> String { "\(time)".filter { $0 != ":" } }
}

extension Act {
  /// Whether it may say what became of a return.
  var tellsOfReturn: Bool {
    switch command {
    case .promiseMoved(let id, _), .promiseKept(let id), .promiseRepaired(let id): id.hasPrefix(Facts.returnPrefix)
    default: false
    }
  }
}

extension Command {
  var isBooking: Bool {
    switch self {
    case .respiteBook, .respiteCancel: true
    default: false
    }
  }
}
