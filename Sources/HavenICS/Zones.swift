import CLibical

/// The time zones that the file describes itself: needed where a TZID is no name that the system knows.
struct Zones {
  private var zones: [String: OpaquePointer] = [:]

  mutating func add(_ component: Component) {
    guard let parsed = parse(component.text()), icalcomponent_isa(parsed) == ICAL_VTIMEZONE_COMPONENT else { return }
    guard let zone = icaltimezone_new() else { return }
    guard icaltimezone_set_component(zone, parsed) != 0, let name = icaltimezone_get_tzid(zone) else { return }
    zones[String(cString: name)] = zone
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
