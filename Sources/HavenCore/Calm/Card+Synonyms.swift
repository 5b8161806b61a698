extension Card {
  /// Words that people look for a card by, and the built-in card that answers. A word may be of several words.
  static let synonyms: [String: [String]] = [
    "safe": [
      "safety", "danger", "unsafe", "crisis", "hurt", "hitting", "throwing", "siblings", "pets", "emergency", "biting",
      "kicking",
      "violence",
    ],
    "body": [
      "food", "hunger", "hungry", "snack", "thirst", "thirsty", "drink", "water", "eating", "tired", "movement",
      "sensory", "hangry", "fuel", "tea", "dinner", "mealtimes",
    ],
    "not-about-you": [
      "personal", "rejection", "rejected", "hate", "i hate you", "insults", "swearing", "blame", "transference",
      "resentment", "trauma",
    ],
    "fear": [
      "anger", "angry", "rage", "shame", "lying", "lies", "stealing", "took it", "aggression", "outburst", "meltdown",
      "tantrum", "defiance", "fight", "flight", "freeze", "controlling", "scared", "anxiety", "anxious", "dysregulated",
      "dysregulation", "running off", "screaming",
    ],
    "slow": [
      "calm", "calming", "shouting", "bedtime", "sleep", "co-regulation", "coregulation", "regulation", "regulate",
      "quiet", "voice", "settle", "night", "homework",
    ],
    "two-hands": [
      "structure", "nurture", "balance", "too soft", "too strict", "firm", "lenient", "authority",
      "high structure high nurture",
    ],
    "pace": [
      "playful", "playfulness", "acceptance", "curiosity", "curious", "empathy", "attuned", "ddp", "hughes",
      "dan hughes", "listening", "validate",
    ],
    "connect": [
      "connection", "redirect", "connected parenting", "reparative parenting", "reparative", "therapeutic parenting",
      "therapeutic", "relationship", "attachment", "whole brain", "whole-brain child", "siegel", "teaching",
      "discipline",
      "trust", "time in", "connection before correction", "bonding",
    ],
    "out-or-in": [
      "explore", "clingy", "clinging", "separation", "circle of security", "secure base", "safe haven", "goodbye",
      "school run", "drop-off", "pick-up", "return", "leaving",
    ],
    "choices": [
      "choice", "control", "no", "refusing", "refusal", "demand", "demands", "demand avoidance", "pda", "panda",
    ],
    "redo": ["do-over", "again", "practice", "practise", "rude", "manners", "consequences", "punishment"],
    "repair": ["sorry", "apology", "mistake", "mistakes", "shouted", "guilt", "rupture", "mend", "lost it", "regret"],
    "drip": [
      "micro-doses", "small doses", "dose", "doses", "love", "affection", "refused", "sabotage", "touch",
      "hug",
    ],
    "notice": [
      "praise", "noticing", "noticed", "compliment", "reward", "rewards", "nurtured heart", "glasser", "chart",
    ],
    "limit": [
      "boundary", "boundaries", "limits", "rules", "saying no", "holding the line", "screens", "tablet", "gaming",
    ],
    "first-then": ["first", "sequence", "transition", "transitions", "change", "what next", "when-then"],
    "clock": ["late", "time", "delay", "moved", "waiting", "surprise", "change of plan", "predictability"],
    "promise": ["promises", "visit", "trust me", "keep", "broken promise"],
    "step-out": [
      "walk away", "step back", "break", "nvr", "non-violent resistance", "power struggle", "argument", "arguing",
      "stuck",
    ],
    "plan-b": [
      "solve", "problem", "problem solving", "cps", "greene", "collaborative", "every time", "ross greene", "explosive",
    ],
    "soft-day": [
      "soft", "smaller", "low demand", "regression", "regressing", "sick", "ill", "rest", "weekend",
      "holiday", "christmas", "birthday", "overload",
    ],
    "numb": [
      "blocked care", "compassion fatigue", "burnout", "burnt out", "empty", "cynical", "nothing left",
      "secondary trauma",
      "exhausted",
    ],
    "swap": ["tag out", "snap", "partner", "relief", "relieve", "handover", "about to shout", "respite"],
    "enough": ["perfect", "good enough", "standard", "failing", "not good enough", "grace", "expectations"],
    "long": ["hope", "progress", "seasons", "slow progress", "patience", "healing", "setback", "long view"],
    "circle": ["support", "alone", "lonely", "friends", "peer", "isolation", "who gets it", "outsiders"],
    "help": [
      "counselling", "therapy", "therapist", "professional", "social worker", "ask", "question", "suicide", "despair",
    ],
    "advice": [
      "well meant", "ordinary parenting", "other people say", "parenting tips", "judged", "my mother says",
    ],
    "when-to-ask": ["threshold", "too much", "how bad", "worried"],
    "programmes": [
      "programme", "programs", "program", "methods", "approaches", "models", "tbri", "purvis", "training", "courses",
      "evidence", "beyond consequences", "forbes", "chaos to healing", "dance of attachment", "van gulden",
    ],
  ]
}
