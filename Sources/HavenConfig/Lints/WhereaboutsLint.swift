import Glibc

/// Where a config lies: what is written about children should not leave the machine unseen.
struct WhereaboutsLint {
  /// Names of folders that programs carry to other machines.
  private static let synced = [
    "Dropbox", "OneDrive", "Nextcloud", "ownCloud", "Google Drive", "GoogleDrive", "iCloud Drive", "pCloudDrive",
    "MEGA", "Seafile",
  ]
  /// Files that such programs, or version control, leave at the top of a folder.
  private static let marks: [(file: String, what: String)] = [
    (".git", "a git repository"), (".hg", "a Mercurial repository"), (".jj", "a Jujutsu repository"),
    (".stfolder", "a folder that Syncthing sends to other machines"),
    (".dropbox", "a folder that Dropbox sends to other machines"),
    (".nextcloudsync.log", "a folder that Nextcloud sends to other machines"),
  ]

  func check(_ directory: String, main: String, _ findings: Findings) {
    func warn(_ path: String, _ text: String, _ hint: String) {
      findings.warning(Place(order: -1, file: path, line: 0, column: 0), text, hint: hint)
    }
    // A link leads to where the file really is, as with dotfiles kept in a repository.
    var told: Set<String> = []
    for folder in [resolved(directory), resolved(main).map(parentFolder)].compactMap({ $0 }) {
      guard let found = WhereaboutsLint.travelling(folder), told.insert(found.folder).inserted else { continue }
      warn(
        directory, "the config is in \(found.what), '\(found.folder)'",
        "what is written about a child stays in it, and may be sent away with it: keep it in a folder of its own")
    }
    for path in [directory, main] {
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IWOTH != 0, status.st_mode & S_ISVTX == 0 {
        warn(path, "everybody on this machine can write to it", "chmod o-w '\(path)'")
      }
    }
  }

  static func travelling(_ folder: String) -> (folder: String, what: String)? {
    var current = folder
    while current.utf8.count > 1 {
      for mark in marks where access("\(current)/\(mark.file)", F_OK) == 0 { return (current, mark.what) }
      let name = current.split(separator: "/").last.map(String.init) ?? ""
      if let program = synced.first(where: { name == $0 || name.hasPrefix("\($0) ") || name.hasPrefix("\($0)-") }) {
        return (current, "a folder that \(program) sends to other machines")
      }
      current = parentFolder(current)
    }
    return nil
  }
}

/// What carries a folder to other machines, or keeps its every version: "a git repository, '/home/ros'"; nil where nothing
/// is known to.
public func whatCarriesAway(_ folder: String) -> String? {
  resolved(folder).flatMap { WhereaboutsLint.travelling($0) }.map { "\($0.what), '\($0.folder)'" }
}

func parentFolder(_ path: String) -> String {
  let parts = path.split(separator: "/").dropLast()
  return "/" + parts.joined(separator: "/")
}

/// Without links, nil where it is not there.
private func resolved(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}
