import HavenAPI

/// A connection to the daemon: whole messages out, whole messages in.
protocol Connection: AnyObject {
  /// Sends one message; its terminator is added.
  func send(_ message: [UInt8]) throws(CommandFailure)
  /// The next message, within so many seconds.
  func receive(within seconds: Int) throws(CommandFailure) -> [UInt8]
}
