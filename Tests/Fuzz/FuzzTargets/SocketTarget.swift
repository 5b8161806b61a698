import HavenAPI
import HavenCore

extension FuzzTarget {
  /// The first byte says in how large pieces the rest arrives.
  func takeSocket(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let size = Int(first) + 1
    var rest = bytes.dropFirst()
    var connection = VarlinkConnection()
    var house = LivedHouse(LivedHouse.family)
    var now: UInt64 = 0
    while !rest.isEmpty, connection.wantsToRead {
      now += 1000
      connection.received(rest.prefix(size), at: now)
      rest = rest.dropFirst(size)
      answerAll(&connection, &house, at: now)
    }
    connection.receivedEnd()
    answerAll(&connection, &house, at: now)
    precondition(connection.isFinished, "a client that is done keeps its connection")
    // What nobody asked for is the other targets' business, and slow.
    if house.engine.lastAct != nil { house.live(12) }
  }

  private func answerAll(_ connection: inout VarlinkConnection, _ house: inout LivedHouse, at now: UInt64) {
    repeat { answerSome(&connection, &house, at: now) } while connection.hasCall
  }

  /// As many as the client's own reading allows; then it reads.
  private func answerSome(_ connection: inout VarlinkConnection, _ house: inout LivedHouse, at now: UInt64) {
    while let call = connection.nextCall(at: now) { connection.reply(answer(call, &house)) }
    let output = connection.output
    precondition(output.allSatisfy { $0 >= 0x20 || $0 == 0 || $0 == 0x0A }, "a raw control character in JSON")
    for message in output.split(whereSeparator: { $0 == 0 || $0 == 0x0A }) {
      precondition((try? VarlinkReply(message: message)) != nil, "an answer that is no reply")
    }
    connection.wrote(output.count)
  }

  private func answer(_ call: VarlinkCall, _ house: inout LivedHouse) -> VarlinkReply {
    do {
      let again = try? VarlinkCall(message: call.message)
      precondition(again == call, "a call that is not itself when written again")
      guard let (command, carer) = try call.command() else { return VarlinkError.methodNotFound(call.method).reply }
      let (reply, effects) = try house.engine.perform(command, by: carer, now: house.now)
      house.perform(effects)
      _ = command.words(in: house.engine.zone)
      return try VarlinkReply(["lines": reply.lines])
    } catch let error as VarlinkError {
      return error.reply
    } catch let refusal as Refusal {
      return ServiceError.refused(refusal).reply
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
