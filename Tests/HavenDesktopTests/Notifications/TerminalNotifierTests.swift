import Glibc
import HavenDesktop
import Testing

@Suite(.onLoop)
struct TerminalNotifierTests {
  @LoopActor private func notification(title: String, body: String) -> DesktopNotification {
    DesktopNotification(key: "k", title: title, body: body, category: "x-haven.cue", actions: [("done", "Done")])
  }

  @Test("a notification is printed with its time, its title, and its body below; commands in it are not obeyed")
  @LoopActor func prints() async throws {
    let pipe = try Pipe()
    defer {
      close(pipe.reader)
      close(pipe.writer)
    }
    let notifier = TerminalNotifier(to: pipe.writer) { "17:05" }
    try await notifier.show(
      notification(title: "Otter: tablet ends \u{1B}[2Jin 20 minutes", body: "Next: supper\n\nGo and join in"))
    await notifier.close(key: "k")
    notifier.closeAll()
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(pipe.reader, &buffer, buffer.count)
    #expect(
      String(decoding: buffer[..<max(0, count)], as: UTF8.self) == """
        17:05  Otter: tablet ends in 20 minutes
               Next: supper
               Go and join in

        """)
    #expect(notifier.state.text == "printing here" && notifier.isAvailable && !notifier.isInhibited)
  }

  @Test("a reader who does not read, or has gone, is an error and no wait")
  @LoopActor func reader() async throws {
    let pipe = try Pipe()
    let notifier = TerminalNotifier(to: pipe.writer) { "17:05" }
    let long = String(repeating: "x", count: 30_000)
    await #expect(throws: NotifierError.noAnswer) {
      for _ in 0..<100 { try await notifier.show(notification(title: long, body: "")) }
    }
    signal(SIGPIPE, SIG_IGN)
    close(pipe.reader)
    await #expect(throws: NotifierError.gone) {
      try await notifier.show(notification(title: "Title", body: ""))
    }
    close(pipe.writer)
  }
}
