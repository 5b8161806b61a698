import ArgumentParser
import Glibc

/// `havenctl`: finds the command, runs it, tells what went wrong.
///
/// The first word leads straight to one command's type, and only that type's options are ever built: the whole tree
/// would cost more than the command itself.
public enum Havenctl {
  public static func main() -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == CompletionCommand.name { CompletionCommand.limitPatience() }
    let status = run(arguments, in: .process())
    exit(status.rawValue)
  }

  /// Runs one command line, the program's name not among its words.
  public static func run(_ arguments: [String], in context: Context) -> CommandStatus {
    defer {
      context.output.flush()
      context.errors.flush()
    }
    if arguments.first == CompletionCommand.name {
      CompletionCommand.run(Array(arguments.dropFirst()), in: context)
      return .success
    }
    do throws(CommandFailure) {
      let words = CommandLineWords(arguments)
      if let (question, options) = words.question() { return try question.run(context, options) }
      switch try words.request() {
      case .help(let words):
        context.output.line(try helpText(for: words))
        return .success
      case .command(let entry, let arguments):
        guard let command = try entry.parse(arguments) else {
          context.output.line(entry.help)
          return .success
        }
        return try command.run(context)
      }
    } catch {
      context.output.flush()
      context.errors.line(contentsOf: error)
      return error.status
    }
  }
}

extension Output {
  /// `havenctl: what failed` and `hint: what to type next`.
  func line(contentsOf failure: CommandFailure) {
    line("havenctl: \(failure.text)")
    if let hint = failure.hint { line("hint: \(hint)") }
  }
}
