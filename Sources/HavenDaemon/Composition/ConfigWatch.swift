import HavenConfig
import HavenDesktop

/// Hears when a file of the config is saved, by inotify on the directories that hold them: editors replace files by a
/// rename, so the file itself is not what to watch. Where the directory is not there yet, its nearest parent is
/// watched until it is.
@LoopActor
final class ConfigWatch {
  private let directory: String
  private let handler: @LoopActor () -> Void
  private var watches: [FileWatch] = []
  private var settling: TimerSource?

  /// Several files may be saved at once, and one file in several writes: changes are told of together, so long after
  /// the last.
  static let settlingTime = Duration.milliseconds(120)

  init(directory: String, handler: @escaping @LoopActor () -> Void) throws(SystemError) {
    self.directory = directory
    self.handler = handler
    settling = try TimerSource(.monotonic) { [unowned self] in self.handler() }
    follow([])
  }

  /// Watches for these files, and for any `.toml` in the config directory and its `conf.d`.
  func follow(_ files: [String]) {
    watches = []
    var names: [String: Set<String>] = [:]
    for file in files where file.hasPrefix("/") {
      let (folder, name) = ConfigWatch.split(file)
      if !name.hasSuffix(".toml") { names[folder, default: []].insert(name) }
    }
    let added = ConfigurationLoader.addedFolder
    names[directory, default: []].insert(added)
    names[directory + "/" + added, default: []].formUnion([])
    names[ConfigWatch.split(directory).folder] = nil  // told by its own watch
    for (folder, names) in names.sorted(by: { $0.key < $1.key }) {
      let isOurs = folder == directory || folder == directory + "/" + added
      watch(folder) { name in names.contains(name) || isOurs && name.hasSuffix(".toml") }
    }
    if watches.isEmpty { watchNearestParent() }
  }

  /// - Parameter concerns: whether an entry of the folder matters; one that is gone itself always does.
  private func watch(_ folder: String, concerns: @escaping (String) -> Bool) {
    let kinds: FileWatch.Kinds = [.created, .deleted, .movedIn, .movedOut, .written, .selfDeleted, .selfMoved]
    let watch = try? FileWatch(folder, kinds) { [unowned self] event in
      guard event.name.map(concerns) ?? true else { return }
      settling?.arm(after: ConfigWatch.settlingTime)
    }
    if let watch { watches.append(watch) }  // a directory that is not there is not watched
  }

  private func watchNearestParent() {
    var path = directory
    while watches.isEmpty, path != "/" {
      let (folder, name) = ConfigWatch.split(path)
      watch(folder) { $0 == name }
      path = folder
    }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }
}
