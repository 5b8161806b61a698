import Testing

@testable import HavenDesktop

struct NotifyCallTests {
  private static let full = NotificationServer(
    name: "full", capabilities: ["actions", "body", "body-markup", "sound", "persistence"])
  private static let bare = NotificationServer(name: "bare")

  private func notification(
    urgency: DesktopNotification.Urgency = .normal, isTransient: Bool = false, sound: String? = nil,
    expires: Int? = nil
  ) -> DesktopNotification {
    DesktopNotification(
      key: "key", title: "Title", body: "Body\nand more", urgency: urgency, category: "x-haven.cue",
      actions: [("done", "Done\u{1B}[1m")], isTransient: isTransient, sound: sound, expires: expires)
  }

  @Test("urgency is a byte, low or normal")
  func urgency() {
    #expect(NotifyCall(notification(urgency: .low), for: Self.full).hints["urgency"] == .byte(0))
    #expect(NotifyCall(notification(urgency: .normal), for: Self.full).hints["urgency"] == .byte(1))
  }

  @Test("only what is private is transient")
  func transient() {
    #expect(NotifyCall(notification(isTransient: true), for: Self.full).hints["transient"] == .bool(true))
    #expect(NotifyCall(notification(), for: Self.full).hints["transient"] == nil)
  }

  @Test("a sound is asked for where the server makes any, and silence where none is wanted")
  func sound() {
    #expect(NotifyCall(notification(), for: Self.full).hints["suppress-sound"] == .bool(true))
    let named = NotifyCall(notification(sound: "message"), for: Self.full).hints
    #expect(named["sound-name"] == .string("message") && named["suppress-sound"] == nil)
    let file = NotifyCall(notification(sound: "/home/u/bell.oga"), for: Self.full).hints
    #expect(file["sound-file"] == .string("/home/u/bell.oga"))
    let silent = NotifyCall(notification(sound: "message"), for: Self.bare).hints
    #expect(silent["sound-name"] == nil && silent["suppress-sound"] == nil)
  }

  @Test("when it goes by itself is the server's choice unless given; 0 is never")
  func timeout() {
    #expect(NotifyCall(notification(), for: Self.full).timeout == -1)
    #expect(NotifyCall(notification(expires: 0), for: Self.full).timeout == 0)
    #expect(NotifyCall(notification(expires: 9000), for: Self.full).timeout == 9000)
    #expect(NotifyCall(notification(expires: .max), for: Self.full).timeout == .max)
    #expect(NotifyCall(notification(expires: -5), for: Self.full).timeout == 0)
  }

  @Test("a server without bodies shows all of it in the title; without actions it gets no labels")
  func bare() {
    let call = NotifyCall(notification(), for: Self.bare)
    #expect(call.title == "Title: Body and more")
    #expect(call.body == "")
    #expect(call.actions == [])
  }

  @Test("what looks like markup is words where the server reads markup, and stays as it is where it does not")
  func markup() {
    var sly = notification()
    sly.title = "<b>Title</b>"
    sly.body = "<a href=\"x\">tea</a> &amp; <img src=\"/etc/passwd\"/>"
    let read = NotifyCall(sly, for: Self.full)
    #expect(read.body == "&lt;a href=\"x\"&gt;tea&lt;/a&gt; &amp;amp; &lt;img src=\"/etc/passwd\"/&gt;")
    // A title is never markup (Desktop Notifications specification, "Basic Design").
    #expect(read.title == sly.title)
    #expect(NotifyCall(sly, for: NotificationServer(name: "plain", capabilities: ["body"])).body == sly.body)
  }

  @Test("the icon is the one given, and none where Haven is not installed")
  func icon() {
    #expect(NotifyCall(notification(), for: Self.full, icon: "file:///i.svg").icon == "file:///i.svg")
    #expect(NotifyCall(notification(), for: Self.full).icon == "")
  }

  @Test("labels are plain text")
  func labels() {
    #expect(NotifyCall(notification(), for: Self.full).actions == ["done", "Done"])
  }

  @Test("a hint that would show private words on a locked screen is never sent")
  func privacy() {
    #expect(NotifyCall(notification(), for: Self.full).hints["x-gnome-privacy-scope"] == nil)
  }
}
