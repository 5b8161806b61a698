/// `secondsLeft` is `seconds_left`.
///
/// Every key must come back through `JSONDecoder`'s `convertFromSnakeCase`, so property names are plain camel case
/// without runs of capitals: `stepID` would be `step_i_d`.
func snakeCase(_ name: String) -> String {
  guard name.utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return name }
  var result: [UInt8] = []
  for byte in name.utf8 {
    if (0x41...0x5A).contains(byte) {  // A to Z
      result += [UInt8(ascii: "_"), byte | 0x20]
    } else {
      result.append(byte)
    }
  }
  return String(decoding: result, as: UTF8.self)
}
