import ArgumentParser
import HavenCore

struct ReadingCommand: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl reading", abstract: "What you may like to read, and what you have read of it.",
    discussion: """
      Each [[reading]] of the config first, then a book of each named approach. Only you see what you have read. A goal
      with 'from = "reading"' shows the next title in 'havenctl goals'. No daemon is asked.
      """)

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let family = Family(context, global)
    defer { family.tell(context) }
    let carer = try family.carer(global, context)
    let list = family.readingList(of: carer, context)
    Printer(context, global).show(ReadingView(list, carer: carer)) { $0.reading(list, family) }
    return .success
  }
}

/// What `reading --json` prints.
struct ReadingView: Encodable {
  var version = 1
  var kind = "reading"
  var carer: CarerID
  /// The id of the first that is not read; left out where all are.
  var next: String?
  var titles: [Title]

  struct Title: Encodable {
    var id: String
    var title: String
    /// Left out where nobody said.
    var by: String?
    /// The family's own.
    var own: Bool
    var read: Bool
  }

  init(_ list: ReadingList, carer: CarerID) {
    self.carer = carer
    next = list.next?.id
    titles = list.entries.map {
      Title(id: $0.reading.id, title: $0.reading.title, by: $0.reading.by, own: $0.isOwn, read: $0.isRead)
    }
  }
}
