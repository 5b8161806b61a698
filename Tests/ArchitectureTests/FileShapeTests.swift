import Testing

/// One idea a file. The pleasant codebases have a short median; the tiring ones differ only in their longest files.
struct FileShapeTests {
  private static let longest = 400

  @Test("no file is longer than 400 lines, long texts in string literals aside")
  func length() throws {
    var sizes = try (SwiftSource.sources.get() + SwiftSource.tests.get()).map { source in
      (lines: source.lines.count { !$0.isLiteral }, path: source.path)
    }
    for path in ["Sources", "Tests", "Tools", ".ci"].flatMap({ Repository.files(under: $0) })
    where [".py", ".cpp", ".h", ".sh"].contains(where: path.hasSuffix) {
      sizes.append((try Repository.text(of: path).split(separator: "\n", omittingEmptySubsequences: false).count, path))
    }
    sizes.sort { $0.lines < $1.lines }
    for size in sizes where size.lines > Self.longest {
      Issue.record("\(size.path): \(size.lines) lines; is there one idea in it?")
    }
    print("\(sizes.count) files, median \(sizes[sizes.count / 2].lines) lines, longest \(sizes.last?.lines ?? 0)")
  }

  @Test("no drawer without a label: a file that wants section marks wants to be two files")
  func marks() throws {
    let mark = "MARK" + ":"
    let loose = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
    for source in try SwiftSource.sources.get() + SwiftSource.tests.get() {
      for line in source.lines {
        if line.comment.contains(mark) { Issue.record("\(source.path):\(line.number): split the file instead") }
        for word in loose where line.comment.contains(word) {
          Issue.record("\(source.path):\(line.number): '\(word)': finish it, or say it in docs/decisions")
        }
      }
    }
  }

  @Test("a file is named for its idea")
  func names() {
    let drawers = ["Manager", "Helper", "Utils", "Util", "Common", "Misc", "Impl", "Extensions", "Constants"]
    for path in Repository.files(under: "Sources", endingIn: [".swift"]) {
      let name = path.split(separator: "/").last.map { String($0.dropLast(6)) } ?? ""
      for drawer in drawers where name.hasSuffix(drawer) { Issue.record("\(path): '\(drawer)' says nothing") }
    }
  }
}
