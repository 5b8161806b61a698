import Testing

@testable import HavenCore

/// A zone file is read from a disk that others write to: any bytes make a zone or an error, never a crash.
struct ZoneFileTests {
  @Test("a file cut off anywhere is refused", arguments: ["Europe/London", "Asia/Gaza"])
  func truncation(name: String) throws {
    let whole = try #require(bytes(ofFile: "/usr/share/zoneinfo/\(name)"))
    for length in 0..<whole.count {
      #expect(throws: ZoneFileError.self) { try Zone(name: name, tzif: whole.prefix(length)) }
    }
  }

  @Test("a file with bytes changed makes a zone or an error")
  func damage() throws {
    let whole = try #require(bytes(ofFile: "/usr/share/zoneinfo/Europe/London"))
    var random = Random(seed: 7)
    var zones = 0
    for _ in 0..<1000 {
      var damaged = whole
      for _ in 0...random.next(3) { damaged[random.next(damaged.count)] = UInt8(random.next(256)) }
      guard let zone = try? Zone(name: "x", tzif: damaged) else { continue }
      zones += 1
      for seconds in [Int.min / 4, -9_000_000_000, 0, 1_774_749_600, 9_000_000_000, Int.max / 4] {
        let instant = Instant(seconds: seconds)
        #expect((-89_999...93_599).contains(zone.offset(at: instant)))
        _ = zone.instant(of: zone.civil(at: instant))
        _ = zone.exists(zone.date(at: instant))
      }
    }
    #expect(zones > 150)
  }

  @Test("before the first change the first type holds, after the last the last line")
  func ends() throws {
    var file = TestZoneFile(offsets: [-75, 0, 3600])
    file.changes = [(-3_852_662_325, 1), (1_000_000_000, 2), (1_100_000_000, 1)]
    file.footer = "GMT0"
    let zone = try Zone(name: "x", tzif: file.bytes)
    #expect([-4_000_000_000, -3_852_662_326].map { zone.offset(at: Instant(seconds: $0)) } == [-75, -75])
    #expect([-3_852_662_325, 999_999_999].map { zone.offset(at: Instant(seconds: $0)) } == [0, 0])
    #expect([1_000_000_000, 1_099_999_999].map { zone.offset(at: Instant(seconds: $0)) } == [3600, 3600])
    #expect([1_100_000_000, 9_999_999_999].map { zone.offset(at: Instant(seconds: $0)) } == [0, 0])
  }

  @Test("version 1 has 32-bit times and no last line")
  func versionOne() throws {
    var file = TestZoneFile(offsets: [0, 3600])
    file.version = 0
    file.changes = [(-100, 1), (100, 0)]
    let zone = try Zone(name: "x", tzif: file.bytes)
    #expect([-101, -100, 99, 100].map { zone.offset(at: Instant(seconds: $0)) } == [0, 3600, 3600, 0])
  }

