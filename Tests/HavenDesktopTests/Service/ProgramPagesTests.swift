import Glibc
import Testing

@testable import HavenDesktop

struct ProgramPagesTests {
  @Test("what is let go of is no longer mapped, and is found again by whoever needs it")
  func letGo() throws {
    let before = try mappedProgram()
    ProgramPages.letGo()
    let after = try mappedProgram()
    #expect(after < before)
    #expect(try mappedProgram() > 0, "and the test goes on")
  }

  /// Kilobytes of the program and its libraries that this process has mapped (proc_pid_smaps(5)).
  private func mappedProgram() throws -> Int {
    let file = try #require(fopen("/proc/self/smaps", "re"))
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 4096)
    var total = 0
    var isProgram = false
    while fgets(&line, Int32(line.count), file) != nil {
      let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split {
        $0 == " " || $0 == "\n"
      }
      if words.count > 1, words[1].count == 4, words[0].contains("-") { isProgram = words[1] == "r-xp" }
      if isProgram, words.first == "Rss:" { total += Int(words[1]) ?? 0 }
    }
    return total
  }
}
