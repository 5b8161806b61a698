import HavenCore
import Testing

@testable import HavenAPI

@Suite("Instants on the wire")
struct StampTests {
  @Test("an instant is RFC 3339 with the zone's offset, to the second, and comes back the same")
  func format() throws {
    let instant = Instant(seconds: 1_773_162_300)  // 2026-03-10T17:05:00Z
    for (offset, text) in [
      (0, "2026-03-10T17:05:00+00:00"), (3600, "2026-03-10T18:05:00+01:00"), (-16_200, "2026-03-10T12:35:00-04:30"),
      (50_400, "2026-03-11T07:05:00+14:00"),
    ] {
      let stamp = Stamp(instant, in: Zone(name: "x", fixedOffset: offset))
      #expect(stamp.description == text)
      #expect(Stamp(text) == stamp)
      #expect(stamp.wall.description == text.prefix(16))
    }
  }

  @Test("an offset with seconds loses them, and the text still means the same instant")
  func localMeanTime() {
    let stamp = Stamp(Instant(seconds: 0), in: Zone(name: "LMT", fixedOffset: -75))
    #expect(stamp.description == "1969-12-31T23:59:00-00:01")
    #expect(Stamp(stamp.description)?.instant == Instant(seconds: 0))
  }

  @Test("Zulu time is read, and written as an offset")
  func zulu() {
    #expect(Stamp("2026-03-10T17:05:09Z")?.description == "2026-03-10T17:05:09+00:00")
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "2026-03-10", "2026-03-10T17:05", "2026-03-10T17:05:00", "2026-03-10T17:05:00+00", "2026-03-10T17:05:00+0000",
      "2026-03-10 17:05:00Z", "2026-02-30T17:05:00Z", "2026-03-10T24:00:00Z", "2026-03-10T17:05:60Z",
      "2026-03-10T17:05:00+24:00", "2026-03-10T17:05:00.5Z", "2026-03-10T17:05:00*01:00", "2026-03-10T17:05:0xZ",
      "2026-03-10T17:05:00z", "２０２６-03-10T17:05:00Z",
    ])
  func refused(text: String) { #expect(Stamp(text) == nil) }
}
