import Glibc
import HavenAPI
import HavenConfig
import HavenCore

/// What a purge tells: before it is done, and after.
struct PurgeText {
  let child: ChildID

  func ahead(_ view: PurgeView, _ removal: ChildRemoval) -> [String] {
    var lines = ["What Haven keeps of \(printable(child)), and what will go:"]
    lines += view.records.map { "  \(printable($0.what)): \($0.count)" }
    if view.records.isEmpty { lines.append("  nothing in the record") }
    if view.kept > 0 {
      lines.append("  \(counted(view.kept, "row", "rows")) of today about others stay for two days: ask again then")
    }
    lines += files("Copies of the record that backup made", view.backups.filter(isThere))
    lines += files("Damaged and unfinished copies", view.copies)
    let changing = removal.lines.filter { $0.fate != .stays }
    if !changing.isEmpty { lines += ["", "Lines of the config that go or change:"] + changing.flatMap(text) }
    lines += staying(removal)
    return lines
  }

  func done(_ view: PurgeView, _ removal: ChildRemoval, _ faults: [String]) -> [String] {
    var lines = ["Erased \(printable(child)):"]
    lines += view.records.map { "  \(printable($0.what)): \($0.count)" }
    if faults.isEmpty {
      let count = removal.lines.count { $0.fate != .stays }
      if count > 0 { lines.append("  lines of the config: \(count)") }
    } else {
      lines += ["", "The config is as it was: without these lines it would not be sound. They are yours to change:"]
      lines += removal.lines.filter { $0.fate != .stays }.flatMap(text) + faults.map { "  \(printable($0))" }
      lines.append("Until then Haven goes on with \(printable(child)). Purge once more when they are gone.")
    }
    lines += staying(removal)
    lines += files("These could not be deleted", view.left)
    lines += [
      "", "Yours to clear: folders that other programs synchronise, your own backups, printed pages, carers' journals.",
    ]
    return lines
  }

  private func staying(_ removal: ChildRemoval) -> [String] {
    let staying = removal.lines.filter { $0.fate == .stays }
    return staying.isEmpty
      ? [] : ["", "They are named here too; these lines are yours to look at:"] + staying.flatMap(text)
  }

  private func text(_ line: ChildRemoval.Line) -> [String] {
    let place = "  \(printable(line.file)):\(line.number): "
    guard case .becomes(let rest) = line.fate else { return [place + printable(line.text)] }
    return [place + printable(line.text), "    becomes: \(printable(rest))"]
  }

  private func files(_ title: String, _ paths: [String]) -> [String] {
    paths.isEmpty ? [] : ["", "\(title):"] + paths.map { "  \(printable($0))" }
  }

  private func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }
}

/// Deletes files that may be gone already.
///
/// - Returns: those that could not be deleted.
func deleteFiles(_ paths: [String]) -> [String] { paths.filter { unlink($0) != 0 && errno != ENOENT } }
