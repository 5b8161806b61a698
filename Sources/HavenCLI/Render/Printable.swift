/// Text that a terminal may be given: what would move the cursor, change colours or reverse the direction of what
/// follows is a question mark.
func printable(_ text: some StringProtocol) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0xFEFF: result += "?"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
