import ArgumentParser
import HavenAPI
import HavenConfig
import HavenCore

struct Edit: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl edit", abstract: "Change the config in your editor; taken only when whole.",
    discussion: """
      $VISUAL, else $EDITOR, opens a copy beside the file. It is checked when you leave the editor, and swapped in when
      it has no fault; until then the old one stays as it is. Then havend reads it, and the next cue is told.
      """)

  @Argument(
    help: ArgumentHelp("haven.toml where left out; or a file of conf.d, by its name.", valueName: "FILE"))
  var file: String?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let directory = try configDirectory(context, global)
    guard context.hasTerminal else {
      throw CommandFailure(
        .usage, "there is no terminal for an editor to be in",
        hint: "change '\(printable(directory))' with any program, then: havenctl check && havenctl reload")
    }
    let revision: ConfigRevision
    do throws(ConfigRevision.Fault) {
      revision = try ConfigRevision(of: file ?? ConfigurationLoader.mainFile, in: directory)
    } catch {
      throw CommandFailure(error)
    }
    for path in revision.abandoned() {
      context.errors.line("havenctl: an edit that was not finished is kept in '\(printable(path))'")
    }
    let session = EditSession(revision: revision, context: context)
    switch try session.run() {
    case .same: return show(Edited(file: revision.path, changed: false), ["nothing was changed"], context)
    case .left: return .configInvalid
    case .swapped(let configuration, let warnings):
      if !global.json { for warning in warnings { context.errors.line(printable(warning.description)) } }
      return told(revision.path, configuration, directory, context)
    }
  }

  /// Has havend read it, where one runs on this config, and says what comes next.
  private func told(
    _ path: String, _ configuration: Configuration, _ directory: String, _ context: Context
  ) -> CommandStatus {
    let taking = ConfigTaking(of: directory, context, global)
    var view = Edited(file: path, changed: true, taken: taking.isTaken)
    if case .taken(let next) = taking {
      view.nextCue = next
    } else {
      view.nextCue = nextCue(of: configuration, now: context.now())
    }
    let next = nextCueLine(view.nextCue, from: Stamp(context.now(), in: configuration.zone))
    return show(view, ["'\(printable(path))' is changed", taking.line, next], context)
  }

  private func show(_ view: Edited, _ lines: [String], _ context: Context) -> CommandStatus {
    Printer(context, global).show(view) { _ in lines }
    return .success
  }

  /// What `edit --json` prints.
  private struct Edited: Encodable {
    var version = 1
    var kind = "edit"
    var file: String
    var changed: Bool
    /// Whether havend runs on it now.
    var taken = false
    var nextCue: Stamp?
  }
}

extension CommandFailure {
  init(_ fault: ConfigRevision.Fault) {
    switch fault {
    case .unknown(let name, let files):
      self.init(
        .usage, "there is no '\(printable(name))' in the config",
        hint: "one of: \(files.map { printable($0) }.joined(separator: ", "))")
    case .busy:
      self.init(.no, "somebody edits this config already", hint: "finish there first")
    case .changedSince(let file):
      self.init(.no, "'\(printable(file))' was changed by somebody else meanwhile, and is left as it is")
    case .config(.missing(let directory)):
      self.init(.configInvalid, "there is no config in '\(printable(directory))'", hint: "havenctl init")
    case .config(let error): self.init(error)
    }
  }
}
