import HavenConfig

/// An editor on a copy of the config, again and again until it is whole or is given up, as visudo(8) does it.
struct EditSession {
  let revision: ConfigRevision
  let context: Context

  enum End {
    case same
    /// Given up: the old file stays, the copy is gone.
    case left
    case swapped(Configuration, [Diagnostic])
  }

  func run() throws(CommandFailure) -> End {
    while true {
      do throws(CommandFailure) {
        guard try Editor.edit(revision.copy, context) else {
          throw CommandFailure(.no, "the editor was left, and nothing is changed")
        }
      } catch {
        revision.remove()
        throw error
      }
      do throws(ConfigRevision.Fault) {
        switch try revision.tried() {
        case .same:
          revision.remove()
          return .same
        case .whole(let configuration, let warnings):
          try revision.swapIn()
          return .swapped(configuration, warnings)
        case .faulty(let faults):
          for fault in faults { context.errors.line(printable(fault.description)) }
        }
      } catch {
        // What was typed is not thrown away for somebody else's sake.
        context.errors.line("havenctl: what you wrote is in '\(printable(revision.copy))'")
        throw CommandFailure(error)
      }
      guard asksForMore() else {
        revision.remove()
        context.errors.line("the old one is kept")
        return .left
      }
    }
  }

  /// Anything but an e or a q is asked again; the end of input keeps the old one.
  private func asksForMore() -> Bool {
    while true {
      context.errors.write("edit again (e), keep the old one (q)? ")
      context.errors.flush()
      switch context.input()?.lowercased().trimmedBlanks {
      case "e", "edit": return true
      case nil, "q", "quit": return false
      default: continue
      }
    }
  }
}

extension String {
  /// Without the blanks around it.
  var trimmedBlanks: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
