import Glibc

/// `havenctl __complete WORD… CURRENT`: what a shell asks at each press of the tab key. A line a word, with what it is
/// about behind a tab; last, where a file or a folder may stand there, `:files` or `:folders`.
///
/// It is in no table and on no page. It never complains: where havend does not answer at once, there are no ids.
enum CompletionCommand {
  static let name = "__complete"
  /// Milliseconds that a person waits for a key: then the program ends, with what it has said so far.
  static let patience = 250

  static func run(_ arguments: [String], in context: Context) {
    let current = arguments.last ?? ""
    let before = Array(arguments.dropLast())
    var global = PlainOptions()
    global.config = value(of: "--config", in: before)
    global.socket = value(of: "--socket", in: before)
    global.carer = value(of: "--as", in: before)
    let names = LiveNames(context: context, global: global)
    let (words, place) = Completion(live: names.names(of:)).candidates(after: before, current: current)
    for candidate in words {
      let word = printable(candidate.word)
      context.output.line(candidate.about.isEmpty ? word : "\(word)\t\(printable(candidate.about))")
    }
    switch place {
    case .file?: context.output.line(":files")
    case .folder?: context.output.line(":folders")
    default: break
    }
  }

  private static func value(of option: String, in words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      if word == option, index + 1 < words.count { return words[index + 1] }
      if word.hasPrefix("\(option)=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }

  /// Ends this process when nobody would wait any more, whatever it does then.
  static func limitPatience() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in _exit(0) }
    sigaction(SIGALRM, &action, nil)
    var limit = itimerval()
    limit.it_value.tv_usec = suseconds_t(patience * 1000)
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &limit, nil)
  }
}
