import HavenCore

// What `WriteHandover` takes. A list that is left out is empty.

extension Handover {
  var wire: ActParameters {
    func list(_ ids: [String]) -> [String]? { ids.isEmpty ? nil : ids }
    return ActParameters(
      level: level, helped: list(helped), calm: list(calm), wobbly: list(wobbly), hard: list(hard), knows: list(knows),
      choices: list(choices), meds: meds?.rawValue, line: line)
  }

  init(_ p: ActParameters) throws(VarlinkError) {
    let meds: Meds? = p.meds == nil ? nil : try p.word(\.meds, "meds")
    self.init(
      calm: p.calm ?? [], wobbly: p.wobbly ?? [], hard: p.hard ?? [], choices: p.choices ?? [], helped: p.helped ?? [],
      knows: p.knows ?? [], meds: meds, level: try p.may(\.level, "level", in: 1...5), line: p.line)
  }
}
