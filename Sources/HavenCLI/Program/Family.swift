import HavenConfig
import HavenCore

/// What the family has written, for commands that must answer whatever has happened to it: with no daemon, with a
/// fault in the config, with no config at all.
struct Family {
  var household: Household
  var zone: Zone
  /// Why it is not all that the family wrote; nil where it is.
  var note: String?

  init(_ context: Context, _ global: PlainOptions) {
    guard let directory = try? configDirectory(context, global) else {
      self.init(nothing: "it is not known where the config is")
      return
    }
    let loader = ConfigurationLoader(directory: directory)
    do {
      let configuration = try loader.load()
      self.init(household: configuration.household, zone: configuration.zone)
    } catch .missing {
      self.init(nothing: nil)
    } catch {
      guard let configuration = loader.loadDespiteFaults() else {
        self.init(nothing: "the config cannot be read: havenctl check")
        return
      }
      self.init(household: configuration.household, zone: configuration.zone)
      note = "the config has a fault, so some of it may be missing here: havenctl check"
    }
  }

  private init(household: Household, zone: Zone) {
    self.household = household
    self.zone = zone
  }

  /// A family that has written nothing is no fault.
  private init(nothing note: String?) {
    self.init(household: Household(), zone: systemZone())
    self.note = note
  }

  /// Tells what is missing where it does not stand in the way of the answer.
  func tell(_ context: Context) {
    if let note { context.errors.line("havenctl: \(note)") }
  }

  func today(_ context: Context) -> CivilDate { zone.date(at: context.now()) }

  /// A family's own text as the terminal may have it; without aliases on a discreet screen.
  func text(_ text: String, _ style: Style) -> String {
    printable(style.isDiscreet ? WithoutAliases(household.children.map(\.id)).text(text) : text)
  }

  /// A child's alias, or its number on a discreet screen.
  func name(of child: ChildID, _ style: Style) -> String {
    guard style.isDiscreet else { return printable(child) }
    let index = household.children.firstIndex { $0.id == child }
    return index.map { "child \($0 + 1)" } ?? "a child"
  }
}
