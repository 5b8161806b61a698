import ArgumentParser
import HavenConfig

struct Check: HavenCommand {
  static let configuration = CommandConfiguration(
    commandName: "havenctl check", abstract: "Say whether a config is sound, and all that is not, at once.",
    discussion:
      "No daemon is asked. The next four weeks are played through, to see what they ask of a carer and of a child. "
      + "The exit code is 78 where there is an error; warnings alone are 0.")

  @Argument(
    help: ArgumentHelp("One file to check by itself; the whole config where it is left out.", valueName: "FILE"))
  var file: String?

  @OptionGroup var global: GlobalOptions

  func run(_ context: Context) throws(CommandFailure) -> CommandStatus {
    let checked: String
    if let file { checked = file } else { checked = try configDirectory(context, global) }
    let configuration: Configuration
    do {
      if let file {
        configuration = try ConfigurationLoader(directory: ".").load(file: file)
      } else {
        configuration = try ConfigurationLoader(directory: checked).load()
      }
    } catch {
      guard case .invalid(let diagnostics) = error else { throw CommandFailure(error) }
      tell(diagnostics, context)
      Printer(context, global).show(Checked(checked, diagnostics)) { $0.notSound(diagnostics) }
      return .configInvalid
    }
    let today = configuration.zone.date(at: context.now())
    let warnings = configuration.warnings + configuration.loadWarnings(from: today)
    tell(warnings, context)
    Printer(context, global).show(Checked(checked, warnings)) {
      $0.sound(configuration.household, warnings: warnings.count)
    }
    return .success
  }

  /// What there is to mend goes where a compiler writes it.
  private func tell(_ diagnostics: [Diagnostic], _ context: Context) {
    guard !global.json else { return }
    for diagnostic in diagnostics { context.errors.line(printable(diagnostic.description)) }
  }

  /// What `check --json` prints.
  private struct Checked: Encodable {
    var version = 1
    var kind = "check"
    var config: String
    var valid: Bool
    var diagnostics: [Found]

    init(_ config: String, _ diagnostics: [Diagnostic]) {
      self.config = config
      valid = !diagnostics.contains { $0.severity == .error }
      self.diagnostics = diagnostics.map(Found.init)
    }

    struct Found: Encodable {
      var file: String
      var line: Int
      var column: Int
      var severity: String
      var text: String
      var hint: String?

      init(_ diagnostic: Diagnostic) {
        file = diagnostic.file
        line = diagnostic.line
        column = diagnostic.column
        severity = diagnostic.severity.rawValue
        text = diagnostic.text
        hint = diagnostic.hint
      }
    }
  }
}
