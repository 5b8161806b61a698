import HavenCore

extension VarlinkDispatch {
  static func care(_ call: VarlinkCall, _ service: some HavenService) throws -> Answer {
    let carer = try call.read(Asking.self, only: "as").as
    switch call.name {
    case "Goals": return .reply(try VarlinkReply(service.goals(as: carer)))
    case "Respite": return .reply(try VarlinkReply(service.respite(as: carer)))
    default: return .reply(try VarlinkReply(service.promises(as: carer)))
    }
  }

  private struct Asking: Decodable { var `as`: CarerID? }
}
