/// What havend answers with when it ends; havenctl's are the same.
public enum ExitCode {
  public static let usage: Int32 = 64
  /// Somebody else has what this run needs.
  public static let unavailable: Int32 = 69
  public static let fault: Int32 = 70
  public static let notPermitted: Int32 = 77
  public static let config: Int32 = 78
}
