import Glibc
import HavenCore

/// Two questions a week, for whoever likes to begin with one: they stand in the editor, and are no part of what is kept.
extension Journal {
  /// Wonderings about oneself; none about what went wrong, and none about anybody else.
  static let questions = [
    "# What did I meet in myself this week, and whose feeling was it?", "# What would I do again?",
    "# (lines like these are not kept; 'havenctl journal --questions off' for ever)",
  ]

  private static let offFile = "questions.off"

  /// Whether they stand in the next one: nothing was written this week yet, nothing is half written, and nobody said no.
  func begins(withQuestions today: CivilDate) throws(CommandFailure) -> Bool {
    guard access(folder.file(Journal.offFile), F_OK) != 0, try draft().isEmpty else { return false }
    return try !entries().contains { $0.at.wall.date >= today.startOfWeek }
  }

  func writeQuestions() throws(CommandFailure) {
    let descriptor = try folder.open("journal.draft", O_WRONLY)
    defer { close(descriptor) }
    let text = Array("\n\(Journal.questions.joined(separator: "\n"))\n".utf8)
    _ = text.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  static func withoutQuestions(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).filter { !questions.contains(String($0)) }
      .joined(separator: "\n")
  }

  /// For ever, or until they are wanted again.
  func asks(_ isOn: Bool) throws(CommandFailure) {
    if isOn {
      unlink(folder.file(Journal.offFile))
    } else {
      close(try folder.open(Journal.offFile, O_WRONLY | O_CREAT))
    }
  }
}
