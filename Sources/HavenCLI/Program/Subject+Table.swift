extension Subject {
  /// In the order in which they are shown where several are about one word.
  static let all: [Subject] = hardHours + days + connection + grownUps + record + running

  private static let hardHours: [Subject] = [
    Subject(
      words: [
        "meltdown", "tantrum", "rage", "outburst", "explosion", "dysregulated", "dysregulation", "losing it", "crisis",
        "kicking off", "hitting", "throwing", "aggression", "violence", "too much", "hard moment",
        "biting", "spitting", "screaming", "yelling", "swearing", "running away", "running off",
      ],
      places: [
        .command("safe"), .command("breathe"), .command("unsafe on", "Nothing is said to anybody until it is off."),
        .command("hard", "When it is over: ten seconds, and what may help now."),
        .command("mode low-demand", "A smaller day: fewer steps, softer warnings."),
      ]),
    Subject(
      words: [
        "lying", "lies", "stealing", "defiance", "refusing", "shame", "behaviour", "underneath", "why does he do this",
        "why does she do this",
      ],
      places: [
        .command("hard --tag shame", "What may lie underneath, in a word; tags of your own too."),
        .command("solve"), .key(table: "child", "helps"),
      ]),
    Subject(
      words: [
        "crying", "tears", "sad", "grief", "loss", "homesick", "missing someone", "jealous", "jealousy", "lonely child",
      ],
      places: [
        .command("nurture"), .command("hard --tag missing-someone", "What may lie underneath, in a word."),
        .key(table: "marked-date", "heads-up"),
      ]),
    Subject(
      words: ["bath", "washing", "hair wash", "teeth", "brushing teeth", "getting dressed", "shoes", "bath time"],
      places: [
        .key(table: "routine.step", "cause"), .key(table: "routine.step", "bridge"),
        .key(table: "routine.step", "say"), .command("first-then"),
      ]),
    Subject(
      words: ["diagnosis", "autism", "adhd", "medication", "adoption", "foster", "fostering", "kinship", "history"],
      places: [
        .page("privacy.md", "What is kept, and why none of these is asked for."),
        .command("ask add", "A question for a doctor or therapist."), .command("export --meeting", "For a review."),
      ]),
    Subject(
      words: ["emergency", "suicide", "helpline", "hotline", "police", "ambulance", "despair", "self harm"],
      places: [.command("help-now"), .page("help-lines.md", "When each number was last checked, and how.")]),
    Subject(
      words: ["calm", "regulate", "regulation", "co-regulation", "coregulation", "breathing", "mindfulness", "settle"],
      places: [
        .command("breathe"), .key(table: "child", "helps"),
        .command("card --week", "With something to try together while all is calm."),
      ]),
    Subject(
      words: ["safe space", "den", "cosy corner", "calm corner", "retreat", "time out", "timeout", "naughty step"],
      places: [
        .command("retreat", "A quiet place that a child may choose; nothing is asked there, and nobody is sent."),
        .key(table: "routine.step", "tags"),
      ]),
    Subject(
      words: ["redo", "do-over", "consequence", "consequences", "punishment", "discipline", "follow-up"],
      places: [
        .command("promise add", "A follow-up of yours for today, which you are reminded of."),
        .command("hard --helped redo", "It went better the second time: it helped."),
      ]),
    Subject(
      words: ["apology", "sorry", "mend", "rupture", "shouted", "guilt", "i lost it"],
      places: [.command("repair"), .command("promise repaired")]),
    Subject(
      words: [
        "bedtime", "sleep", "night", "waking", "nightmares", "awake", "insomnia", "3 am", "tired", "night terrors",
        "bedwetting",
      ],
      places: [
        .command("night"), .command("first-then"), .command("mode", "A soft day after a broken night."),
        .key(table: "routine.step", "tags"), .key(table: "plan", "do"),
      ]),
    Subject(
      words: ["transition", "transitions", "warning", "warnings", "countdown", "timer", "ending", "moving on"],
      places: [
        .key(table: "routine.step", "transition"), .command("why"), .command("first-then"),
        .command("try"), .key(table: "child", "ladder"),
      ]),
    Subject(
      words: ["screen time", "screens", "tablet", "gaming", "console", "television", "phone"],
      places: [
        .key(table: "routine.step", "natural-stop"), .key(table: "routine.step", "bridge"), .command("delay"),
        .command("first-then"),
      ]),
  ]

  private static let days: [Subject] = [
    Subject(
      words: ["regression", "regressing", "baby", "younger", "clingy"],
      places: [
        .command("mode regression", "For one child: a lower age, fewer demands, more nurture."),
        .key(table: "child", "working-age"),
      ]),
    Subject(
      words: ["sick", "ill", "poorly", "fever"],
      places: [.command("mode sick", "For one child: hardly a warning, and a drink every hour.")]),
    Subject(
      words: ["low demand", "soft day", "bad day", "easy day", "overwhelmed", "overload", "demand avoidance", "pda"],
      places: [
        .command("mode low-demand", "A smaller day: fewer steps, softer warnings."), .key(table: "child", "style"),
        .key(table: "child", "ladder"),
      ]),
    Subject(
      words: ["late", "running late", "rush", "morning", "mornings", "hurry"],
      places: [.command("late"), .command("delay"), .command("skip")]),
    Subject(
      words: ["school", "homework", "after school", "coming home", "landing", "nursery"],
      places: [
        .key(table: "routine.step", "tags"), .key(table: "day", "school"), .command("leave-card"),
        .command("care-card"),
      ]),
    Subject(
      words: ["holiday", "weekend", "christmas", "half term", "inset"],
      places: [.key(table: "day", "kind"), .key(table: "calendar", "ics"), .command("tomorrow")]),
    Subject(
      words: ["anniversary", "trigger", "triggers", "birthday", "heavy day"],
      places: [.key(table: "marked-date", "heads-up"), .key(table: "child", "avoid")]),
    Subject(
      words: ["contact", "family time", "visit", "visits", "court", "big day", "appointment", "doctor"],
      places: [
        .key(table: "calendar", "event-label"), .command("tomorrow", "Also whom to tell of a big day, and when."),
        .key(table: "goal", "appointment"),
      ]),
    Subject(
      words: ["food", "hunger", "hungry", "hoarding", "snack", "drink", "water", "thirsty", "eating", "meals"],
      places: [.command("fed"), .command("drank"), .key(table: "child", "fuel")]),
    Subject(
      words: ["movement", "sensory", "trampoline", "wiggle", "outside"],
      places: [.command("moved"), .key(table: "child", "helps"), .key(table: "routine.step", "tags")]),
    Subject(
      words: ["siblings", "brothers", "sisters", "sibling"],
      places: [.command("safe"), .key(table: "plan", "for"), .command("respite"), .command("first-then")]),
    Subject(
      words: ["goodbye", "separation", "absence", "going out", "secure base", "drop-off"],
      places: [
        .command("promise add", "When you are back, kept in mind."), .command("respite book"),
        .key(table: "routine.step", "bridge"),
      ]),
    Subject(
      words: ["trip", "away from home", "going away", "on the road", "paper", "print", "fridge", "wall"],
      places: [.command("leave-card"), .command("care-card"), .command("board")]),
  ]

  private static let connection: [Subject] = [
    Subject(
      words: [
        "time in", "connection", "connect", "connection before correction", "attachment", "bonding", "nurture", "love",
        "affection", "cuddle", "micro-doses",
      ],
      places: [
        .command("nurture"), .command("now", "With a small dose, when a minute is free."),
        .command("card --week", "With something to let each child hear."), .key(table: "routine.step", "tags"),
        .key(table: "child", "key-carer"),
      ]),
    Subject(
      words: ["self-esteem", "self esteem", "self-image", "he thinks he is bad", "worth", "belonging"],
      places: [.command("card --week", "With something to let each child hear."), .command("noticed")]),
    Subject(
      words: ["special time", "quality time", "play", "fun together", "one to one"],
      places: [
        .key(table: "routine.step", "tags"),
        .command("respite took", "Time with one child alone is a lane of its own."),
        .command("review", "With the minutes of special time, by child."),
      ]),
    Subject(
      words: ["playful", "playfulness", "pace", "curious", "curiosity", "acceptance", "empathy", "wording", "tone"],
      places: [.key(table: "child", "style"), .key(table: "routine.step", "say"), .page("wording.md", "Every phrase.")]),
    Subject(
      words: ["choices", "choice", "control", "two choices", "compromise"],
      places: [.command("handover", "With the choices that were offered."), .key(table: "child", "style")]),
    Subject(
      words: ["praise", "reward", "rewards", "stars", "sticker chart", "points", "positive reinforcement"],
      places: [.command("noticed"), .key(table: "child", "praise")]),
    Subject(
      words: ["boundary", "boundaries", "limit", "limits", "rules", "saying no", "firm"],
      places: [.key(table: "boundary", "limit"), .key(table: "boundary", "feeling"), .command("boundary held")]),
    Subject(
      words: [
        "structure", "balance", "too soft", "too strict", "routine", "routines", "consistency", "predictability",
      ],
      places: [
        .command("balance"), .command("day"), .command("review", "With the evenings that kept their order."),
        .key(table: "routine.step", "tags"),
      ]),
    Subject(
      words: ["new routine", "new step", "new rule", "too many changes", "change budget"],
      places: [.key(table: "routine.step", "new"), .command("suggestions"), .command("try")]),
    Subject(
      words: ["promise", "promises", "trust", "broken promise", "honesty"],
      places: [.command("promise add"), .command("promise list"), .command("promise moved")]),
    Subject(
      words: ["listening", "listen", "ears", "full attention", "validate"],
      places: [.command("hush 10m", "Ten minutes to listen in: nothing is said to you.")]),
    Subject(
      words: ["problem solving", "problem", "collaborative", "plan b", "negotiate", "involve"],
      places: [.command("solve"), .command("try")]),
    Subject(
      words: ["words to avoid", "language", "say", "phrases"],
      places: [.key(table: "child", "avoid"), .key(table: "routine.step", "say"), .page("wording.md", "Every phrase.")]),
  ]

  private static let grownUps: [Subject] = [
    Subject(
      words: [
        "blocked care", "burnout", "burnt out", "compassion fatigue", "exhausted", "numb", "empty", "nothing left",
        "secondary trauma", "overwhelm", "stress", "stressed",
      ],
      places: [
        .command("tag out"), .command("capacity", "Ask less of today, where there is little left."),
        .command("respite"), .command("support"), .command("help-now"),
      ]),
    Subject(
      words: [
        "respite", "break", "time off", "babysitter", "date night", "partner", "couple", "getting away", "retreats",
        "overnight", "sleepover",
      ],
      places: [.command("respite"), .command("respite book"), .command("tag out"), .command("care-card")]),
    Subject(
      words: ["self care", "self-care", "me time", "exercise", "hobby", "rest", "joy", "spiritual", "prayer"],
      places: [.command("goals"), .command("goal"), .key(table: "goal", "smallest")]),
    Subject(
      words: ["swap", "relief", "about to shout", "snap", "my turn", "your turn"],
      places: [.command("tag out"), .command("duty"), .command("handover")]),
    Subject(
      words: ["friends", "lonely", "alone", "peers", "support group", "circle", "isolation", "other parents"],
      places: [.command("support"), .key(table: "support", "kind")]),
    Subject(
      words: ["therapist", "therapy", "counselling", "social worker", "coach", "question", "supervision"],
      places: [
        .command("ask add"), .command("ask list"), .key(table: "support", "kind"), .key(table: "goal", "appointment"),
      ]),
    Subject(
      words: ["journal", "diary", "feelings", "transference", "resentment", "reflection", "my own stuff", "anger"],
      places: [.command("journal"), .command("capacity"), .command("breathe")]),
    Subject(
      words: ["reading", "read", "book", "books", "course", "courses", "training", "study", "podcast", "programme"],
      places: [
        .command("reading"), .key(table: "reading", "title"), .key(table: "goal", "from"),
        .key(table: "goal", "domain"),
      ]),
    Subject(
      words: ["sitter", "grandparents", "school staff", "teacher", "outsiders", "explain"],
      places: [.command("care-card"), .command("leave-card")]),
    Subject(
      words: ["two carers", "login", "logins", "husband", "wife", "co-parent", "shared"],
      places: [.page("two-carers.md", "One day for two people, and how to hand over."), .command("handover")]),
  ]

  private static let record: [Subject] = [
    Subject(
      words: [
        "progress", "pattern", "patterns", "is it working", "statistics", "getting better", "healing", "long view",
      ],
      places: [.command("review"), .command("quarter"), .command("suggestions"), .command("try")]),
    Subject(
      words: ["notes", "log", "observation", "non-violent communication", "nvc", "record", "recording"],
      places: [.command("note --ofnr", "Four lines: what was seen, felt, needed, asked."), .command("noticed")]),
    Subject(
      words: ["meeting", "review meeting", "report", "professionals", "educators"],
      places: [.command("export --meeting", "Counts and neutral notes of one child."), .command("ask list")]),
    Subject(
      words: ["toolbox", "tools", "what helps", "what helped"],
      places: [.command("hard", "It answers with what helped before."), .key(table: "child", "helps")]),
    Subject(
      words: ["delete", "erase", "privacy", "private", "forget", "data"],
      places: [.command("purge"), .command("export"), .page("privacy.md", "What is kept, and where.")]),
  ]

  private static let running: [Subject] = [
    Subject(
      words: ["quiet", "silence", "mute", "stop notifications", "too many", "nagging", "do not disturb"],
      places: [
        .command("hush"), .command("unsafe on", "Nothing is said to anybody until it is off."),
        .key(table: "carer", "quiet"), .page("holds.md", "All that holds a warning back."),
      ]),
    Subject(
      words: ["visitor", "visitors", "guests", "who can see", "lock screen", "names"],
      places: [.key(table: "household", "generic-when"), .key(table: "household", "text")]),
    Subject(
      words: ["age", "working age", "developmental", "birthday age"],
      places: [.key(table: "child", "working-age")]),
    Subject(
      words: ["start", "begin", "set up", "new", "first"],
      places: [.command("init"), .page("guide.md", "From here to a first calm week."), .command("doctor")]),
  ]
}
