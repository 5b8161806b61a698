import HavenCore

/// `havenctl now --json`: how things stand for one carer, at one glance.
public struct NowView: Sendable, Equatable, Codable {
  public var version = 1
  public var kind = "now"
  public var at: Stamp
  public var zone: String
  /// The kind of day.
  public var day: String
  /// Who asks.
  public var carer: CarerID
  /// Every child who has a step or is away overnight, in the order written.
  public var children: [Child]
  /// The next step of anybody, today or tomorrow.
  public var nextStep: NextStep?
  /// The next rung that this carer will be shown.
  public var nextCue: NextCue?
  /// The rung last shown to this carer that can still come back; left out where there is none.
  public var latestCue: LatestCue?
  /// First choice for what comes now; nil where nobody is on duty.
  @ExplicitNull public var duty: Carer?
  /// Why this carer is shown nothing just now: `quiet`, `hush`, `unsafe`, `tagged-out`, `off-duty`.
  public var silence: Silence?
  /// `ordinary` where the children differ.
  public var mode: Mode
  /// Those who are not in an ordinary mode.
  public var modes: [ChildMode] = []
  /// Those whose food or water clock is past 105 minutes.
  public var fuel: [Fuel] = []
  /// Open promises due today.
  public var promisesDue = 0
  /// This carer's goal whose window is open.
  public var window: Window?
  /// What only this carer is told ahead of today; left out where there is nothing.
  public var headsUp: [HeadsUpView]?
  /// Cues that wait until they can be said.
  public var held: [Held] = []
  /// Why nothing at all can be shown just now; nil while all is well.
  public var screen: ScreenHold?
  /// Changes of the last half hour that nothing was said about.
  public var passed: [Passed] = []
  /// A soft day, or a way back from one, for this carer to say yes or no to.
  public var offer: OfferView?
  /// Steps that were moved and now run into the next, with what would put it right.
  public var late: [LateView] = []
  /// One small thing, where there is a moment for it.
  public var small: SmallThing?
  /// Worksheets to look at again today; nil for none.
  public var worksheetsDue: Int?
  /// This carer's questions, where an appointment of theirs is within a day.
  public var questionsKept: Int?
  /// Dates until a day that can be heavy for somebody: 0 on that day, and on those of its heads-up. Never whose, or why.
  public var gently: Int?
  /// What a person should do first, such as writing a config; nil where all is well.
  public var hint: String?

  public init(
    at: Stamp, zone: String, day: String, carer: CarerID, children: [Child] = [], nextStep: NextStep? = nil,
    nextCue: NextCue? = nil, duty: Carer? = nil, mode: Mode = .ordinary
  ) {
    self.at = at
    self.zone = zone
    self.day = day
    self.carer = carer
    self.children = children
    self.nextStep = nextStep
    self.nextCue = nextCue
    self.duty = duty
    self.mode = mode
  }

  public init(from decoder: any Decoder) throws {
    let field = try PlainFields(decoder)
    version = try field(CodingKeys.version)
    kind = try field(CodingKeys.kind)
    at = try field(CodingKeys.at)
    zone = try field(CodingKeys.zone)
    day = try field(CodingKeys.day)
    carer = try field(CodingKeys.carer)
    children = try field.list(CodingKeys.children)
    nextStep = try field.ifThere(CodingKeys.nextStep)
    nextCue = try field.ifThere(CodingKeys.nextCue)
    latestCue = try field.ifThere(CodingKeys.latestCue)
    duty = try field.ifThere(CodingKeys.duty)
    silence = try field.ifThere(CodingKeys.silence)
    mode = try field(CodingKeys.mode)
    modes = try field.list(CodingKeys.modes)
    fuel = try field.list(CodingKeys.fuel)
    promisesDue = try field(CodingKeys.promisesDue)
    window = try field.ifThere(CodingKeys.window)
    headsUp = try field.listIfThere(CodingKeys.headsUp)
    held = try field.list(CodingKeys.held)
    screen = try field.ifThere(CodingKeys.screen)
    passed = try field.list(CodingKeys.passed)
    offer = try field.ifThere(CodingKeys.offer)
    late = try field.list(CodingKeys.late)
    small = try field.ifThere(CodingKeys.small)
    worksheetsDue = try field.ifThere(CodingKeys.worksheetsDue)
    questionsKept = try field.ifThere(CodingKeys.questionsKept)
    gently = try field.ifThere(CodingKeys.gently)
    hint = try field.ifThere(CodingKeys.hint)
  }
}
