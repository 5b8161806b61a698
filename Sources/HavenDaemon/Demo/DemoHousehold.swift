import HavenCore

/// A ten-minute day that begins now: two carers, two children, and a first warning within a minute.
///
/// Written in the config language, so that what a newcomer sees is what they would write; read by the same loader.
struct DemoHousehold {
  /// The household's wall clock at the start.
  let start: CivilDateTime

  /// haven.toml for this start.
  var text: String {
    """
    # A ten-minute day, made by `havend --demo`.

    [[carer]]
    id = "robin"
    name = "Robin"
    quiet = []

    [[child]]
    id = "otter"
    working-age = 8
    style = "playful"

    [[child]]
    id = "wren"
    working-age = 13
    style = "declarative"

    [[routine]]
    name = "ten minutes"

    \(step(0, "play", "play", keys: "who = [\"otter\"]"))
    \(step(3, "shoes-on", "shoes on", keys: """
      who = ["otter"]
      ladder = ["P2", "L1", "0"]
      bridge = "carry the keys"
      """))
    \(step(4, "bread", "bread and a drink", keys: "tags = [\"food\", \"water\"]"))
    \(step(6, "bus", "bus", keys: """
      who = ["wren"]
      ladder = ["2"]
      """))
    \(step(8, "story", "story", keys: """
      who = ["otter"]
      ladder = ["P2", "L1", "0"]
      tags = ["nurture"]
      """))
    """
  }

  private func step(_ minutes: Int, _ id: String, _ name: String, keys: String) -> String {
    """
    [[routine.step]]
    at = "\(wall(plus: minutes))"
    id = "\(id)"
    name = "\(name)"
    \(keys)
    """
  }

  /// A demo that would run past midnight keeps to the last minutes of its date.
  func wall(plus minutes: Int) -> TimeOfDay {
    let latest = 86_340
    let seconds = start.time.seconds / 60 * 60 + minutes * 60
    return TimeOfDay(seconds: min(seconds, latest - (8 - minutes) * 60))
  }
}
