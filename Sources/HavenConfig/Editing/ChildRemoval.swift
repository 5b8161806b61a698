import Glibc
import HavenCore

/// Takes a child out of a config: shows every line that changes or names them, and swaps the files in once the whole is
/// still sound.
public struct ChildRemoval: Sendable {
  /// A line of the config that names the child, or goes with them.
  public struct Line: Sendable, Equatable {
    public var file: String
    /// From 1.
    public var number: Int
    public var text: String
    public var fate: Fate

    public enum Fate: Sendable, Equatable {
      case goes
      case becomes(String)
      /// A person's to look at: a comment, a sentence, a name.
      case stays
    }

    public init(file: String, number: Int, text: String, fate: Fate) {
      self.file = file
      self.number = number
      self.text = text
      self.fate = fate
    }
  }

  public private(set) var lines: [Line] = []
  private let directory: String
  private var changed: [(path: String, bytes: [UInt8])] = []

  /// - Parameter others: the other children's aliases.
  public init(
    _ child: ChildID, others: some Sequence<ChildID>, directory: String
  ) throws(ConfigurationError) {
    self.directory = directory
    let mention = NameMention(child, others: Array(others))
    let folder = joined(directory, ConfigurationLoader.addedFolder)
    let added = (try? listDirectory(folder))?.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") } ?? []
    let paths = [joined(directory, ConfigurationLoader.mainFile)] + added.map { joined(folder, $0) }
    for path in paths {
      let bytes: [UInt8]
      do {
        bytes = try readFile(path, limit: ConfigurationLoader.largestFile)
      } catch {
        if error.isMissing { continue }
        throw .unreadable(path, error.code)
      }
      let cut = ChildCut(child, from: bytes)
      if !cut.gone.isEmpty { changed.append((path, cut.result)) }
      lines += ChildRemoval.lines(of: path, bytes, gone: cut.gone, mention)
    }
  }

  /// Whether anything would be changed.
  public var changesFiles: Bool { !changed.isEmpty }

  /// Tries the config as it would be, and then swaps the files in.
  ///
  /// - Throws: why it would not be sound, with nothing changed; or what could not be read or written.
  public func apply() throws(ConfigurationError) {
    guard changesFiles else { return }
    let trial = try TrialDirectory(of: directory, replacing: changed)
    defer { trial.remove() }
    do throws(ConfigurationError) {
      _ = try ConfigurationLoader(directory: trial.path).load()
    } catch .invalid(let diagnostics) {
      throw .invalid(
        diagnostics.map { found in
          var here = found
          if here.file.hasPrefix(trial.path) { here.file = directory + here.file.dropFirst(trial.path.count) }
          return here
        })
    }
    for file in changed { try replaceFile(file.path, with: file.bytes) }
  }

  private static func lines(
    of path: String, _ bytes: [UInt8], gone: [Range<Int>], _ mention: NameMention
  ) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let end = start + line.count
      defer { start = end + 1 }
      let text = String(decoding: line, as: UTF8.self)
      let left = (start..<end).filter { at in !gone.contains { $0.contains(at) } }.map { bytes[$0] }
      let isTouched = left.count < line.count
      guard isTouched || mention.occurs(in: text) else { continue }
      let rest = String(decoding: left, as: UTF8.self)
      let fate: Line.Fate = !isTouched ? .stays : rest.allSatisfy(\.isWhitespace) ? .goes : .becomes(rest)
      lines.append(Line(file: path, number: index + 1, text: text, fate: fate))
    }
    return lines
  }
}
