import CLibical

/// The time zones that the file describes itself: needed where a TZID is no name that the system knows.
final class Zones {
  private var zones: [String: OpaquePointer] = [:]

  init(_ components: [Component]) {
    for component in components { add(component) }
  }

  deinit {
    for zone in zones.values { icaltimezone_free(zone, 1) }
  }

  private func add(_ component: Component) {
    guard let parsed = parse(component.text()) else { return }
    guard icalcomponent_isa(parsed) == ICAL_VTIMEZONE_COMPONENT, let zone = icaltimezone_new() else {
      return icalcomponent_free(parsed)
    }
    // The zone owns the component from here on, where it takes it.
    guard icaltimezone_set_component(zone, parsed) != 0 else {
      icaltimezone_free(zone, 1)
      return icalcomponent_free(parsed)
    }
    guard let name = icaltimezone_get_tzid(zone).map({ String(cString: $0) }), zones[name] == nil else {
      return icaltimezone_free(zone, 1)
    }
    zones[name] = zone
  }

  /// The instant of a wall time by the file's own description, nil where there is none.
  func utc(_ time: icaltimetype, zone name: String) -> icaltimetype? {
    guard let zone = zones[name], time.is_date == 0 else { return nil }
    var time = time
    time = icaltime_set_timezone(&time, zone)
    return icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone())
  }
}

/// Nil where libical makes nothing of it.
func parse(_ text: [UInt8]) -> OpaquePointer? {
  icalerror_set_errors_are_fatal(0)
  var text = text.map { CChar(bitPattern: $0) }
  text.append(0)
  return icalparser_parse_string(text)
}
