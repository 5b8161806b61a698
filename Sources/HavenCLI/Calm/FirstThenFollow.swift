import Glibc

/// First and Then, drawn anew as the bar shrinks and when the day changes, until what comes next is here.
struct FirstThenFollow {
  let source: FirstThenSource
  let style: Style
  let isBig: Bool

  /// - Parameters:
  ///   - screen: nil where nobody looks at a terminal; each drawing is then told.
  ///   - monitor: the daemon's connection, which can be read when something changed.
  func run(on screen: LiveScreen?, listeningTo monitor: UnixSocket?, tell: (FirstThen) -> Void) {
    let begun = source.now().first
    var last: FirstThen?
    func view() -> FirstThen? {
      let view = source.now()
      last = view
      return view.first == begun && view.bar != nil ? view : nil
    }
    func heard() -> Bool {
      guard let messages = try? monitor?.receiveAvailable() else { return false }
      if !messages.isEmpty { source.refresh() }
      return true
    }
    if let screen {
      _ = screen.show(listeningTo: monitor?.pollDescriptor ?? -1, heard: heard) { columns, _ in
        view().map { LiveScreen.Frame(lines: lines($0, columns), milliseconds: pause($0)) }
      }
    } else {
      var watched = pollfd(fd: monitor?.pollDescriptor ?? -1, events: Int16(POLLIN), revents: 0)
      var told: FirstThen?
      while let view = view() {
        // Without a screen nothing is said but when a block goes or the day changes.
        if told?.bar?.filled != view.bar?.filled || told?.then != view.then || told?.isMoved != view.isMoved {
          tell(view)
        }
        told = view
        if poll(&watched, 1, Int32(clamping: pause(view))) > 0, !heard() { watched.fd = -1 }
      }
    }
    // What stands now is left to read.
    if let last { tell(last) }
  }

  private func lines(_ view: FirstThen, _ columns: Int) -> [String] {
    var render = TextRender(style: style)
    render.style.width = columns
    return isBig ? render.bigFirstThen(view) : render.firstThen(view)
  }

  /// Milliseconds until the drawing says something else.
  private func pause(_ view: FirstThen) -> Int {
    guard let bar = view.bar else { return 60_000 }
    let minute = view.hasNumbers ? bar.secondsLeft - (bar.minutesLeft - 1) * 60 : .max
    return max(1, min(bar.secondsToNextBlock, minute)) * 1000
  }
}
