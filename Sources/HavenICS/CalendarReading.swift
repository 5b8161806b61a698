import CLibical

/// What one iCalendar file says about dates, as the lines that `Report` describes.
public func calendarReport(of bytes: [UInt8]) -> [UInt8] {
  var report = Report()
  let components = Components(of: bytes)
  let zones = Zones(components.timeZones)
  for component in components.events { report.event(component, zones) }
  report.calendars = components.isCalendar ? 1 : 0
  for fault in components.faults { report.fault(line: fault.line, component: fault.component, fault.text) }
  return report.finished()
}

/// Gives up every right that reading needs no more: files, programs, the network, and most of the memory and time.
/// For a process that ends after one file.
public func confine() { haven_ics_confine() }
