extension ForbiddenWord {
  /// A label that is caught needs an `event-label` ("Saturday plan"); many a word has a gentler one beside it.
  static let english: [ForbiddenWord] =
    threats + verdicts + pressures + behaviours + careSystem + identities + health + bodies + harms + carers

  private static let threats: [ForbiddenWord] = [
    .init("last chance", .anywhere, .threat, instead: "last one"),
    .init("or else", .anywhere, .threat),
    .init("if you're good", .anywhere, .threat, instead: "then"),
    .init("final warning", .anywhere, .threat, instead: "last one"),
  ]

  private static let verdicts: [ForbiddenWord] = [
    .init("bad", .whole, .verdict, instead: "soft"),
    .init("naughty", .beginning, .verdict, instead: "finding it hard"),
    .init("good boy", .anywhere, .verdict, instead: "what you saw, small and true"),
    .init("good girl", .anywhere, .verdict, instead: "what you saw, small and true"),
    .init("lazy", .whole, .verdict, instead: "worn out"),
    .init("spoilt", .whole, .verdict),
  ]

  private static let pressures: [ForbiddenWord] = [
    .init("streak", .anywhere, .pressure),
    .init("overdue", .anywhere, .pressure, instead: "still open"),
    .init("fail", .whole, .pressure),
    .init("failed", .whole, .pressure),
    .init("failure", .whole, .pressure),
    .init("should", .whole, .pressure, instead: "could"),
    .init("shouldn't", .whole, .pressure),
    .init("you deserve", .anywhere, .pressure, instead: "on offer"),
  ]

  private static let behaviours: [ForbiddenWord] = [
    .init("tantrum", .anywhere, .behaviour, instead: "big feelings"),
    .init("meltdown", .anywhere, .behaviour, instead: "overwhelmed"),
    .init("defian", .beginning, .behaviour, instead: "not able to yet"),
    .init("manipulat", .beginning, .behaviour, instead: "finding a way to be met"),
    .init("attention seek", .anywhere, .behaviour, instead: "looking for connection"),
    .init("misbehav", .beginning, .behaviour, instead: "having a hard time"),
    .init("behaviour", .beginning, .behaviour, instead: "what happened"),
    .init("behavior", .beginning, .behaviour, instead: "what happened"),
    .init("aggressi", .beginning, .behaviour, instead: "frightened"),
    .init("acting out", .anywhere, .behaviour, instead: "showing us"),
    .init("kicked off", .anywhere, .behaviour, instead: "shouted, left the room"),
    .init("oppositional", .beginning, .behaviour, instead: "needing a say"),
    .init("disobedien", .beginning, .behaviour, instead: "not able to yet"),
    .init("non compliant", .anywhere, .behaviour, instead: "not able to yet"),
    .init("controlling", .whole, .behaviour, instead: "needing to know what comes"),
    .init("risk", .whole, .behaviour),
  ]

  private static let careSystem: [ForbiddenWord] = [
    .init("contact", .whole, .careSystem),
    .init("family time", .anywhere, .careSystem),
    .init("court", .whole, .careSystem),
    .init("social worker", .anywhere, .careSystem),
    .init("case worker", .anywhere, .careSystem),
    .init("caseworker", .beginning, .careSystem),
    .init("respite", .anywhere, .careSystem, instead: "your time"),
    .init("placement", .anywhere, .careSystem),
    .init("foster care", .anywhere, .careSystem),
    .init("supervised visit", .anywhere, .careSystem),
    .init("visitation", .beginning, .careSystem),
    .init("custody", .whole, .careSystem),
    .init("birth mother", .anywhere, .careSystem),
    .init("birth mum", .anywhere, .careSystem),
    .init("birth mom", .anywhere, .careSystem),
    .init("birth father", .anywhere, .careSystem),
    .init("birth dad", .anywhere, .careSystem),
    .init("birth parent", .anywhere, .careSystem),
    .init("birth family", .anywhere, .careSystem),
    .init("anniversar", .anywhere, .careSystem, instead: "a day to go gently"),
  ]

  private static let identities: [ForbiddenWord] = [
    .init("primary school", .anywhere, .identity, instead: "school"),
    .init("elementary school", .anywhere, .identity, instead: "school"),
    .init("high school", .anywhere, .identity, instead: "school"),
    .init("academy", .whole, .identity, instead: "school"),
    .init("postcode", .whole, .identity),
    .init("zip code", .anywhere, .identity),
  ]

  private static let health: [ForbiddenWord] = [
    .init("diagnos", .anywhere, .health),
    .init("medicat", .anywhere, .health),
    .init("medicine", .beginning, .health),
    .init("meds", .whole, .health),
    .init("melatonin", .whole, .health),
    .init("ritalin", .whole, .health),
    .init("therapy", .anywhere, .health),
    .init("therapist", .anywhere, .health),
    .init("psychiatr", .beginning, .health),
    .init("psycholog", .beginning, .health),
    .init("adhd", .whole, .health),
    .init("autis", .beginning, .health),
    .init("fasd", .whole, .health),
    .init("ptsd", .whole, .health),
    .init("trauma", .beginning, .health),
    .init("attachment disorder", .anywhere, .health),
  ]

  private static let bodies: [ForbiddenWord] = [
    .init("toilet", .beginning, .body, instead: "bathroom"),
    .init("potty", .whole, .body, instead: "bathroom"),
    .init("nappy", .whole, .body, instead: "fresh clothes"),
    .init("nappies", .whole, .body, instead: "fresh clothes"),
    .init("diaper", .beginning, .body, instead: "fresh clothes"),
    .init("bedwetting", .whole, .body, instead: "dry sheets"),
    .init("bed wetting", .whole, .body, instead: "dry sheets"),
    .init("soiling", .whole, .body, instead: "fresh clothes"),
    .init("hoard", .beginning, .body),
    .init("overeat", .beginning, .body),
    .init("binge", .beginning, .body),
    .init("calorie", .beginning, .body),
  ]

  private static let harms: [ForbiddenWord] = [
    .init("self harm", .anywhere, .harm),
    .init("suicid", .beginning, .harm),
    .init("violen", .beginning, .harm),
    .init("hitting", .whole, .harm, instead: "safe hands"),
    .init("biting", .whole, .harm, instead: "teeth are for toast"),
    .init("abuse", .beginning, .harm),
    .init("neglect", .beginning, .harm),
    .init("helpline", .beginning, .harm),
    .init("hotline", .beginning, .harm),
    .init("samaritans", .whole, .harm),
    .init("childline", .whole, .harm),
  ]

  private static let carers: [ForbiddenWord] = [
    .init("capacity", .anywhere, .carer),
    .init("burnout", .whole, .carer, instead: "worn thin"),
    .init("burnt out", .anywhere, .carer, instead: "worn thin"),
    .init("counselling", .whole, .carer),
    .init("counseling", .whole, .carer),
    .init("counsellor", .beginning, .carer),
    .init("counselor", .beginning, .carer),
  ]
}
