/// The short, commented config that `havenctl init` writes.
public enum StarterConfiguration {
  /// Equal to `etc/haven.toml`, byte for byte; a test holds the two together.
  public static let text = text(for: StarterAnswers())

  /// With a family's own answers in it.
  public static func text(for answers: StarterAnswers) -> String {
    [beginning, answers.carerTable, middle, answers.childTables, days, answers.eveningTables, end].joined()
  }

  private static let beginning = #"""
    # Haven: who is here, what a day is made of, and where a warning helps.
    #
    # This is a small day that works. Change the times and names to yours, then:
    #   havenctl check       looks the file over
    #   havenctl tomorrow    shows the day it makes
    # Every table and key is told in haven.toml(5).

    # The grown-ups. Nothing is ever shown in their quiet hours.

    """#

  private static let middle = #"""

    # The children, each under an alias such as an animal: Haven never needs a real name.
    # The working age is the age your child is running at these days.

    """#

  private static let days = #"""

    # Days are tried from the top; the first that fits gives the day its name.
    [[day]]
    id     = "school-day"
    on     = "Mon-Fri"
    school = true

    [[day]]
    id = "weekend"
    on = "Sat, Sun"

    # A step is a time and a name. A size after the comma (easy, normal, hard, very-hard)
    # asks for warnings before it; most steps need none.
    [[routine]]
    name  = "school morning"
    days  = ["school-day"]
    steps = ["07:00 wake together", "07:20 breakfast", "08:15 shoes and bags, normal", "15:45 home and a snack"]

    # Away from home the screen is quiet; 'havenctl leave-card' has what to take along.
    [[routine.step]]
    at   = "08:30"
    name = "school"
    away = true

    [[routine]]
    name  = "weekend morning"
    days  = ["weekend"]
    steps = ["08:00 wake together", "08:30 breakfast"]


    """#

  private static let end = #"""

    # What you hold, and how you say it: the feeling first, then the limit.
    [[boundary]]
    name    = "hands"
    feeling = "You're furious."
    limit   = "I won't let you hit. I'll stay."

    # Something for you. It is offered, never pressed.
    [[goal]]
    name     = "a walk"
    domain   = "body"
    minutes  = 20
    smallest = "to the gate and back"
    target   = "2-3 per week"
    window   = ["Mon-Fri 09:00-10:00"]

    """#
}
