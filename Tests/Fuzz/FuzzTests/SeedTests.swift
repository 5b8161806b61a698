import FuzzTargets
import Glibc
import Testing

/// Nothing that strangers write may crash a reader: every seed, and a few hundred things that are nearly one. What
/// `make fuzz` once found is among the seeds. The long run is `make fuzz`.
@Suite("What strangers write")
struct SeedTests {
  @Test("every seed, and what is nearly one, is read without harm", arguments: FuzzTarget.allCases)
  func seeds(target: FuzzTarget) throws {
    let seeds = try Seeds.all(of: target)
    #expect(seeds.count >= 3)
    var random = Seeded(target.rawValue.utf8.reduce(1) { $0 &* 31 &+ UInt64($1) })
    for seed in seeds {
      target.take(seed)
      // A whole family's config takes a tenth of a second, looked at without optimization.
      for _ in 0..<(seed.count > 5000 ? 3 : 30) { target.take(Seeds.nearly(seed, among: seeds, &random)) }
    }
  }
}

enum Seeds {
  static func all(of target: FuzzTarget) throws -> [[UInt8]] {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
    let folder = "\(root)/seeds/\(target.rawValue)"
    let directory = try #require(opendir(folder), "\(folder)")
    defer { closedir(directory) }
    var paths: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { paths.append("\(folder)/\(name)") }
    }
    return try paths.sorted().map { path in
      let file = try #require(fopen(path, "rb"), "\(path)")
      defer { fclose(file) }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
      return bytes
    }
  }

  /// A seed with a byte changed, a piece taken out, doubled or cut off, or a piece of another put in.
  static func nearly(_ seed: [UInt8], among seeds: [[UInt8]], _ random: inout Seeded) -> [UInt8] {
    guard seed.count > 1, let other = seeds.randomElement(using: &random), !other.isEmpty else { return seed }
    var bytes = seed
    let start = Int.random(in: 0..<seed.count, using: &random)
    let end = Int.random(in: start...min(seed.count, start + 64), using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(start..<end)
    case 2: bytes.insert(contentsOf: seed[start..<end], at: start)
    case 3: bytes.removeSubrange(start...)
    default:
      let from = Int.random(in: 0..<other.count, using: &random)
      bytes.replaceSubrange(start..<end, with: other[from..<min(other.count, from + 64)])
    }
    return bytes
  }
}

/// The same choices every time (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
