/// What came of each calendar file.
package typealias CalendarAnswers = [String: Result<CalendarReport, CalendarProgram.Failure>]

/// Which files to give to `haven-ics` next, and what it said of each: a process reads many, and where one of them ends
/// it, the next process goes on behind that one. So a file that breaks the reader never takes the rest with it.
///
/// Pure: who runs the processes tells it what they wrote and how they ended.
package struct CalendarRun {
  package private(set) var answers: CalendarAnswers = [:]
  private var left: ArraySlice<String>
  private var said: [UInt8] = []
  private var slow = 0

  /// Files a process.
  private static let most = 200
  /// Files that each cost five seconds are as many as anybody will wait for.
  private static let mostSlow = 3

  package init(_ files: [String]) { left = files[...] }

  /// The files for the next process; empty when every file has its answer.
  package var next: [String] { Array(left.prefix(CalendarRun.most)) }

  /// - Returns: false where it says too much, and is to be ended.
  package mutating func took(_ bytes: some Sequence<UInt8>) -> Bool {
    said += bytes
    return said.count <= CalendarProgram.largestAnswer
  }

  /// The process has ended, or was; nil for exit status 0.
  package mutating func ended(_ failure: CalendarProgram.Failure?) {
    let given = min(left.count, CalendarRun.most)
    var reports = reports()[...]
    said = []
    for path in left.prefix(given) {
      left.removeFirst()
      guard let bytes = reports.popFirst() else {
        // It was this one that ended it.
        answers[path] = .failure(failure ?? .unfinished)
        break
      }
      answers[path] = CalendarReport(bytes).map { .success($0) } ?? .failure(.unfinished)
    }
    if failure == .tooSlow { slow += 1 }
    if slow >= CalendarRun.mostSlow { failAll(.tooSlow) }
  }

  /// No process can be had.
  package mutating func failAll(_ failure: CalendarProgram.Failure) {
    for path in left { answers[path] = .failure(failure) }
    left = []
  }

  /// The whole reports in what was said, each from its first line to its last.
  private func reports() -> [[UInt8]] {
    var reports: [[UInt8]] = []
    var begun = said.startIndex
    var line = said.startIndex
    while let end = said[line...].firstIndex(of: 0x0A) {
      if said[line..<end].starts(with: "haven-ics ".utf8) { begun = line }
      if said[line..<end].starts(with: "done ".utf8) {
        reports.append(Array(said[begun...end]))
        begun = end + 1
      }
      line = end + 1
    }
    return reports
  }
}
