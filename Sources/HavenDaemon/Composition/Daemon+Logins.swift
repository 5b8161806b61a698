import HavenAPI
import HavenConfig
import HavenCore
import HavenStore

// Two logins, a Haven each: what this one tells the others, and hears of them.

extension Daemon {
  /// Opens the shared folder for the household that runs now, if there is one and it is not open already.
  func share(_ household: Household) {
    guard let keeper else { return }
    let others = SharedFolder.others(than: login, in: household)
    keeper.absentLogins = { [unowned self] in shared?.absent ?? Set(others) }
    guard shared == nil || shared?.others != others else { return }
    shared = SharedFolder(places.config + "/shared", login: login, household: household) { [unowned self] file in
      hear(file)
    }
    keeper.onRecord = { [unowned self] changes in
      if changes.contains(where: \.removesWords), let keeper = self.keeper {
        shared?.rewrite(keeper.engine.actsToShare)
      } else {
        shared?.tell(changes)
      }
    }
    shared?.begin(with: keeper.engine.actsToShare)
  }

  /// After a child was erased: the last handover goes, and the others' copy of our acts is made anew.
  func forgetWhatWasTold() {
    removeHandover()
    if let keeper { shared?.rewrite(keeper.engine.actsToShare) }
  }

  /// Another login's file has grown, or is a new one.
  private func hear(_ file: ForeignActFile) {
    guard let keeper else { return }
    let news = file.read()
    var acts: [Act] = []
    for line in news.lines {
      switch line {
      case .act(var act):
        act.origin = file.login
        if news.isWhole { acts.append(act) } else { keeper.receive(act) }
      case .undo(let id, _):
        if news.isWhole { acts.removeAll { $0.id == id } } else { keeper.receiveUndo(of: id, from: file.login) }
      }
    }
    if news.isWhole { keeper.adopt(acts, from: file.login) }
  }

  /// What `status` says of it; nil where nothing is shared.
  var sharing: StatusView.Sharing? {
    guard let shared else { return nil }
    let absent = shared.absent
    return StatusView.Sharing(
      directory: shared.path, here: shared.others.filter { !absent.contains($0) },
      absent: shared.others.filter(absent.contains), problems: shared.troubles)
  }

  /// The carers who share this login, where they are more than one: what is private is so by courtesy among them.
  var carersOfLogin: [CarerID] {
    guard let carers = keeper?.engine.household.carers else { return [] }
    let isNamed = carers.contains { $0.login == login }
    let here = carers.filter { $0.login == nil || $0.login == login || !isNamed }.map(\.id)
    return here.count > 1 ? here : []
  }
}
