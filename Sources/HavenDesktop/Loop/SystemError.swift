import Glibc

/// What a call into the system or libsystemd answered: the error number and the call that gave it.
///
/// Reads as `sd_event_add_io: Bad file descriptor`; nothing is decided by this text, only by `code`.
public struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The positive errno.
  public let code: Int32
  /// The call that failed, as its manual page spells it.
  public let operation: String

  public init(code: Int32, operation: String) {
    self.code = code
    self.operation = operation
  }

  /// The failure of `operation`, taken from the calling thread's errno.
  public static func last(_ operation: String) -> SystemError {
    SystemError(code: errno, operation: operation)
  }

  public var description: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { text in
      guard let start = text.baseAddress, strerror_r(code, start, text.count) == 0 else {
        return "\(operation): error \(code)"
      }
      return "\(operation): \(String(cString: start))"
    }
  }
}

/// Passes on a libsystemd result; throws what a negative one says.
@discardableResult
func sd(_ result: Int32, _ operation: @autoclosure () -> String) throws(SystemError) -> Int32 {
  guard result >= 0 else { throw SystemError(code: -result, operation: operation()) }
  return result
}
