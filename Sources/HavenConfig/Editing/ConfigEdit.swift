import HavenCore

/// Changes of a config's own text, all of them or none: comments and layout stay, the whole is tried in a folder beside
/// the files, and each file is swapped in whole, where a link leads to, with the mode it had.
public struct ConfigEdit: Sendable {
  public enum Fault: Error, Sendable, Equatable {
    /// These lines are not what they were: the file, and the line looked for.
    case changedSince(file: String, line: Int)
    /// What `check` would say of it that it does not say now.
    case unsound([Diagnostic])
    case config(ConfigurationError)
  }

  private let directory: String

  public init(directory: String) { self.directory = directory }

  public func apply(_ changes: [ConfigChange]) throws(Fault) {
    let files: [(name: String, bytes: [UInt8])]
    let before: Configuration
    do throws(ConfigurationError) {
      files = try ConfigFiles.read(directory)
      before = try ConfigurationLoader(directory: directory).load()
    } catch {
      throw .config(error)
    }
    var changed: [(name: String, path: String, was: [UInt8], bytes: [UInt8])] = []
    for name in Set(changes.map(\.file)).sorted() {
      guard ConfigFiles.isOne(name), let file = files.first(where: { $0.name == name }) else {
        throw .changedSince(file: name, line: changes.first { $0.file == name }?.line ?? 1)
      }
      // From the last line up, so that the lines before stay where they are.
      var bytes = file.bytes
      for change in changes.filter({ $0.file == name }).sorted(by: { $0.line > $1.line }) {
        guard let next = ConfigEdit.applied(change, to: bytes) else {
          throw .changedSince(file: name, line: change.line)
        }
        bytes = next
      }
      changed.append((name, joined(directory, name), file.bytes, bytes))
    }
    do throws(ConfigurationError) {
      try check(changed.map { ($0.path, $0.bytes) }, known: before.warnings)
    } catch .invalid(let found) {
      throw .unsound(found)
    } catch {
      throw .config(error)
    }
    // Somebody may have saved one while it was tried.
    for file in changed where (try? readFile(file.path, limit: ConfigurationLoader.largestFile)) != file.was {
      throw .changedSince(file: file.name, line: 1)
    }
    do throws(ConfigurationError) {
      for file in changed { try replaceFile(file.path, with: file.bytes) }
    } catch {
      throw .config(error)
    }
  }

  /// Nil where the lines are not there. They are looked for where they were, and, where the lines around them have
  /// moved, where else they stand: once, or they are not taken for the same.
  static func applied(_ change: ConfigChange, to bytes: [UInt8]) -> [UInt8]? {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let wanted = change.before.map { Array($0.utf8)[...] }
    guard !wanted.isEmpty else { return nil }
    func stands(at index: Int) -> Bool {
      index >= 0 && index + wanted.count <= lines.count && lines[index..<(index + wanted.count)].elementsEqual(wanted)
    }
    var place = change.line - 1
    if !stands(at: place) {
      let places = lines.indices.filter { stands(at: $0) }
      guard places.count == 1 else { return nil }
      place = places[0]
    }
    lines.replaceSubrange(place..<(place + wanted.count), with: change.after.map { Array($0.utf8)[...] })
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// Throws `invalid` where the config would have a fault, or a warning that it does not have now.
  private func check(
    _ changed: [(path: String, bytes: [UInt8])], known: [Diagnostic]
  ) throws(ConfigurationError) {
    let trial = try TrialDirectory(of: directory, replacing: changed)
    defer { trial.remove() }
    func here(_ found: Diagnostic) -> Diagnostic {
      var here = found
      if here.file.hasPrefix(trial.path) { here.file = directory + here.file.dropFirst(trial.path.count) }
      return here
    }
    let after: Configuration
    do throws(ConfigurationError) {
      after = try ConfigurationLoader(directory: trial.path).load()
    } catch .invalid(let found) {
      throw .invalid(found.filter { $0.severity == .error }.map(here))
    }
    let texts = Set(known.map(\.text))
    let fresh = after.warnings.filter { !texts.contains($0.text) }.map(here)
    if !fresh.isEmpty { throw .invalid(fresh) }
  }
}
