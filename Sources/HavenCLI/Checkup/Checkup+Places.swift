/// Where the config and the state lie, and who else may look at them.
extension Checkup {
  /// Somebody else's first, then what others may write, then what they may read.
  static func permissions(_ facts: CheckupFacts) -> Row {
    let id = "permissions"
    if let file = facts.files.first(where: { $0.uid != facts.uid }) {
      return row(
        id, .trouble, "'\(printable(file.path))' belongs to somebody else",
        hint: "sudo chown -R $(id -un): '\(printable(file.path))'")
    }
    let writable = facts.files.filter { $0.mode & 0o022 != 0 }
    let readable = facts.files.filter { $0.part != .config && $0.mode & 0o077 != 0 }
    if let file = writable.first ?? readable.first {
      let what = writable.isEmpty ? "open" : "writable"
      let count = (writable.isEmpty ? readable : writable).count
      let more = count == 1 ? "" : ", and \(count - 1) more"
      return row(
        id, .trouble, "'\(printable(file.path))' is \(what) to others, mode \(file.modeText)\(more)",
        hint: "chmod \(file.isFolder ? "-R go= " : "go= ")'\(printable(file.path))'")
    }
    if let file = facts.files.first(where: { $0.mode & 0o077 != 0 }) {
      return row(
        id, .note, "others on this machine may read the config, '\(printable(file.path))'",
        hint: "chmod \(file.isFolder ? "-R go= " : "go= ")'\(printable(file.path))'")
    }
    return row(id, .ok, "config, state and socket are yours alone")
  }

  static func config(_ facts: CheckupFacts) -> Row {
    switch facts.config {
    case .missing(let directory):
      return row("config", .trouble, "there is none in '\(printable(directory))'", hint: "havenctl init")
    case .unreadable(let text): return row("config", .trouble, printable(text), hint: "havenctl check")
    case .faulty(let count, let first):
      return row(
        "config", .trouble, "\(counted(count, "fault", "faults")), the first at \(printable(first))",
        hint: "havenctl check tells them all, havenctl edit mends them")
    case .sound(0): return row("config", .ok, "sound")
    case .sound(let warnings):
      return row(
        "config", .note, "sound, with \(counted(warnings, "thing", "things")) to look at", hint: "havenctl check")
    }
  }

  static func disk(_ facts: CheckupFacts) -> Row {
    guard let disk = facts.disk else { return row("disk", .note, "it is not known how much room there is") }
    let room = "\(sizeText(disk.bytesFree)) free where '\(printable(disk.folder))' is"
    let hint = "make room there: what cannot be written is only in memory"
    if disk.filesFree == 0 { return row("disk", .trouble, "no more files can be made, \(room)", hint: hint) }
    if disk.bytesFree < 10_000_000 { return row("disk", .trouble, room, hint: hint) }
    if disk.bytesFree < 200_000_000 { return row("disk", .note, room, hint: hint) }
    return row("disk", .ok, room)
  }

  /// SQLite's locks do not hold on a network, and a program that copies a database while it is written copies half of it
  /// (<https://sqlite.org/howtocorrupt.html>, 1.2 and 2.1).
  static func folders(_ facts: CheckupFacts) -> Row {
    if let found = facts.carried.first(where: { $0.part == .state }) {
      let hint = "keep the state on this machine alone: havend --state DIR, or XDG_STATE_HOME"
      switch found.by {
      case .program(let what):
        return row("folders", .trouble, "what Haven remembers is in \(printable(what))", hint: hint)
      case .network(let type):
        return row(
          "folders", .trouble,
          "'\(printable(found.folder))' is on a network file system, \(printable(type)): "
            + "a database is not safe there", hint: hint)
      }
    }
    if let found = facts.carried.first {
      switch found.by {
      case .program(let what):
        return row(
          "folders", .note, "the config is in \(printable(what))",
          hint: "what is written about a child goes where it goes: keep it in a folder of its own")
      case .network(let type):
        return row(
          "folders", .note, "the config is on a network file system, \(printable(type))",
          hint: "changes made elsewhere are not noticed there: havenctl reload")
      }
    }
    return row("folders", .ok, "nothing is known to carry config or state to other machines")
  }
}

extension CheckupFacts.FileFact {
  /// `600`
  var modeText: String { String(mode, radix: 8) }
}
