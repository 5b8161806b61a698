import Glibc
import HavenConfig
import HavenDesktop

/// Hears when a file of the config is saved, by inotify on the directories that hold them: editors replace files by a
/// rename, so the file itself is not what to watch. Where a directory is not there yet, its nearest parent is watched
/// until it is.
@LoopActor
final class ConfigWatch {
  private let directory: String
  /// What to do after a change. Told of from the loop only, so it may be set after this is made.
  var handler: @LoopActor () -> Void = {}
  private var watches: [String: FileWatch] = [:]
  /// Which entries of a folder matter.
  private var wanted: [String: Wanted] = [:]
  private var settling: TimerSource?
  private var hasBegun = false

  private struct Wanted {
    var names: Set<String> = []
    /// `.toml`, `.ics`: any file that ends so.
    var endings: Set<String> = []

    func holds(_ name: String) -> Bool {
      names.contains(name) || !name.hasPrefix(".") && endings.contains { name.hasSuffix($0) }
    }
  }

  /// Several files may be saved at once, and one file in several writes: changes are told of together, so long after
  /// the last.
  static let settlingTime = Duration.milliseconds(120)

  init(directory: String) throws(SystemError) {
    self.directory = directory
    settling = try TimerSource(.monotonic) { [unowned self] in self.handler() }
    follow([])
  }

  /// Watches for these files, for any `.toml` in the config directory and its `conf.d`, and for any `.ics` in the
  /// folders that are calendars. What was watched before and still is goes on without a gap.
  func follow(_ files: [String], calendarFolders: [String] = []) {
    wanted = [:]
    let added = directory + "/" + ConfigurationLoader.addedFolder
    let inFolders = Set(calendarFolders)
    for file in files + calendarFolders where file.hasPrefix("/") && file != directory {
      let (folder, name) = ConfigWatch.split(file)
      if !name.hasSuffix(".toml"), !inFolders.contains(folder) { wanted[folder, default: Wanted()].names.insert(name) }
    }
    wanted[directory, default: Wanted()].names.insert(ConfigurationLoader.addedFolder)
    for folder in [directory, added] { wanted[folder, default: Wanted()].endings.insert(".toml") }
    for folder in inFolders { wanted[folder, default: Wanted()].endings.insert(".ics") }
    // `conf.d` is told of by the directory that it would be in; what a calendar is in may be made folder by folder.
    for folder in Array(wanted.keys) where folder != added { waitForMissing(folder) }
    for folder in Array(watches.keys) where wanted[folder] == nil { watches[folder] = nil }
    let before = watches.count
    for folder in wanted.keys where watches[folder] == nil { watch(folder) }
    // What changed in a folder after it was read and before it was watched.
    if hasBegun, watches.count > before { settling?.arm(after: ConfigWatch.settlingTime) }
    hasBegun = true
  }

  /// Watches the nearest parent that there is for the next folder on the way.
  private func waitForMissing(_ path: String) {
    var path = path
    while path != "/", path != ".", access(path, F_OK) != 0 {
      let (folder, name) = ConfigWatch.split(path)
      wanted[folder, default: Wanted()].names.insert(name)
      path = folder
    }
  }

  /// A directory that is not there is not watched.
  private func watch(_ folder: String) {
    let kinds: FileWatch.Kinds = [.created, .deleted, .movedIn, .movedOut, .written, .selfDeleted, .selfMoved]
    watches[folder] = try? FileWatch(folder, kinds) { [unowned self] event in
      if let name = event.name {
        guard wanted[folder]?.holds(name) == true else { return }
      } else if !event.kinds.isDisjoint(with: [.selfDeleted, .selfMoved, .ended]) {
        watches[folder] = nil  // another one of that name is watched anew
      }
      settling?.arm(after: ConfigWatch.settlingTime)
    }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }
}
