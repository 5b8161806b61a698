import HavenAPI

extension TextRender {
  func checkup(_ view: Checkup) -> [String] {
    view.checks.flatMap { row -> [String] in
      let line = "\(mark(row.state))\(padded(row.id, 15))\(row.text)"
      guard row.state != .ok, let hint = row.hint else { return [line] }
      return [line, style.dim(padded("", 22) + hint)]
    } + ["", sum(view)]
  }

  private func mark(_ state: Checkup.State) -> String {
    switch state {
    case .ok: style.dim(padded("ok", 7))
    case .note: padded("note", 7)
    case .trouble: style.strong(padded("to do", 7))
    }
  }

  private func sum(_ view: Checkup) -> String {
    let troubles = view.checks.count { $0.state == .trouble }
    return troubles == 0 ? "all is well" : counted(troubles, "thing to do", "things to do")
  }
}
