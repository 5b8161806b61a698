import Glibc
import HavenCore

/// One file of a config on its way to being another: a copy beside it that somebody changes by hand, is tried with the
/// rest of the config, and is swapped in whole or not at all.
///
/// One at a time for a config: its directory is locked for as long as this lives.
public final class ConfigRevision {
  public enum Fault: Error, Sendable, Equatable {
    /// There is no such file; those there are.
    case unknown(name: String, files: [String])
    /// Somebody else edits this config at present.
    case busy
    /// The file is not what it was when the copy was made.
    case changedSince(file: String)
    case config(ConfigurationError)
  }

  public enum Outcome: Sendable {
    /// Nothing was changed.
    case same
    /// It can be swapped in; what `check` would say of it, and of other files that were not whole before either.
    case whole(Configuration, [Diagnostic])
    /// It has these faults, by the real file's name.
    case faulty([Diagnostic])
  }

  /// In the config's directory: `haven.toml`, `conf.d/20-cake.toml`.
  public let name: String
  /// The file itself.
  public let path: String
  /// What the editor is to open: hidden, so that it is never loaded, and with a name that an editor knows for TOML.
  public let copy: String
  private let directory: String
  private let before: [UInt8]
  private let lock: Int32

  /// - Parameter name: as a person would type it: `haven.toml`, `conf.d/20-cake.toml`, `20-cake.toml` or `20-cake`.
  public init(of name: String, in directory: String) throws(Fault) {
    // `dir/` is `dir`: a fault is looked for by the path of its file.
    let directory = directory.hasSuffix("/") && directory.count > 1 ? String(directory.dropLast()) : directory
    self.directory = directory
    let files = try ConfigRevision.files(in: directory)
    let added = ConfigurationLoader.addedFolder
    let spellings = [name, "\(name).toml", "\(added)/\(name)", "\(added)/\(name).toml"]
    guard let file = spellings.lazy.compactMap({ spelling in files.first { $0.name == spelling } }).first else {
      throw .unknown(name: name, files: files.map(\.name))
    }
    self.name = file.name
    path = joined(directory, file.name)
    before = file.bytes
    let folder = parentFolder(of: path)
    var template = Array("\(folder)/.edit-XXXXXX.toml".utf8CString)
    lock = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { throw .config(.unreadable(directory, errno)) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(lock)
      throw code == EWOULDBLOCK ? .busy : .config(.unreadable(directory, code))
    }
    let descriptor = mkstemps(&template, 5)
    guard descriptor >= 0 else {
      let code = errno
      close(lock)
      throw .config(.unreadable(folder, code))
    }
    copy = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    do throws(ConfigurationError) {
      try write(before, into: descriptor, of: copy)
      close(descriptor)
    } catch {
      close(descriptor)
      unlink(copy)
      throw .config(error)
    }
  }

  deinit {
    // A child that is only just being started holds the descriptor too; closing ours alone would not let go.
    flock(lock, LOCK_UN)
    close(lock)
  }

  private static func files(in directory: String) throws(Fault) -> [(name: String, bytes: [UInt8])] {
    do throws(ConfigurationError) {
      let files = try ConfigFiles.read(directory)
      guard files.first?.name == ConfigurationLoader.mainFile else { throw .missing(directory) }
      return files
    } catch {
      throw .config(error)
    }
  }

  /// Copies of earlier edits that nobody finished: the editor or the machine went away.
  public func abandoned() -> [String] {
    let folder = parentFolder(of: path)
    let names = (try? listDirectory(folder)) ?? []
    return names.filter { $0.hasPrefix(".edit-") && $0.hasSuffix(".toml") }.map { joined(folder, $0) }
      .filter { $0 != copy }
  }

  /// Tries the copy with the rest of the config. A fault that another file has, and had before, stands in nobody's way:
  /// otherwise two faulty files could never be mended.
  public func tried() throws(Fault) -> Outcome {
    let bytes = try text(of: copy)
    if bytes == before { return .same }
    let known = ConfigRevision.faults(in: directory)
    do throws(ConfigurationError) {
      let trial = try TrialDirectory(of: directory, replacing: [(path, bytes)])
      defer { trial.remove() }
      do throws(ConfigurationError) {
        let configuration = try ConfigurationLoader(directory: trial.path).load()
        return .whole(configuration, configuration.warnings.map { here($0, trial) })
      } catch .invalid(let found) {
        let faults = found.filter { $0.severity == .error }.map { here($0, trial) }
        let others = faults.allSatisfy { fault in fault.file != path && known.contains(fault.text) }
        guard others, let rest = ConfigurationLoader(directory: trial.path).loadDespiteFaults() else {
          return .faulty(faults)
        }
        return .whole(rest, faults)
      }
    } catch {
      throw .config(error)
    }
  }

  private func here(_ found: Diagnostic, _ trial: TrialDirectory) -> Diagnostic {
    var here = found
    if here.file.hasPrefix(trial.path) { here.file = directory + here.file.dropFirst(trial.path.count) }
    return here
  }

  /// The texts of those there are now.
  private static func faults(in directory: String) -> Set<String> {
    do throws(ConfigurationError) {
      _ = try ConfigurationLoader(directory: directory).load()
      return []
    } catch .invalid(let found) {
      return Set(found.filter { $0.severity == .error }.map(\.text))
    } catch {
      return []
    }
  }

  /// Puts the copy where the file is, with the mode the file had.
  public func swapIn() throws(Fault) {
    let bytes = try text(of: copy)
    guard try text(of: path) == before else { throw .changedSince(file: name) }
    do throws(ConfigurationError) {
      try replaceFile(path, with: bytes)
    } catch {
      throw .config(error)
    }
    remove()
  }

  /// Takes the copy away.
  public func remove() { unlink(copy) }

  private func text(of path: String) throws(Fault) -> [UInt8] {
    do {
      return try readFile(path, limit: ConfigurationLoader.largestFile)
    } catch {
      throw .config(.unreadable(path, error.code))
    }
  }
}

private func parentFolder(of path: String) -> String {
  path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
}

private func write(_ bytes: [UInt8], into descriptor: Int32, of path: String) throws(ConfigurationError) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 || errno == EINTR else { throw .unreadable(path, errno) }
    rest = rest.dropFirst(max(0, count))
  }
}
