import Glibc
import Testing

@testable import HavenCore

/// The bytes of a file, nil where it cannot be read.
func bytes(ofFile path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    if count == 0 { return bytes }
    bytes += chunk.prefix(count)
  }
}

/// A zone as Debian's tzdata has it.
func systemZone(_ name: String) throws -> Zone {
  let content = try #require(bytes(ofFile: "/usr/share/zoneinfo/\(name)"), "tzdata is needed for '\(name)'")
  return try Zone(name: name, tzif: content)
}

/// `2026-03-29T01:30`, in UTC.
func utc(_ text: String) throws -> Instant { Zone.utc.instant(of: try civil(text)) }

func civil(_ text: String) throws -> CivilDateTime { try #require(CivilDateTime(text), "'\(text)'") }

func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text), "'\(text)'") }

/// What a wall time means, and the instants that it can mean.
func reading(of text: String, in zone: Zone) throws -> [String] {
  switch zone.resolve(try civil(text)) {
  case .exact(let instant): ["exact", zone.format(instant)]
  case .gap(let before, let after): ["gap", zone.format(before), zone.format(after)]
  case .fold(let first, let second): ["fold", zone.format(first), zone.format(second)]
  }
}
