extension VarlinkDispatch {
  static func record(_ call: VarlinkCall, _ service: some HavenService) throws -> Answer {
    switch call.name {
    case "Export":
      var request = try call.read(ExportRequest.self, only: "child", "meeting", "since", "until", "after", "as")
      let piece = try service.export(request)
      guard call.more, !call.oneway, let next = piece.next else { return .reply(try VarlinkReply(piece)) }
      request.after = next
      return .piece(
        try VarlinkReply(piece, continues: true),
        rest: VarlinkCall(call.method, parameters: try JSON.encode(request), more: true))
    case "Purge":
      let asked = try call.read(Purging.self, only: "child", "confirmed")
      guard let child = asked.child else { throw VarlinkError.invalidParameter("child") }
      return .reply(try VarlinkReply(service.purge(child, isConfirmed: asked.confirmed ?? false)))
    default:
      guard let path = try call.read(Copying.self, only: "path").path else {
        throw VarlinkError.invalidParameter("path")
      }
      return .reply(try VarlinkReply(service.backup(to: path)))
    }
  }

  private struct Purging: Decodable {
    var child: String?
    var confirmed: Bool?
  }

  private struct Copying: Decodable { var path: String? }
}
