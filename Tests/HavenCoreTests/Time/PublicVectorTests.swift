import Testing

@testable import HavenCore

/// The examples of RFC 5545 and the vectors of other projects' tests; docs/recurrence.md says where Haven differs.
struct PublicVectorTests {
  private func lines() throws -> [String] {
    let path =
      "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/Oracles/Vectors/public.txt"
    let content = try #require(bytes(ofFile: path))
    return String(decoding: content, as: UTF8.self).split(separator: "\n").map(String.init).filter {
      !$0.hasPrefix("#")
    }
  }

  @Test("rules give the dates that published sources give")
  func dates() throws {
    let lines = try lines().filter { !$0.hasPrefix("!") }
    #expect(lines.count >= 117)
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      let hasZone = words[0].contains("/")
      let zone = hasZone ? try systemZone(words[0]) : .utc
      let start = try civil(words[hasZone ? 1 : 0])
      let rule = try Recurrence(parsing: words[hasZone ? 2 : 1])
      var expected = try expected(words.drop { $0 != "=" }.dropFirst(), at: start.time)
      let ends = words.last == "."
      if ends { expected.append("end") }
      var found: [String] = []
      var instant = Instant.distantPast
      while found.count < expected.count {
        guard let next = rule.next(after: instant, from: start, in: zone) else {
          found.append("end")
          break
        }
        found.append("\(zone.civil(at: next))")
        instant = next
      }
      #expect(found == expected, "\(line)")
    }
  }

  @Test("what the RFC forbids, and what is not for days, is refused")
  func refused() throws {
    let lines = try lines().filter { $0.hasPrefix("!") }
    #expect(lines.count >= 12)
    for line in lines {
      #expect(throws: RecurrenceError.self, "\(line)") { try Recurrence(parsing: line.dropFirst(2)) }
    }
  }

  private func expected(_ words: ArraySlice<String>, at time: TimeOfDay) throws -> [String] {
    var year = ""
    var dates: [String] = []
    for word in words where word != "." {
      if word.count == 4 {
        year = word
      } else if let range = word.firstRange(of: "..") {
        let month = word.prefix(2)
        let first = try #require(Int(word[..<range.lowerBound].suffix(2)))
        let last = try #require(Int(word[range.upperBound...]))
        for day in first...last { dates.append("\(year)-\(month)-\(day < 10 ? "0" : "")\(day)T\(time)") }
      } else {
        dates.append("\(year)-\(word)\(word.count == 5 ? "T\(time)" : "")")
      }
    }
    return dates
  }
}
