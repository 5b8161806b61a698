/// The events and time zones of a file, cut out one by one, so that a bad one never takes the rest with it.
struct Components {
  private(set) var events: [Component] = []
  private(set) var timeZones: [Component] = []
  private(set) var faults: [Fault] = []
  /// There was a BEGIN:VCALENDAR: an error page that a download left is none.
  private(set) var isCalendar = false

  struct Fault {
    var line: Int
    var component: String
    var text: String
  }

  /// More would be no family's calendar.
  private static let most = 20_000
  private static let longestLine = 65_536
  private static let deepest = 8

  private var open: [Component] = []

  init(of bytes: [UInt8]) {
    var isOpen = false
    var last = 1
    var lines = ContentLines(bytes)
    while let (line, text) = lines.next() {
      guard !text.isEmpty else { continue }
      last = line
      guard text.count <= Components.longestLine, !text.contains(0) else {
        fault(line, "a line is too long or holds a NUL byte")
        continue
      }
      let name = ComponentName(text)
      switch name {
      case .begin("VCALENDAR"):
        (isCalendar, isOpen) = (true, true)
        closeAll()
      case .end("VCALENDAR"):
        isOpen = false
        closeAll()
      case .begin(let name):
        begin(name, line)
      case .end(let name):
        end(name, line)
      case nil:
        open.indices.last.map { open[$0].lines.append((line, text)) }
      }
    }
    closeAll()
    if isOpen {
      faults.append(
        Fault(line: last, component: "file", text: "it ends before END:VCALENDAR; what followed is missing"))
    }
    if !isCalendar {
      faults.insert(
        Fault(line: 1, component: "file", text: "it is no iCalendar file: there is no BEGIN:VCALENDAR"), at: 0)
    }
  }

  private mutating func begin(_ name: String, _ line: Int) {
    if name == "VEVENT" || name == "VTIMEZONE" { closeAll() }
    guard open.count < Components.deepest else { return fault(line, "components are nested too deep") }
    open.append(Component(name: name, line: line))
  }

  private mutating func end(_ name: String, _ line: Int) {
    guard let depth = open.lastIndex(where: { $0.name == name }) else {
      return fault(line, "END:\(name) without its BEGIN")
    }
    for unclosed in open[(depth + 1)...] {
      faults.append(Fault(line: unclosed.line, component: unclosed.name, text: "it has no END"))
    }
    let closed = open[depth]
    open.removeSubrange(depth...)
    if depth > 0 {
      open[depth - 1].inner.append(closed)
    } else if closed.name == "VEVENT" {
      if events.count < Components.most {
        events.append(closed)
      } else if events.count == Components.most, faults.last?.text != "there are too many events" {
        fault(line, "there are too many events")
      }
    } else if closed.name == "VTIMEZONE", timeZones.count < 1000 {
      timeZones.append(closed)
    }
  }

  private mutating func closeAll() {
    for unclosed in open where unclosed.name == "VEVENT" || unclosed.name == "VTIMEZONE" {
      faults.append(Fault(line: unclosed.line, component: unclosed.name, text: "it has no END"))
    }
    open = []
  }

  private mutating func fault(_ line: Int, _ text: String) {
    faults.append(Fault(line: line, component: open.last?.name ?? "file", text: text))
  }
}

/// One component: its own lines, and the components in it.
struct Component {
  var name: String
  /// Of its BEGIN.
  var line: Int
  var lines: [(line: Int, text: [UInt8])] = []
  var inner: [Component] = []

  /// The text as libical reads it, with the lines for which `isWanted` holds.
  func text(where isWanted: ([UInt8]) -> Bool = { _ in true }) -> [UInt8] {
    var text = Array("BEGIN:\(name)\r\n".utf8)
    for line in lines where isWanted(line.text) { text += line.text + [0x0D, 0x0A] }
    for component in inner where name == "VTIMEZONE" { text += component.text() }
    return text + Array("END:\(name)\r\n".utf8)
  }

  /// The values of a property as they were written.
  func values(of property: String) -> [[UInt8]] {
    lines.compactMap { line in
      guard propertyName(line.text) == property, let colon = line.text.firstIndex(of: UInt8(ascii: ":")) else {
        return nil
      }
      return Array(line.text[(colon + 1)...])
    }
  }
}

/// `DTSTART` of `dtstart;TZID=Europe/London:20260310T170000`.
func propertyName(_ line: [UInt8]) -> String {
  let name = line.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
  return String(decoding: name, as: UTF8.self).uppercased()
}

/// `BEGIN:NAME` or `END:NAME`, in upper case.
enum ComponentName: Equatable {
  case begin(String)
  case end(String)

  init?(_ line: [UInt8]) {
    guard line.count <= 64 else { return nil }
    let text = String(decoding: line, as: UTF8.self).uppercased()
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let name = String(parts[1].filter { $0 != " " && $0 != "\t" })
    switch parts[0] {
    case "BEGIN": self = .begin(name)
    case "END": self = .end(name)
    default: return nil
    }
  }
}
