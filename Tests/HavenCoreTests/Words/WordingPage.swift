import Glibc

@testable import HavenCore

/// The tables of docs/wording.md, rendered from the words themselves.
struct WordingPage {
  struct Row {
    var what: String
    var line: Line
  }

  var scene = Scene()

  /// A table's name and its text. The page has each between `<!-- NAME -->` and `<!-- end -->`.
  var tables: [(name: String, text: String)] {
    var german = scene
    german.language = .german
    return [
      ("public", Self.table(cues(.public) + changes(.public) + care(.public), scene)),
      ("full", Self.table(cues(.full) + changes(.full), scene)),
      ("generic", Self.table(cues(.generic) + changes(.generic) + care(.generic), scene)),
      ("german", Self.table(cues(.public) + changes(.public) + care(.public), german)),
    ]
  }

  private func cues(_ level: TextLevel) -> [Row] {
    [
      Row(what: "`P20`, working age 5, playful", line: scene.cue("tablet-ends/otter/P20", level: level)),
      Row(what: "`15`, working age 5", line: scene.cue("tablet-ends/otter/15", level: level)),
      Row(what: "`5`, working age 4, curious", line: scene.cue("dressed/wren/5", level: level)),
      Row(what: "`L2`, working age 5", line: scene.cue("shoes/otter/L2", level: level)),
      Row(what: "`0`, working age 5", line: scene.cue("shoes/otter/0", level: level)),
      Row(what: "`P30`, thirteen, declarative", line: scene.cue("finch-lights-out/finch/P30", level: level)),
      Row(what: "`5`, thirteen", line: scene.cue("finch-lights-out/finch/5", level: level)),
      Row(what: "two children at once", line: scene.cue("bath/wren/L2", "otter-lights-out/otter/P20", level: level)),
    ]
  }

  private func changes(_ level: TextLevel) -> [Row] {
    func moved(_ id: String, to time: String) -> Line {
      var line = scene.cue("\(id)/moved", at: "17:12", level: level, kind: .moved)
      line.subject = .movedTo(scene.at(time))
      return line
    }
    return [
      Row(what: "`catch_up`", line: scene.cue("shoes/otter/15", level: level, kind: .catchUp, left: 570)),
      Row(
        what: "`catch_up`, thirteen",
        line: scene.cue("finch-lights-out/finch/5", level: level, kind: .catchUp, left: 150)),
      Row(what: "`moved`", line: moved("tablet-ends/otter", to: "17:35")),
      Row(what: "`moved`, thirteen", line: moved("finch-lights-out/finch", to: "21:40")),
    ]
  }

  private func care(_ level: TextLevel) -> [Row] {
    let soon = scene.at("14:00")
    let rows: [(String, Line.Kind, Line.Subject)] = [
      ("`fuel`", .fuel, .fuel(children: ["otter", "wren"], movementToo: true)),
      ("`nudge`, one of the goal's own lines", .nudge, .nudge(goal: "walk", dose: .full)),
      ("`nudge`, no lines", .nudge, .nudge(goal: "ten-pages", dose: .full)),
      ("`nudge`, micro", .nudge, .nudge(goal: "walk", dose: .micro)),
      ("`nudge`, private", .nudge, .nudge(goal: "therapy", dose: .full)),
      ("`appointment`, a day before", .appointment, .appointment(goal: "choir", startsAt: soon + 86_400, lead: 86_400)),
      ("`appointment`, private", .appointment, .appointment(goal: "therapy", startsAt: soon, lead: 7200)),
      ("`promise`", .promise, .promise(id: "den-light", dueAt: soon, lead: 7200)),
      (
        "`respite`, solo, a week before", .respite,
        .respite(lane: .solo("ros"), startsAt: soon + 604_800, lead: 604_800)
      ),
      ("`respite`, couple", .respite, .respite(lane: .couple, startsAt: soon, lead: 7200)),
      ("`respite`, sibling", .respite, .respite(lane: .sibling("finch"), startsAt: soon, lead: 7200)),
      ("`respite`, overnight", .respite, .respite(lane: .overnight, startsAt: soon + 604_800, lead: 604_800)),
      ("`tell`", .tell, .tell(child: "otter", startsAt: soon)),
      ("`marked`", .marked, .marked(daysAhead: 3)),
      ("`digest`", .digest, .none),
      ("`review`", .review, .none),
      ("`swap`, to the others", .swap, .swap(.asked)),
      ("`swap`, no answer", .swap, .swap(.unanswered)),
      ("`swap`, yes", .swap, .swap(.accepted)),
      ("`swap`, no", .swap, .swap(.declined)),
      ("`swap`, time is up", .swap, .swap(.over)),
    ]
    return rows.map { Row(what: $0.0, line: scene.line($0.1, $0.2, level: level)) }
  }

  private static func table(_ rows: [Row], _ scene: Scene) -> String {
    let lines = rows.map { row in
      let words = scene.words(row.line)
      let body = words.body.split(separator: "\n").joined(separator: "<br>")
      return "| \(row.what) | \(words.title) | \(body) |"
    }
    return (["| line | title | body |", "|---|---|---|"] + lines).joined(separator: "\n")
  }

  /// The page with every table as it is rendered now.
  func updated(_ page: String) -> String {
    var page = page
    for table in tables {
      let opening = "<!-- \(table.name) -->\n"
      guard let start = page.firstRange(of: opening)?.upperBound,
        let end = page[start...].firstRange(of: "\n<!-- end -->")?.lowerBound
      else { continue }
      page.replaceSubrange(start..<end, with: table.text)
    }
    return page
  }
}

/// A page of the checkout's docs, as text.
enum Page {
  private static func path(_ name: String) -> String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(4).joined(separator: "/") + "/docs/" + name
  }

  static func read(_ name: String) -> String? {
    guard let file = fopen(path(name), "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func write(_ text: String, to name: String) {
    guard let file = fopen(path(name), "wb") else { return }
    fputs(text, file)
    fclose(file)
  }
}