  /// last line, moment in UTC, offset
  private static let footers: [(String, String, Int)] = [
    ("<+0330>-3:30", "2026-01-01T00:00", 12_600),
    ("<-03>3", "2026-01-01T00:00", -10_800),
    ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T06:59", -18_000),
    ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T07:00", -14_400),
    ("EST5EDT,M3.2.0,M11.1.0", "2026-11-01T05:59", -14_400),
    ("EST5EDT,M3.2.0,M11.1.0", "2026-11-01T06:00", -18_000),
    ("EST5EDT,M3.2.0,M11.1.0", "1926-07-01T00:00", -14_400),
    // J60 is 1 March in every year, 59 is 29 February in leap years.
    ("AAA0BBB,J60/0,J300/1", "2028-02-29T23:59", 0),
    ("AAA0BBB,J60/0,J300/1", "2028-03-01T00:00", 3600),
    ("AAA0BBB,59/0,J300/1", "2028-02-29T00:00", 3600),
    ("AAA0BBB,59/0,J300/1", "2027-02-28T23:59", 0),
    ("AAA0BBB,59/0,J300/1", "2027-03-01T00:00", 3600),
    // RFC 9636: times from -167 to 167 hours, and "daylight saving" all the year round.
    ("AAA0BBB,M3.5.0/-167,M10.5.0/167", "2026-03-22T00:59", 0),
    ("AAA0BBB,M3.5.0/-167,M10.5.0/167", "2026-03-22T01:00", 3600),
    ("AAA0BBB,M3.5.0/-167,M10.5.0/167", "2026-10-31T21:59", 3600),
    ("AAA0BBB,M3.5.0/-167,M10.5.0/167", "2026-10-31T22:00", 0),
    ("XXX3EDT4,0/0,J365/23", "2026-12-31T23:59", -14_400),
    ("XXX3EDT4,0/0,J365/23", "2027-01-01T03:00", -14_400),
    ("XXX3EDT4,0/0,J365/23", "2027-01-01T04:00", -14_400),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01T00:00", 3600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-12-01T00:00", 0),
  ]

  @Test("the last line is a POSIX rule with the extensions of RFC 9636", arguments: footers)
  func footer(line: String, moment: String, offset: Int) throws {
    var file = TestZoneFile(offsets: [0])
    file.footer = line
    #expect(try Zone(name: "x", tzif: file.bytes).offset(at: try utc(moment)) == offset)
  }

  @Test(
    "a last line that is no rule is refused",
    arguments: [
      "G0", "GMT", "GMT0BST", "GMT25", "GMT0BST,M3.5.0", "GMT0BST,M13.5.0,M10.5.0", "GMT0BST,M3.6.0,M10.5.0",
      "GMT0BST,M3.5.7,M10.5.0", "GMT0BST,J0,J366", "GMT0BST,366,1", "GMT0BST,M3.5.0/168,M10.5.0", "<+03-3", "GMT0 ",
      "GMT0BST,M3.5.0/1,M10.5.0,", "GMT-", "GMT0:60", "GMT0000000000000000000000000000", "\u{0}",
    ])
  func badFooter(line: String) {
    var file = TestZoneFile(offsets: [0])
    file.footer = line
    #expect(throws: ZoneFileError.malformed("its last line is no rule")) { try Zone(name: "x", tzif: file.bytes) }
  }

  @Test("what contradicts RFC 9636 is refused with the reason")
  func contradictions() {
    var file = TestZoneFile(offsets: [0, 3600])
    file.changes = [(100, 1), (100, 0)]
    #expect(error(file.bytes) == .malformed("its changes are not in order"))
    file.changes = [(100, 2)]
    #expect(error(file.bytes) == .malformed("a change to an offset that it does not have"))
    #expect(error(TestZoneFile(offsets: [90_000 * 2]).bytes) == .malformed("an offset of 180000 s"))
    #expect(error(TestZoneFile(offsets: []).bytes) == .malformed("it has no offset"))
    #expect(error([]) == .truncated)
    #expect(error(Array("GIF89a and so on, for a while".utf8)) == .notAZoneFile)
    #expect(error([UInt8](repeating: 0x54, count: 300_000)) == .tooLarge)
  }

  @Test("a zone that counts leap seconds is refused")
  func leapSeconds() {
    var file = TestZoneFile(offsets: [0])
    file.leapSeconds = 1
    #expect(error(file.bytes) == .countsLeapSeconds)
    #expect("\(ZoneFileError.countsLeapSeconds)".contains("leap seconds"))
  }

  @Test("a change at the end of time neither overflows nor hides the others")
  func extremes() throws {
    var file = TestZoneFile(offsets: [0, 3600, 7200])
    file.changes = [(.min, 1), (.min + 1, 2), (100, 1), (.max, 0)]
    file.footer = "AAA0BBB,M3.5.0,M10.5.0"
    let zone = try Zone(name: "x", tzif: file.bytes)
    #expect([-1, 99, 100].map { zone.offset(at: Instant(seconds: $0)) } == [7200, 7200, 3600])
    #expect(zone.offset(at: .distantPast) == 0)
    _ = zone.offset(at: .distantFuture)
  }

  private func error(_ bytes: [UInt8]) -> ZoneFileError? {
    do {
      _ = try Zone(name: "x", tzif: bytes)
      return nil
    } catch { return error }
  }
}

/// The same numbers in every run (Knuth's MMIX generator).
struct Random {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
