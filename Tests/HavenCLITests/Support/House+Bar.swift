import HavenAPI
import HavenCore

extension House {
  static let bar: BarView = {
    var view = BarView(at: at("17:12"), carer: "ros", level: .public, changesAt: at("17:25"))
    view.next = BarView.Next(at: at("17:25"), name: "tablet ends, help lay the table", children: ["otter"])
    return view
  }()
}
