import CLibical

/// What is written: one line a component, words apart by one space, each word `key=value`.
///
///     haven-ics 1
///     event line=4 uid=2026-04-06%40mill-street start=20260406 end=20260408
///     event line=9 uid=club start=20260302T190000@Europe%2FLondon duration=3600 rule=FREQ%3DWEEKLY exdate=20260309T190000@Europe%2FLondon
///     fault line=20 component=VEVENT text=it%20has%20no%20DTSTART
///     done events=2 faults=1 calendars=1
///
/// Of several files there is one such report after another. `calendars=0` means that it is no iCalendar file at all.
///
/// Keys of an event: `line`, `uid`, `summary`, `categories`, `sequence`, `cancelled=1`, `start`, `end` or `duration` (seconds), `rule`,
/// `recurrence` (the RECURRENCE-ID) with `future=1` for it and all that follow, `exdate` and `rdate` (several apart
/// by commas). A value keeps letters, digits and `-._:`; every other byte is `%XX`. Without the last line something
/// went wrong.
///
/// A time is `20260406` (all day), `20260310T170000` (in the reader's zone), `20260310T170000Z`, or with its zone
/// `20260310T170000@NAME`, behind which `~20260310T170000Z` is the instant by the file's own description of it.
struct Report {
  private var text: [UInt8] = Array("haven-ics 1\n".utf8)
  private var events = 0
  private var faults = 0
  var calendars = 1

  private static let wanted: Set<String> = [
    "UID", "SUMMARY", "CATEGORIES", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "EXDATE",
    "RDATE",
  ]

  mutating func event(_ component: Component, _ zones: Zones) {
    let text = component.text { Report.wanted.contains(propertyName($0)) }
    let parsed = parse(text)
    defer { if let parsed { icalcomponent_free(parsed) } }
    guard let event = parsed, icalcomponent_isa(event) == ICAL_VEVENT_COMPONENT else {
      return fault(line: component.line, component: "VEVENT", "it cannot be read")
    }
    var words = "event line=\(component.line)"
    for error in properties(event, ICAL_XLICERROR_PROPERTY) {
      let told = icalproperty_get_xlicerror(error).map { String(cString: $0) } ?? "a property cannot be read"
      fault(line: component.line, component: "VEVENT", String(told.prefix(200)))
    }
    guard let start = properties(event, ICAL_DTSTART_PROPERTY).first,
      let at = time(start, icalproperty_get_dtstart(start), zones)
    else {
      return fault(line: component.line, component: "VEVENT", "it has no DTSTART that can be read")
    }
    if let uid = icalcomponent_get_uid(event) { words += " uid=\(escaped(String(cString: uid)))" }
    if let summary = icalcomponent_get_summary(event) { words += " summary=\(escaped(String(cString: summary)))" }
    let categories = properties(event, ICAL_CATEGORIES_PROPERTY).compactMap { icalproperty_get_categories($0) }
    if !categories.isEmpty {
      words += " categories=\(escaped(categories.map { String(cString: $0) }.joined(separator: ",")))"
    }
    if let property = properties(event, ICAL_SEQUENCE_PROPERTY).first {
      words += " sequence=\(icalproperty_get_sequence(property))"
    }
    if let status = properties(event, ICAL_STATUS_PROPERTY).first,
      icalproperty_get_status(status) == ICAL_STATUS_CANCELLED
    {
      words += " cancelled=1"
    }
    words += " start=\(at)"
    if let end = properties(event, ICAL_DTEND_PROPERTY).first, let until = time(end, icalproperty_get_dtend(end), zones)
    {
      words += " end=\(until)"
    } else if let duration = properties(event, ICAL_DURATION_PROPERTY).first {
      words += " duration=\(icaldurationtype_as_int(icalproperty_get_duration(duration)))"
    }
    // As written: libical's own reading of a rule is not needed, and not right for every rule.
    for rule in component.values(of: "RRULE") { words += " rule=\(escaped(String(decoding: rule, as: UTF8.self)))" }
    if !component.values(of: "EXRULE").isEmpty {
      fault(line: component.line, component: "VEVENT", "its EXRULE is of an older standard, and takes nothing away")
    }
    if let property = properties(event, ICAL_RECURRENCEID_PROPERTY).first,
      let original = time(property, icalproperty_get_recurrenceid(property), zones)
    {
      words += " recurrence=\(original)"
      if parameter("RANGE", of: property) == "THISANDFUTURE" { words += " future=1" }
    }
    let removed = properties(event, ICAL_EXDATE_PROPERTY).compactMap { time($0, icalproperty_get_exdate($0), zones) }
    if !removed.isEmpty { words += " exdate=\(removed.joined(separator: ","))" }
    let added = properties(event, ICAL_RDATE_PROPERTY).compactMap { time($0, haven_ics_rdate_start($0), zones) }
    if !added.isEmpty { words += " rdate=\(added.joined(separator: ","))" }
    write(words)
    events += 1
  }

  mutating func fault(line: Int, component: String, _ told: String) {
    faults += 1
    // The first thousand say enough.
    if faults <= 1000 { write("fault line=\(line) component=\(escaped(component)) text=\(escaped(told))") }
  }

  mutating func finished() -> [UInt8] {
    write("done events=\(events) faults=\(faults) calendars=\(calendars)")
    return text
  }

  private mutating func write(_ line: String) { text += Array(line.utf8) + [0x0A] }

  /// Nil where there is no such time.
  private func time(_ property: OpaquePointer, _ time: icaltimetype, _ zones: Zones) -> String? {
    guard icaltime_is_null_time(time) == 0, exists(time) else { return nil }
    if icaltime_is_utc(time) != 0 { return digits(time) + "Z" }
    guard time.is_date == 0, let zone = parameter("TZID", of: property) else { return digits(time) }
    let instant = zones.utc(time, zone: zone).map { "~\(digits($0))Z" } ?? ""
    return "\(digits(time))@\(escaped(zone))\(instant)"
  }

  /// libical takes the thirty-first of February as it is written. One such event must not cost a family its calendar.
  private func exists(_ time: icaltimetype) -> Bool {
    guard (1...9999).contains(time.year), (1...12).contains(time.month),
      (1...icaltime_days_in_month(time.month, time.year)).contains(time.day)
    else { return false }
    // With the leap second of RFC 5545 §3.3.12.
    return time.is_date != 0
      || (0...23).contains(time.hour) && (0...59).contains(time.minute) && (0...60).contains(time.second)
  }

  private func digits(_ time: icaltimetype) -> String {
    let date = padded(time.year, 4) + padded(time.month, 2) + padded(time.day, 2)
    guard time.is_date == 0 else { return date }
    return "\(date)T\(padded(time.hour, 2))\(padded(time.minute, 2))\(padded(time.second, 2))"
  }

  private func properties(_ component: OpaquePointer, _ kind: icalproperty_kind) -> [OpaquePointer] {
    var found: [OpaquePointer] = []
    var property = icalcomponent_get_first_property(component, kind)
    while let one = property, found.count < 10_000 {
      found.append(one)
      property = icalcomponent_get_next_property(component, kind)
    }
    return found
  }

  private func parameter(_ name: String, of property: OpaquePointer) -> String? {
    icalproperty_get_parameter_as_string(property, name).map { String(cString: $0) }
  }
}

private func padded(_ value: Int32, _ places: Int) -> String {
  let digits = String(max(0, value))
  return String(repeating: "0", count: max(0, places - digits.count)) + digits
}

private func escaped(_ value: String) -> String {
  var text = ""
  for byte in value.utf8.prefix(4096) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"):
      text.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      text += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
  }
  return text
}
