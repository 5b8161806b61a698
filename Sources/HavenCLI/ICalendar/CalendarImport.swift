import Glibc
import HavenConfig
import HavenCore

/// Puts a copy of an .ics file into the config as a calendar, or its appointments as goals. A second import of the same
/// changes nothing, and one of a newer file replaces what the first has written.
struct CalendarImport {
  let directory: String
  let id: CalendarID
  let context: Context

  enum Outcome {
    /// All of it was there already.
    case same(Configuration)
    case written([String], Configuration)
  }

  private struct Change {
    var path: String
    var bytes: [UInt8]
    /// Nil where there was none.
    var before: [UInt8]?
  }

  /// `calendars/ID.ics` beside haven.toml, and the `[[calendar]]` that names it, which is the family's from then on.
  func takeCalendar(_ bytes: [UInt8]) throws(CommandFailure) -> Outcome {
    let copy = "\(directory)/calendars/\(id).ics"
    let entry = "\(directory)/\(ConfigurationLoader.addedFolder)/calendar-\(id).toml"
    var changes = [change(copy, bytes)]
    if access(entry, F_OK) != 0 {
      if household?.calendars.contains(where: { $0.id == id }) == true {
        throw CommandFailure(
          .no, "the config has a calendar '\(id)' already, and it is left as it is",
          hint: "give another name: --id NAME")
      }
      let text = """
        # Of 'havenctl import-ics', which keeps what you change here and replaces the file it names.
        [[calendar]]
        id = "\(id)"
        ics = "calendars/\(id).ics"

        """
      changes.append(change(entry, Array(text.utf8)))
    }
    return try take(changes)
  }

  /// One file of goals, written anew each time.
  func takeAppointments(
    _ appointments: [ImportedAppointment], carer: CarerID, isNamed: Bool
  ) throws(CommandFailure) -> Outcome {
    var text =
      "# Of 'havenctl import-ics --appointments', which writes this file anew each time: change the calendar instead.\n"
    var used: Set<String> = []
    for appointment in appointments {
      var name = "\(id)-\(digest(of: appointment.uid))"
      while !used.insert(name).inserted { name += "x" }
      let rule = appointment.rule.map { " \($0)" } ?? ""
      text += """

        [[goal]]
        id = "\(name)"
        carer = "\(carer)"
        domain = "help"
        name = \(CalendarImport.quoted(appointment.name))
        minutes = \(appointment.minutes)
        private = \(!isNamed)
        appointment = "\(appointment.start.date)T\(appointment.start.time)\(rule)"

        """
    }
    let path = "\(directory)/\(ConfigurationLoader.addedFolder)/appointments-\(id).toml"
    return try take([change(path, Array(text.utf8))])
  }

  private var household: Household? { try? ConfigurationLoader(directory: directory).load().household }

  private func change(_ path: String, _ bytes: [UInt8]) -> Change {
    Change(path: path, bytes: bytes, before: try? fileBytes(path))
  }

  /// All of it, or where the config would not be sound with it nothing.
  private func take(_ changes: [Change]) throws(CommandFailure) -> Outcome {
    let changes = changes.filter { $0.before != $0.bytes }
    for change in changes {
      if let folder = change.path.lastIndex(of: "/").map({ String(change.path[..<$0]) }) { try makeFolders(folder) }
      try replaceFile(change.path, change.bytes)
    }
    do throws(ConfigurationError) {
      let configuration = try ConfigurationLoader(directory: directory).load()
      return changes.isEmpty ? .same(configuration) : .written(changes.map(\.path), configuration)
    } catch {
      for change in changes {
        if let before = change.before { try replaceFile(change.path, before) } else { unlink(change.path) }
      }
      throw CommandFailure(error)
    }
  }

  /// A TOML string.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"", "\\": quoted += "\\\(character)"
      case "\u{0}"..<" ", "\u{7F}": quoted += " "
      default: quoted.unicodeScalars.append(character)
      }
    }
    return quoted + "\""
  }
}
