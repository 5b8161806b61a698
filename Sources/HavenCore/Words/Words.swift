/// What a notification says, whole: nothing is added to it on the way to the screen but markup escapes.
public struct Words: Sendable, Equatable {
  /// 1 to 60 characters (Unicode scalars, so that no reader counts more), one line, sentence case.
  public var title: String
  /// Lines joined with a newline; empty where the title says it all.
  public var body: String
  /// A label for every answer; which of them a notification offers is the engine's choice.
  public var actionLabels: [Answer: String]

  public init(title: String, body: String = "", actionLabels: [Answer: String] = [:]) {
    self.title = title
    self.body = body
    self.actionLabels = actionLabels
  }

  public static let longestTitle = 60
}
