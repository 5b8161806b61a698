import Testing

/// What a person or a peer sent never crashes Haven. A trap is for what cannot happen, with the reason beside it.
struct ProofTests {
  @Test("try!, as!, fatalError and their kind have their proof on the same line or the one above")
  func traps() throws {
    for source in try SwiftSource.sources.get() {
      for (index, line) in source.lines.enumerated() {
        guard let trap = trap(in: line.code), line.comment.isEmpty else { continue }
        if index > 0, !source.lines[index - 1].comment.isEmpty { continue }
        Issue.record("\(source.path):\(line.number): \(trap) without a word why it cannot fail")
      }
    }
  }

  private func trap(in code: String) -> String? {
    for word in ["try!", "as!", "fatalError(", "preconditionFailure(", "unsafeBitCast("] where code.contains(word) {
      return word
    }
    return code.contains(/[A-Za-z0-9_\)\]]!([^=]|$)/) ? "a forced unwrap" : nil
  }
}
