import Glibc
import Testing

@testable import HavenCore

/// What other programs say: python-dateutil of rules, Python's zoneinfo of zones, its unicodedata of names.
///
/// The vectors are written by the scripts in Tests/Oracles, which say where those programs are known to be wrong.
/// `Tests/Oracles/compare.sh` asks many more, new ones each time.
struct OracleTests {
  private func lines(_ name: String) throws -> [String] {
    let own = getenv("HAVEN_ORACLE_VECTORS").map { String(cString: $0) }
    let folder =
      own ?? "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/Oracles/Vectors"
    let content = try #require(bytes(ofFile: "\(folder)/\(name).txt"), "no vectors in '\(folder)'")
    return String(decoding: content, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test("rules give the dates that python-dateutil gives")
  func rules() throws {
    var lines = try lines("recurrence")
    let years = try years(&lines)
    #expect(lines.count >= 2000)
    for line in lines {
      let words = line.split(separator: " ")
      let start = try date(String(words[0]))
      var rule = try Recurrence(parsing: words[1])
      if rule.until == nil { rule.until = .date(start + years * 366) }  // as far as the script looked
      let ends = words.last == "."
      var expected: [CivilDate] = []
      for word in words.dropFirst(2).prefix(while: { $0 != "." }) {
        expected.append((expected.last ?? start) + (try #require(Int(word))))
      }
      let found = Array(rule.occurrences(from: start).prefix(expected.count + (ends ? 1 : 0)))
      #expect(found == expected, "\(line)")

      // The same answers without going through the occurrences before.
      var previous = start - 2
      for occurrence in expected {
        for date in [occurrence - 1, occurrence] where date >= start {
          let included = rule.includes(date, from: start)
          if included != (date == occurrence || date == previous) { Issue.record("\(line): includes \(date)") }
        }
        let next = [previous, occurrence - 1].map { rule.next(after: $0, from: start) }
        if next != [occurrence, occurrence] { Issue.record("\(line): next after \(previous)") }
        previous = occurrence
      }
    }
  }

  @Test("rules from a wall time give the instants that python-dateutil and zoneinfo give")
  func moments() throws {
    var lines = try lines("moments")
    let years = try years(&lines)
    #expect(lines.count >= 2000)
    var zones: [Substring: Zone] = [:]
    for line in lines {
      let words = line.split(separator: " ")
      if zones[words[0]] == nil { zones[words[0]] = try systemZone(String(words[0])) }
      let zone = try #require(zones[words[0]])
      let start = try civil(String(words[1]))
      var rule = try Recurrence(parsing: words[2])
      if rule.until == nil { rule.until = .date(start.date + years * 366) }
      var expected: [Int] = []
      for word in words.dropFirst(3).prefix(while: { $0 != "." }) {
        expected.append((expected.last ?? 0) + (try #require(Int(word))))
      }
      var found: [Int] = []
      var instant = Instant.distantPast
      while found.count < expected.count + (words.last == "." ? 1 : 0),
        let next = rule.next(after: instant, from: start, in: zone)
      {
        found.append(next.seconds)
        instant = next
      }
      if found != expected { Issue.record("\(line): \(found)") }
    }
  }

  /// How far the script looked: the first line where it was not thirty years.
  private func years(_ lines: inout [String]) throws -> Int {
    guard let first = lines.first, first.hasPrefix("years ") else { return 30 }
    lines.removeFirst()
    return try #require(Int(first.dropFirst(6)))
  }

  @Test("zones have the offsets that Python's zoneinfo has, and wall times the same instants")
  func zones() throws {
    let lines = try lines("zones")
    #expect(lines.count >= 4 * 100)
    for start in stride(from: 0, to: lines.count, by: 4) {
      let zone = try Zone(name: lines[start], tzif: base64(lines[start + 1]))
      for (seconds, offset) in try pairs(lines[start + 2]) where zone.offset(at: Instant(seconds: seconds)) != offset {
        Issue.record("\(zone.name) at \(seconds): \(zone.offset(at: Instant(seconds: seconds))), not \(offset)")
      }
      for (wall, offset) in try pairs(lines[start + 3]) {
        let instant = zone.instant(of: Zone.utc.civil(at: Instant(seconds: wall)))
        if instant.seconds != wall - offset { Issue.record("\(zone.name): \(Zone.utc.format(Instant(seconds: wall)))") }
        let day = Zone.utc.date(at: Instant(seconds: wall))
        let morning = zone.startOfDay(day)
        if zone.date(at: morning) < day || zone.date(at: morning - 1) >= day { Issue.record("\(zone.name): \(day)") }
      }
    }
  }

  @Test("names give the slugs that Python's unicodedata gives")
  func slugs() throws {
    for line in try lines("slugs") {
      let halves = line.split(separator: "=", omittingEmptySubsequences: false)
      let scalars = halves[0].split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      let name = String(String.UnicodeScalarView(scalars))
      #expect(slug(of: name) == (halves[1].isEmpty ? nil : String(halves[1])), "\(line)")
    }
  }

  /// `10/0 5 7/3600`: times as differences, offsets where they change.
  private func pairs(_ line: String) throws -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    for word in line.split(separator: " ") {
      let halves = word.split(separator: "/")
      let offset = halves.count == 2 ? Int(halves[1]) : pairs.last?.1
      pairs.append(((pairs.last?.0 ?? 0) + (try #require(Int(halves[0]))), try #require(offset)))
    }
    return pairs
  }

  private func base64(_ text: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bits = 0
    var count = 0
    var bytes: [UInt8] = []
    for letter in text.utf8 {
      guard let value = alphabet.firstIndex(of: letter) else { break }
      bits = (bits << 6 | value) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }
}
