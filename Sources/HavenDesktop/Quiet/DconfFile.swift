import Glibc

/// Reads booleans from dconf's database, a GVDB file: a header, then a hash table whose items name their parents.
///
/// (dconf's `gvdb/gvdb-format.h`: 24 bytes of header, of which the last eight say where the table is; the table's own
/// header of two words, a bloom filter, the buckets, and items of 24 bytes. All numbers are little-endian.) The items
/// are looked through one by one: there are some hundreds, and it is read only when a setting has changed.
struct DconfFile {
  private let bytes: [UInt8]
  /// Where the items are.
  private var items: Range<Int>

  private static let itemSize = 24
  private static let longest = 16 << 20

  /// Nil where there is no such file, or it is none of dconf's.
  init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= Self.longest else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    guard read(descriptor, &bytes, bytes.count) == bytes.count else { return nil }
    self.init(bytes)
  }

  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    items = 0..<0
    guard bytes.starts(with: Array("GVariant".utf8)), let table = range(at: 16), table.count >= 8,
      let bloom = word(at: table.lowerBound), let buckets = word(at: table.lowerBound + 4)
    else { return nil }
    // The bloom filter's upper five bits are no part of its length.
    let start = table.lowerBound + 8 + 4 * (bloom & (1 << 27 - 1)) + 4 * buckets
    guard start <= table.upperBound else { return nil }
    items = start..<table.upperBound
  }

  /// The value of a key such as `/org/gnome/desktop/notifications/show-banners`; nil where it is not set.
  func bool(at key: String) -> Bool? {
    let key = Array(key.utf8)
    for item in 0..<items.count / Self.itemSize where kind(of: item) == UInt8(ascii: "v") && name(of: item, is: key) {
      // A variant: the value's one byte, a zero, the type.
      guard let value = range(at: place(of: item) + 16), value.count == 3,
        bytes[value].suffix(2) == [0, UInt8(ascii: "b")]
      else { return nil }
      return bytes[value.lowerBound] != 0
    }
    return nil
  }

  /// An item has the end of its key; what is before it is its parent's.
  private func name(of item: Int, is key: [UInt8]) -> Bool {
    var rest = key[...]
    var next: Int? = item
    while let item = next {
      guard !rest.isEmpty, let part = keyPart(of: item), !part.isEmpty, rest.suffix(part.count) == part else {
        return false  // a part is never empty, so that a circle of parents ends too
      }
      rest = rest.dropLast(part.count)
      guard let parent = word(at: place(of: item) + 4) else { return false }
      next = parent == Int(UInt32.max) ? nil : parent
    }
    return rest.isEmpty
  }

  private func keyPart(of item: Int) -> ArraySlice<UInt8>? {
    guard item < items.count / Self.itemSize, let start = word(at: place(of: item) + 8) else { return nil }
    let size = Int(bytes[place(of: item) + 12]) | Int(bytes[place(of: item) + 13]) << 8
    return start + size <= bytes.count ? bytes[start..<start + size] : nil
  }

  private func kind(of item: Int) -> UInt8 { bytes[place(of: item) + 14] }

  /// Of an item there is.
  private func place(of item: Int) -> Int { items.lowerBound + item * Self.itemSize }

  private func word(at place: Int) -> Int? {
    guard place >= 0, place + 4 <= bytes.count else { return nil }
    return (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// Two words: where something begins and ends.
  private func range(at place: Int) -> Range<Int>? {
    guard let start = word(at: place), let end = word(at: place + 4), start <= end, end <= bytes.count else {
      return nil
    }
    return start..<end
  }
}
