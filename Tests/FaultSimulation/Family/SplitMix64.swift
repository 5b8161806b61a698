/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed, the same story, on every machine.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

extension SplitMix64 {
  /// A number of the range, each as likely; the same in every build, which the standard library does not promise.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// One of these; there is at least one.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

  /// One of these, each as often as its weight says.
  mutating func pick<Element>(weighted elements: [(weight: Int, value: Element)]) -> Element {
    var rest = number(1...elements.reduce(0) { $0 + $1.weight })
    for element in elements {
      rest -= element.weight
      if rest <= 0 { return element.value }
    }
    return elements[0].value
  }
}
