import HavenCore

/// The files that a config is written in, as they are: `haven.toml`, then `conf.d/*.toml`, in the order they are loaded.
enum ConfigFiles {
  static func read(_ directory: String) throws(ConfigurationError) -> [(name: String, bytes: [UInt8])] {
    let folder = ConfigurationLoader.addedFolder
    let added = (try? listDirectory(joined(directory, folder)))?.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }
    var files: [(name: String, bytes: [UInt8])] = []
    for name in [ConfigurationLoader.mainFile] + (added ?? []).map({ "\(folder)/\($0)" }) {
      do {
        files.append((name, try readFile(joined(directory, name), limit: ConfigurationLoader.largestFile)))
      } catch {
        if error.isMissing { continue }
        throw .unreadable(joined(directory, name), error.code)
      }
    }
    return files
  }

  /// Whether a name is one of a config's files: what the record says of a file is data, and leads nowhere else.
  static func isOne(_ name: String) -> Bool {
    if name == ConfigurationLoader.mainFile { return true }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0] == ConfigurationLoader.addedFolder[...] && parts[1].hasSuffix(".toml")
      && !parts[1].hasPrefix(".")
  }
}
