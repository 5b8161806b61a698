import HavenCore

/// Why nothing at all can be shown just now: `do-not-disturb`, `no-server`, `locked`.
public struct ScreenHold: Sendable, Equatable, Codable {
  public var reason: String
  public var since: Stamp?

  public init(reason: String, since: Stamp? = nil) {
    self.reason = reason
    self.since = since
  }
}

/// A stretch in which a cue waited.
public struct Wait: Sendable, Equatable, Codable {
  public var reason: String
  public var since: Stamp
  /// Nil while it waits.
  @ExplicitNull public var until: Stamp?

  public init(reason: String, since: Stamp, until: Stamp? = nil) {
    self.reason = reason
    self.since = since
    self.until = until
  }

  public init(_ span: HeldSpan, in zone: Zone) {
    self.init(
      reason: span.reason.rawValue, since: Stamp(span.since, in: zone), until: span.until.map { Stamp($0, in: zone) })
  }
}

/// A cue that waited earlier today, and what became of it.
public struct Waited: Sendable, Equatable, Codable {
  public var id: CueID
  public var name: String
  public var reason: String
  public var since: Stamp
  public var until: Stamp
  /// A state of the ledger: `claimed` where it was said.
  public var then: String

  public init(id: CueID, name: String, reason: String, since: Stamp, until: Stamp, then: String) {
    self.id = id
    self.name = name
    self.reason = reason
    self.since = since
    self.until = until
    self.then = then
  }
}

/// What one source of the desktop says at present.
public struct DesktopFact: Sendable, Equatable, Codable {
  /// `logind`, a screen saver, or the notification server.
  public var source: String
  public var fact: Fact
  public var isTrue: Bool

  /// What a desktop can tell that Haven would act on.
  public enum Fact: String, Sendable, Codable, CaseIterable {
    case locked, idle
    case doNotDisturb = "do-not-disturb"
    case fullScreen = "full-screen"
  }

  public init(source: String, fact: Fact, isTrue: Bool) {
    self.source = source
    self.fact = fact
    self.isTrue = isTrue
  }
}
