extension Card {
  /// The longest that a card may be, in characters: it is read in one breath.
  public static let longest = 140

  /// In the order in which they help: everyone safe, calm bodies, connection, and only then what there is to solve.
  static let builtIn: [Card] = [
    Card(topic: "safe", text: "Everyone safe first. Space, door, siblings, pets. Talking comes later."),
    Card(topic: "body", text: "Before words: food, drink, movement, warmth. When did they last eat?"),
    Card(
      topic: "not-about-you",
      text: "This is what happened to them arriving in the room. It is not a verdict on you."),
    Card(topic: "fear", text: "Looks like anger, often started as fear or shame. Answer the fear."),
    Card(topic: "slow", text: "Lower, slower, nearer, fewer words. Your calm is the tool."),
    Card(topic: "two-hands", text: "One hand holds the limit, the other holds the child. Use both."),
    Card(topic: "pace", text: "Be light, let the feeling be, wonder aloud, keep them company in it."),
    Card(topic: "connect", text: "Connect, then redirect. Not the other way round."),
    Card(topic: "out-or-in", text: "Is this child heading out to explore, or coming back to be filled up?"),
    Card(topic: "choices", text: "Offer two choices you can live with, then wait."),
    Card(topic: "redo", text: "Run it again, slower, together. A do-over teaches more than a telling-off."),
    Card(topic: "repair", text: "You will get it wrong. Going back to mend it is the lesson."),
    Card(
      topic: "drip",
      text: "Nurture in drops: a hand on a shoulder, a saved biscuit, a note. Refused still counts."),
    Card(topic: "notice", text: "Say what you saw, small and true. No fanfare."),
    Card(topic: "limit", text: "Say the feeling, say the limit, stay."),
    Card(topic: "first-then", text: "First this, then that. The then always happens."),
    Card(topic: "clock", text: "If the time changes, say so before it does."),
    Card(topic: "promise", text: "Promise only what is yours to give. Then give it."),
    Card(
      topic: "step-out",
      text: "You can leave the fight without leaving the child. Come back when it is cool."),
    Card(
      topic: "plan-b",
      text: "In a calm hour: what's hard about it for you? Here's my worry. What could we both do?"),
    Card(topic: "soft-day", text: "Today can be smaller. Food, outside, story, bed."),
    Card(
      topic: "numb",
      text: "Going through the motions? That can be overload, not lack of love. Tell one person."),
    Card(topic: "swap", text: "Ask to swap before you snap. No reasons needed."),
    Card(topic: "enough", text: "Good enough, often, mended: that is the standard."),
    Card(topic: "long", text: "Measure in seasons, not evenings."),
    Card(topic: "circle", text: "Who could hear the true version of today? Send one line."),
    Card(
      topic: "help",
      text: "More than this family can carry alone? Then it's time to ask. Write the question now."),
    Card(
      topic: "advice",
      text: "Advice made for other children may not fit this one. That says nothing about either of you."),
    Card(
      topic: "when-to-ask",
      text: "Many families ask when nobody sleeps, somebody gets hurt, or coming home is dreaded. Any one is enough."),
  ]
}
