import HavenCore

@testable import HavenAPI

extension Samples {
  static let bar: BarView = {
    var view = BarView(at: at("17:12"), carer: "ros", level: .public, changesAt: at("17:25"))
    view.next = BarView.Next(at: at("17:25"), name: "tablet ends", children: ["otter"])
    view.silence = "quiet"
    view.held = 1
    view.screen = "locked"
    return view
  }()
}

extension Samples {
  static let hook: HookState = {
    var hook = HookState(name: "lamp")
    (hook.ran, hook.failed, hook.running) = (12, 1, 1)
    (hook.ranAt, hook.failedAt) = (at("17:05"), at("17:05"))
    (hook.failure, hook.said) = ("'lamp' ended with status 1", "no lamp")
    return hook
  }()
}
