import HavenConfig
import HavenCore

/// What `init` asks, and how often: three things, each once more where the answer is none that Haven knows. The end of
/// input takes what stands in brackets.
struct StarterQuestions {
  let context: Context
  let asks: Bool

  func answers(
    carer: String?, _ children: [String], evening: [String]
  ) throws(CommandFailure) -> StarterAnswers {
    var answers = StarterAnswers()
    if let name = carer ?? ask("What are you called here?", answers.carer), !name.trimmedBlanks.isEmpty {
      answers.carer = name.trimmedBlanks
    }
    if let given = try settle(
      children.isEmpty ? nil : children, "The children's aliases, never real names, each with the age it runs at?",
      "otter:5", StarterQuestions.children)
    {
      answers.children = given
    }
    if let given = try settle(
      evening.isEmpty ? nil : evening, "Tea, bath, story, lights out: when (- for none)?",
      StarterAnswers.usualEvening.joined(separator: " "), StarterAnswers.evening(parsing:))
    {
      answers.evening = given
    }
    return answers
  }

  private static func children(_ words: [String]) throws(GrammarFault) -> [StarterAnswers.Child] {
    var children: [StarterAnswers.Child] = []
    for word in words {
      let child = try StarterAnswers.Child(parsing: word)
      guard !children.contains(where: { $0.id == child.id }) else {
        throw GrammarFault("'\(child.id)' stands there twice", hint: "each child has an alias of its own")
      }
      children.append(child)
    }
    return children
  }

  /// What an option says, else what is answered; nil for what stands in brackets.
  private func settle<Value>(
    _ option: [String]?, _ question: String, _ usual: String, _ read: ([String]) throws(GrammarFault) -> Value
  ) throws(CommandFailure) -> Value? {
    if let option {
      do throws(GrammarFault) {
        return try read(option)
      } catch {
        throw CommandFailure(error)
      }
    }
    for attempt in 1...3 {
      guard let answer = ask(question, usual) else { return nil }
      let words = answer.split { $0.isWhitespace || $0 == "," }.map(String.init)
      guard !words.isEmpty else { return nil }
      do throws(GrammarFault) {
        return try read(words)
      } catch {
        if attempt == 3 { throw CommandFailure(error) }
        context.errors.line("\(error.text); \(error.hint)")
      }
    }
    return nil
  }

  /// Nil where nothing is asked, nothing was answered, or input has ended.
  private func ask(_ question: String, _ usual: String) -> String? {
    guard asks else { return nil }
    context.errors.write("\(question) [\(usual)] ")
    context.errors.flush()
    guard let answer = context.input(), !answer.trimmedBlanks.isEmpty else { return nil }
    return answer
  }
}
