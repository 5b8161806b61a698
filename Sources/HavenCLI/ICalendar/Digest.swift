/// A short name for a text, the same each time and no secret: FNV-1a, 32 bits, as eight hexadecimal digits.
func digest(of text: String) -> String {
  var hash: UInt32 = 2_166_136_261
  for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}
