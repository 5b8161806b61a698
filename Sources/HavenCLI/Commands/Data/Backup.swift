import ArgumentParser
import Glibc
import HavenAPI

struct Backup: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl backup", abstract: "Copy the ledger to a file, whole, while Haven runs.",
    discussion: """
      The file must not be there yet, and is for you alone. Where it went is remembered, so that a purge deletes it too;
      if you move it, it is yours to look after. To go back to it, stop havend and put it in haven.db's place. Journals and
      what each of you has read are files of their own, and not in it.
      """)

  @Argument(help: ArgumentHelp("Where to.", valueName: "FILE"), completion: .file())
  var file: String

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let target = try FileOutput(file)
    let view = try Daemon(context, global).backup(to: absolute(file))
    defer { unlink(view.copy) }
    try target.fill(from: view.copy)
    try target.finish()
    let own = ownFiles(context)
    Printer(context, global).show(Copied(at: view.at.description, path: view.path)) { _ in
      ["copied to \(printable(view.path))"]
        + (own.map { ["journals, and what each of you has read, are files of their own: copy \(printable($0)) too"] }
          ?? [])
    }
    return .success
  }

  /// The folder of each carer's own files, which no ledger holds; nil where there is none yet.
  private func ownFiles(_ context: Context) -> String? {
    guard let folder = stateFile("private", context), access(folder, F_OK) == 0 else { return nil }
    return folder
  }

  /// What `backup --json` prints.
  private struct Copied: Encodable {
    var version = 1
    var kind = "backup"
    var at: String
    var path: String
  }
}
