import Glibc
import HavenCore

/// Why there is no zone of that name.
public enum ZoneError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknown(String)
  /// The file is there and cannot be used.
  case unusable(String, String)

  public var description: String {
    switch self {
    case .unknown(let name): "there is no time zone \(quoted(name))"
    case .unusable(let name, let why): "the time zone \(quoted(name)) cannot be used: \(why)"
    }
  }
}

/// Where the system keeps its compiled zones: `$TZDIR`, else `/usr/share/zoneinfo`.
private var zoneFolder: String {
  let named = getenv("TZDIR").map { String(cString: $0) } ?? ""
  return named.hasPrefix("/") ? named : "/usr/share/zoneinfo"
}

/// Reads a zone from the system's zone files, by its IANA name.
///
/// Only names of the database are taken, `Europe/London`: none that leads elsewhere, such as `../../etc/passwd`.
public func loadZone(named name: String) throws(ZoneError) -> Zone {
  guard isZoneName(name) else { throw .unknown(name) }
  let bytes: [UInt8]
  do {
    bytes = try readFile(joined(zoneFolder, name), limit: 1 << 20)
  } catch {
    throw error.code == EACCES || error.code == EIO ? .unusable(name, error.text) : .unknown(name)
  }
  do {
    return try Zone(name: name, tzif: bytes)
  } catch .notAZoneFile {
    throw .unknown(name)
  } catch {
    throw .unusable(name, "\(error)")
  }
}

/// The zone of this machine: `/etc/localtime`, which is a link to a zone file, or a copy of one whose name stands in
/// `/etc/timezone`; UTC where there is neither. `$TZ` counts first where it is the name of a zone.
public func systemZone() -> Zone {
  if let named = getenv("TZ").map({ String(cString: $0) }) {
    let name = named.hasPrefix(":") ? String(named.dropFirst()) : named
    if let zone = try? loadZone(named: name) { return zone }
  }
  return systemZone(localtime: "/etc/localtime", timezone: "/etc/timezone")
}

func systemZone(localtime: String, timezone: String) -> Zone {
  guard let bytes = try? readFile(localtime, limit: 1 << 20) else { return .utc }
  let name = zoneName(ofLink: localtime) ?? zoneName(writtenIn: timezone, matching: bytes) ?? "local"
  return (try? Zone(name: name, tzif: bytes)) ?? .utc
}

/// `Europe/London` of a link to `…/zoneinfo/Europe/London`.
private func zoneName(ofLink path: String) -> String? {
  var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
  let length = readlink(path, &buffer, buffer.count)
  guard length > 0 else { return nil }
  let target = String(decoding: buffer[..<length], as: UTF8.self)
  guard let found = target.firstRange(of: "zoneinfo/") else { return nil }
  var name = String(target[found.upperBound...])
  for variant in ["posix/", "right/"] where name.hasPrefix(variant) { name.removeFirst(variant.count) }
  return isZoneName(name) ? name : nil
}

/// The first line of `/etc/timezone`, believed only where that zone has these bytes: the file is easily stale.
private func zoneName(writtenIn path: String, matching bytes: [UInt8]) -> String? {
  guard let text = try? readFile(path, limit: 4096) else { return nil }
  let name = String(decoding: text.prefix { $0 > 0x20 }, as: UTF8.self)
  guard isZoneName(name), let named = try? readFile(joined(zoneFolder, name), limit: 1 << 20) else { return nil }
  return named == bytes ? name : nil
}

/// Letters, digits, `_`, `-`, `+` in parts between slashes; no part is a dot or empty.
func isZoneName(_ name: String) -> Bool {
  guard (1...100).contains(name.utf8.count) else { return false }
  return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
    !part.isEmpty
      && part.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"):
          true
        default: false
        }
      }
  }
}

/// The zone that a wrong name probably means. Reads `tzdata.zi`'s list of names, so only for a message.
func nearestZone(to name: String) -> String? {
  guard let bytes = try? readFile(joined(zoneFolder, "tzdata.zi"), limit: 4 << 20) else { return nil }
  var names: [String] = []
  for line in bytes.split(separator: UInt8(ascii: "\n")) {
    let words = line.split(separator: UInt8(ascii: " "))
    // `Z NAME …` begins a zone, `L TARGET NAME` a link to one.
    if words.count >= 2, words[0].elementsEqual("Z".utf8) { names.append(String(decoding: words[1], as: UTF8.self)) }
    if words.count >= 3, words[0].elementsEqual("L".utf8) { names.append(String(decoding: words[2], as: UTF8.self)) }
  }
  if let near = nearest(to: name, among: names) { return near }
  // A city alone: 'London'.
  let place = name.lowercased().map { $0 == " " ? "_" : $0 }
  return names.first { $0.lowercased().split(separator: "/").last.map(Array.init) == place }
}
