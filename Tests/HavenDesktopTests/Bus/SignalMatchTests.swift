import Testing

@testable import HavenDesktop

struct SignalMatchTests {
  @Test("a match names what is asked for, quoted")
  func rule() {
    #expect(SignalMatch().rule == "type='signal'")
    #expect(
      SignalMatch(sender: ":1.5", path: "/a", interface: "a.B", member: "C", firstArgument: "it's").rule
        == "type='signal',sender=':1.5',path='/a',interface='a.B',member='C',arg0='it'\\''s'")
  }
}
