import ArgumentParser
import HavenCore

struct ReadingDone: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl reading done", abstract: "Tick a title off, for yourself; --not takes the tick away.",
    discussion: "Some of it counts: whether it is done is for you to say.")

  @Argument(help: ArgumentHelp("Its id, as the list has it, or the beginning of it.", valueName: "ID"))
  var title: String

  @Flag(help: "Take the tick away: it is to be read, or to be read again.")
  var not = false

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let family = Family(context, global)
    let carer = try family.carer(global, context)
    guard let state = stateFolder(context) else {
      throw CommandFailure(.usage, "it is not known where your files are: HOME is not set")
    }
    var read = try ReadTicks.ids(of: carer, in: state)
    let reading = try reading(ReadingList(family.household.readings, read: read))
    let isRead = read.contains(reading.id)
    guard isRead == not else {
      throw CommandFailure(.no, "'\(printable(reading.title))' \(not ? "has no tick" : "is ticked off already")")
    }
    if not { read.remove(reading.id) } else { read.insert(reading.id) }
    try ReadTicks.keep(read, in: try PrivateDirectory(of: carer, in: state))
    let list = ReadingList(family.household.readings, read: read)
    Printer(context, global).show(ReadingView(list, carer: carer)) { $0.readingTicked(reading, not, list, family) }
    return .success
  }

  private func reading(_ list: ReadingList) throws(CommandFailure) -> Reading {
    let matches = list.matches(title)
    guard let only = matches.first else {
      throw CommandFailure(.usage, "no title '\(printable(title))' is on the list", hint: "havenctl reading")
    }
    guard matches.count == 1 else {
      throw CommandFailure(.usage, "'\(printable(title))' could be \(listText(matches.map(\.id)))")
    }
    return only
  }
}
