import FoundationEssentials
import HavenDesktop
import Testing

/// A notification server that fails as it is told (Tests/Desktop/notification_server.py).
@LoopActor
final class MockServer {
  /// A call of `Notify`, as it arrived.
  struct Notified: Decodable, Equatable {
    var app: String
    var replaces: UInt32
    var icon: String
    var title: String
    var body: String
    var actions: [String]
    var hints: [String: Hint]
    var timeout: Int32
  }

  enum Hint: Decodable, Equatable {
    case byte(Int), bool(Bool), string(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let value = try? container.decode(Bool.self) {
        self = .bool(value)
      } else if let value = try? container.decode([String: Int].self), let byte = value["byte"] {
        self = .byte(byte)
      } else {
        self = .string(try container.decode(String.self))
      }
    }
  }

  private struct Line: Decodable {
    var call: String?
    var did: String?
    var id: UInt32?
  }

  let program: Program
  let notified = Inbox<Notified>()
  let closed = Inbox<UInt32>()
  private let done = Inbox<String>()

  static let path = Repository.root + "/Tests/Desktop/notification_server.py"

  convenience init(on bus: PrivateBus, _ arguments: String...) async throws {
    try await self.init(on: bus, arguments: arguments)
  }

  init(on bus: PrivateBus, arguments: [String]) async throws {
    program = try Program(["/usr/bin/python3", Self.path] + arguments, environment: bus.environment)
    program.onLine = { [notified, closed, done] line in
      let data = Array(line.utf8)
      guard let said = try? JSONDecoder().decode(Line.self, from: Data(data)) else { return }
      if let did = said.did { done.add(did) }
      if said.call == "CloseNotification", let id = said.id { closed.add(id) }
      if said.call == "Notify", let call = try? JSONDecoder().decode(Notified.self, from: Data(data)) {
        notified.add(call)
      }
    }
    _ = try await program.lines.next { $0.contains("ready") }
  }

  /// Gives it a command, and waits until it is carried out.
  func tell(_ command: String) async throws {
    program.send(command)
    _ = try await done.next { command.hasPrefix($0) }
  }

  func end() async throws { _ = try await program.end() }
}

/// The files of this checkout.
enum Repository {
  /// This file is four names below it.
  static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
}
