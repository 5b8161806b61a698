import HavenAPI
import HavenCore
import Testing

@testable import HavenCLI

@Suite("A bent day, as a person reads it")
struct BentRenderTests {
  private func render(isDiscreet: Bool = false) -> TextRender {
    var style = Style()
    style.isDiscreet = isDiscreet
    style.width = .max
    return TextRender(style: style)
  }

  private let late = LateView(
    child: "otter", step: "hop", next: "leave", name: "leave for school", at: House.at("08:25"), seconds: 720,
    commands: ["havenctl skip hair", "havenctl delay leave 12m"])

  @Test("under the steps stand what changed and by whom, what does not fit, and what could give")
  func day() {
    var view = House.day
    view.steps = []
    view.changes = [
      .init(
        what: .moved, step: "bath", name: "bath", children: ["wren"], was: House.at("18:40"), at: House.at("18:50"),
        by: "ros"),
      .init(what: .skipped, step: "hair", name: "hair", children: ["wren"], was: House.at("07:55"), by: "imani"),
      .init(what: .soft, step: "piano", name: "piano", children: ["otter"], was: House.at("16:00")),
      .init(
        what: .fewer, step: "craft", name: "craft", children: ["otter"], was: House.at("16:30"), at: House.at("16:30")),
    ]
    view.conflicts = [
      .init(
        what: .carer, at: House.at("17:03"), steps: ["bath", "story"], children: ["otter", "wren"], carer: "ros"),
      .init(what: .overlap, at: House.at("16:30"), steps: ["homework", "tea"], children: ["otter"], seconds: 600),
    ]
    view.late = [late]
    #expect(
      render().bent(view) == [
        "changed bath: 18:40 → 18:50 (ros)", "changed hair, 07:55: left out (imani)",
        "changed piano, 16:00: left out, soft day", "changed craft, 16:30: not for otter, soft day",
        "both    bath and story, for otter and wren, both need ros about 17:03",
        "both    otter is in homework and tea at once from 16:30, for 10 min",
        "tight   12 min over for leave for school: havenctl skip hair, or havenctl delay leave 12m",
      ])
  }

  @Test("a night away is one line, whatever it takes with it")
  func overnight() {
    var view = House.day
    func away(_ step: String, _ time: String) -> DayView.Change {
      .init(what: .overnight, step: step, name: step, children: ["wren"], was: House.at(time))
    }
    view.changes = [away("tea", "17:45"), away("bath", "18:40"), away("story", "19:20")]
    #expect(render().bent(view) == ["changed away overnight: tea at 17:45 and 2 more steps are left out"])
    view.changes = [away("story", "19:20")]
    #expect(render().bent(view) == ["changed story, 19:20: away overnight"])
  }

  @Test("tomorrow a night away is one line too")
  func tomorrowAway() {
    var view = House.tomorrow
    view.differences = ["tea": "17:45", "bath": "18:40"].sorted { $0.value < $1.value }.map { step, time in
      var missing = TomorrowView.Difference(
        what: .missing, step: step, name: step, at: House.at(time), children: ["wren"])
      missing.reason = "overnight"
      return missing
    }
    let lines = render().tomorrow(view)
    #expect(lines.contains("away overnight: tea at 17:45 and 1 more step is left out"))
    #expect(!lines.contains { $0.contains("not tomorrow") })
  }

  @Test("a narrow day keeps what its steps are called, and gives up tags for it")
  func narrowDay() {
    var view = House.day
    var landing = House.step("15:40", "landing", "landing: toast, den, no questions", ["otter", "wren"])
    landing.tags = ["landing", "food", "nurture"]
    view.steps = [landing, House.step("17:45", "tea", "tea", ["otter"])]
    var text = render()
    text.style.width = 120
    #expect(text.day(view)[1] == "15:40  landing: toast, den, no questions  otter, wren  landing food nurture  ros")
    text.style.width = 66
    #expect(text.day(view)[1] == "15:40  landing: toast, den, no questions  all    landing  ros")
  }

  @Test("now has one line for what is to decide, and stays within eight")
  func now() {
    var view = House.now
    view.offer = OfferView(
      what: .softDay, children: ["otter"], yes: "havenctl mode low-demand otter", no: "havenctl mode ordinary otter")
    #expect(
      render().now(view).contains(
        "offer   a soft day for otter? havenctl mode low-demand otter, or not: havenctl mode ordinary otter"))
    view.late = [late]
    let lines = render().now(view)
    #expect(lines.contains { $0.hasPrefix("tight   12 min over for leave for school") })
    #expect(!lines.contains { $0.hasPrefix("offer") })
    #expect(lines.count <= 8)
  }

  private let soft = ModeView(
    at: House.at("17:12"), mode: .ordinary,
    modes: [
      .init(
        child: "otter", mode: .regression, since: House.at("07:10"), until: nil, age: 3, food: 90, water: 90,
        nurture: 8,
        boundaries: ["hands"])
    ],
    left: [.init(what: .soft, step: "piano", name: "piano", children: ["otter"], was: House.at("16:00"))],
    offer: OfferView(
      what: .stillRight, children: ["otter"], since: House.at("07:10"), yes: "havenctl mode regression otter --age 3",
      no: "havenctl mode ordinary otter"))

  @Test("mode tells whose day is soft, since when, and all that is different for it")
  func mode() {
    #expect(
      render().mode(soft) == [
        "soft day for otter, since Tue 10 March 07:10", "  steps     core, liked and nurture, nothing new",
        "  warnings  shorter, with you beside them, as at 3", "  food      offered every 90 min",
        "  nurture   8 small doses to aim for", "  held      hands: safety only", "  left out  piano",
        "  for you   rest, the smallest version; nothing else is offered",
        "  offer     a soft day for otter since Tue: still right? havenctl mode regression otter --age 3, or not: "
          + "havenctl mode ordinary otter",
      ])
    #expect(render().mode(ModeView(at: House.at("17:12"), mode: .ordinary)) == ["an ordinary day"])
  }

  @Test("a discreet screen names no child, step or boundary")
  func discreet() {
    let text = (render(isDiscreet: true).mode(soft) + [render(isDiscreet: true).late(late)]).joined(separator: "\n")
    for word in ["otter", "piano", "hands", "school"] { #expect(!text.contains(word), "\(word)") }
  }
}
