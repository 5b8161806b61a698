import HavenAPI
import HavenCore
import HavenStore

extension Daemon {
  /// The last handover as plain text, so that it can be read without havend.
  private var handoverFile: PrivateFile { PrivateFile(places.state + "/haven.handover") }

  /// Keeps what the children's next carer will read, each time they change hands.
  func keepHandover(after act: Act) {
    switch act.command {
    case .handover, .tagAnswer(.yes), .duty: writeHandover()
    default: break
    }
  }

  /// What was taken back is not to be read either.
  func renewHandover() {
    if handoverFile.exists { writeHandover() }
  }

  func removeHandover() { handoverFile.remove() }

  private func writeHandover() {
    guard let keeper else { return }
    let lines = keeper.look { engine, now in
      let reader = engine.firstOnDuty(at: now) ?? engine.household.carers[0].id  // a household has a carer
      return HandoverView(&engine, carer: reader, now: now).text
    }
    do throws(StoreError) {
      try handoverFile.write(lines.joined(separator: "\n") + "\n")
    } catch {
      logger.error("the handover could not be kept, ignoring: \(error.message)")
    }
  }
}
