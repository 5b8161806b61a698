import HavenCore

extension Havenctl {
  /// Runs one command line as `main` would, at another time and with another havend: for the transcripts of the
  /// documentation.
  ///
  /// - Parameters:
  ///   - line: as it would be typed behind `havenctl`; words of a person's own stand behind `<<<`.
  ///   - environment: what the process would have.
  ///   - havend: what the socket answers to a message; nil where nobody listens.
  /// - Returns: what is printed, a line each, on a terminal of eighty columns.
  package static func rehearse(
    _ line: String, at now: Instant, environment: [String: String], havend: (([UInt8]) -> [[UInt8]])?
  ) throws -> [String] {
    var written: [UInt8] = []
    let typed = line.firstRange(of: "<<<").map { (line[..<$0.lowerBound], line[$0.upperBound...]) } ?? (line[...], nil)
    var context = Context(
      output: Output(width: 80) { written += $0 }, errors: Output { written += $0 }, environment: { environment[$0] },
      now: { now },
      connect: { path throws(CommandFailure) in
        guard let havend else { throw CommandFailure(.unavailable, "havend is not running") }
        return RehearsedConnection(havend)
      })
    if let words = typed.1 { context.pipedInput = { () throws(CommandFailure) in String(words) } }
    _ = run(try ShellWords.split(String(typed.0)), in: context)
    return String(decoding: written, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }
}

/// A socket that ends in the same process.
private final class RehearsedConnection: Connection {
  private let havend: ([UInt8]) -> [[UInt8]]
  private var replies: [[UInt8]] = []

  init(_ havend: @escaping ([UInt8]) -> [[UInt8]]) { self.havend = havend }

  func send(_ message: [UInt8]) throws(CommandFailure) { replies += havend(message) }

  func receive(within seconds: Int) throws(CommandFailure) -> [UInt8] {
    guard !replies.isEmpty else { throw CommandFailure(.unavailable, "havend closed the connection") }
    return replies.removeFirst()
  }
}
