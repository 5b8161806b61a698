/// The making of a `Zone`: stretches of one offset, in the order of time.
struct Stretches {
  /// Ascending; the first is `Int.min`.
  private(set) var starts: [Int]
  private(set) var offsets: [Int]
  /// What can be looked up directly.
  private(set) var laidOut = Int.min..<Int.max

  /// One offset for ever.
  init(offset: Int) {
    starts = [.min]
    offsets = [offset]
  }

  /// From `start` on the offset is another. Starts must ascend; the later of two at one instant holds.
  mutating func append(start: Int, offset: Int) {
    if start == starts[starts.count - 1] {
      starts.removeLast()
      offsets.removeLast()
    }
    if let last = offsets.last, last == offset { return }
    starts.append(offsets.isEmpty ? .min : start)
    offsets.append(offset)
  }

  /// Lays out 400 years of a rule from `start` on, or from and to the ends of time where `start` is nil.
  mutating func append(_ rule: PosixRule, after start: Int?) {
    guard let summer = rule.summer else {
      if let start { append(start: start, offset: rule.standardOffset) }
      return
    }
    let firstYear = CivilDate(dayNumber: floorDivide(start ?? 0, 86_400).quotient).year
    let cycleStart = CivilDate(firstOfYear: firstYear + 1).dayNumber * 86_400
    var holding = rule.standardOffset
    for year in (firstYear - 1)...(firstYear + 402) {
      // A year's two changes in the order of the calendar; north and south of the equator differ.
      let begin = (at: summer.start.seconds(in: year) - rule.standardOffset, offset: summer.offset)
      let end = (at: summer.end.seconds(in: year) - summer.offset, offset: rule.standardOffset)
      for change in begin.at < end.at ? [begin, end] : [end, begin] {
        if let start, change.at <= start {
          holding = change.offset
        } else {
          if let start, starts[starts.count - 1] <= start { append(start: start, offset: holding) }
          append(start: max(change.at, starts[starts.count - 1]), offset: change.offset)
        }
      }
    }
    laidOut = (start == nil ? cycleStart : .min)..<(cycleStart + Zone.secondsPerCycle)
  }
}

extension CivilDate {
  /// 1 January.
  init(firstOfYear year: Int) {
    self = CivilDate(year: year, month: 1, day: 1)!  // the first of January exists in every year
  }
}
