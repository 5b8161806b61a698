/// What status bars, prompts and tired thumbs ask many times an hour, mostly by its name alone.
///
/// Where nothing but global options stands beside the name it is answered without the table of commands: to look at the types
/// of ninety commands takes as long as the answer.
enum PlainQuestion: String {
  case now, next, status, version

  func run(_ context: Context, _ options: PlainOptions) throws(CommandFailure) -> CommandStatus {
    switch self {
    case .now: try Now.run(context, options)
    case .next: try Next.run(context, options)
    case .status: try Status.run(context, options)
    case .version: try Version.run(context, options)
    }
  }
}
