import Glibc
import HavenCore
import HavenDesktop
import HavenStore

/// The household's shared folder, where each login's Haven writes what its people did and reads what the others' did.
///
/// It is there where somebody made it: `shared` beside `haven.toml`. `docs/two-carers.md` says how.
@LoopActor
final class SharedFolder {
  let path: String
  /// The other logins of the household, in the order of its carers.
  let others: [String]
  private let own: OwnActFile
  private let files: [ForeignActFile]
  private var watch: FileWatch?
  private let hear: @LoopActor (ForeignActFile) -> Void

  /// Nil where there is no such folder, or nobody to share it with.
  init?(_ path: String, login: String?, household: Household, hear: @escaping @LoopActor (ForeignActFile) -> Void) {
    let others = SharedFolder.others(than: login, in: household)
    guard let login, !others.isEmpty, SharedFolder.isDirectory(path) else { return nil }
    self.path = path
    self.others = others
    self.hear = hear
    own = OwnActFile(folder: path, login: login)
    files = others.map { ForeignActFile(folder: path, login: $0) }
    watch = try? FileWatch(path, [.modified, .created, .movedIn, .deleted, .ofDirectory]) { [unowned self] event in
      for file in files where event.name == nil || event.name == file.login + ActFiles.suffix { self.hear(file) }
    }
  }

  /// The logins of the household's carers but for this one; none where this one is nobody's.
  nonisolated static func others(than login: String?, in household: Household) -> [String] {
    let logins = household.carers.compactMap(\.login)
    guard let login, logins.contains(login) else { return [] }
    var others: [String] = []
    for other in logins where other != login && !others.contains(other) && !other.contains("/") { others.append(other) }
    return others
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Writes this login's file anew, and reads all the others'.
  func begin(with acts: [Act]) {
    rewrite(acts)
    for file in files { hear(file) }
  }

  func rewrite(_ acts: [Act]) { own.rewrite(acts.map { .act($0) }) }

  /// Tells the others what has just been written in the ledger.
  func tell(_ changes: [LedgerChange]) {
    own.append(
      changes.compactMap { change in
        switch change {
        case .act(let act): act.command.isHouseholds ? .act(act) : nil
        case .undo(let act, let at): .undo(act: act, at: at)
        default: nil
        }
      })
  }

  /// The logins whose Havens do not run.
  var absent: Set<String> { Set(files.filter { !$0.isWriterThere }.map(\.login)) }

  /// What is wrong with it, in words.
  var troubles: [String] {
    (watch == nil ? ["'\(path)' cannot be watched: what the others do is seen at the next start"] : [])
      + (own.trouble.map { ["\($0.message): the others are not told"] } ?? []) + files.compactMap(\.trouble)
  }
}
