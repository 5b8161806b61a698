import HavenAPI

extension TextRender {
  /// At most twelve lines, none cut: what a child was promised must be read whole.
  func handover(_ view: HandoverView) -> [String] {
    view.rows(discreet: style.isDiscreet).map { row in
      style.dim(HavenCLI.padded(row.label, 10)) + printable(row.text)
    }
  }
}
