import Testing

/// The rules of this target are as good as the reading under them.
struct SwiftSourceTests {
  private func codes(_ text: String) -> [String] { SwiftSource(path: "", text: text).lines.map(\.code) }

  @Test("a comment is no code, and a string keeps only its quotes")
  func comments() {
    #expect(codes(#"let a = "Task { \"x\" }" // Task {"#) == [#"let a = "" "#])
    #expect(codes("a /* Task {\nTask { */ b") == ["a ", " b"])
  }

  @Test("a string of several lines, or with hashes, hides what it says")
  func strings() {
    #expect(codes("let a = \"\"\"\n  Task {\n  \"\"\"\nb") == ["let a = \"\"", "", "", "b"])
    #expect(codes("let a = #\"try! \"x\"\"#; c") == ["let a = \"\"; c"])
  }

  @Test(
    "an import is found whatever stands before it",
    arguments: [
      ("import Foundation", "Foundation"), ("public import struct FoundationEssentials.Date", "FoundationEssentials"),
      ("@preconcurrency import Dispatch", "Dispatch"), ("  @testable import HavenCore", "HavenCore"),
      ("internal import Glibc.sys", "Glibc"),
    ])
  func imports(line: String, module: String) {
    #expect(SwiftSource(path: "", text: line).imports.map(\.module) == [module])
  }

  @Test("the word import in a comment or a name is not an import")
  func noImports() {
    #expect(
      SwiftSource(path: "", text: "// import Foundation\nimportICS(file)\nlet text = \"import X\"").imports.isEmpty)
  }
}
