import Glibc
import HavenCore

/// A hook has a program, and the program is there.
///
/// That it is not there is a warning: it may be mounted later, and `$PATH` may be another where havend runs.
struct HookCheck {
  /// How a name of the environment is asked for.
  var environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  /// Whether this file can be run.
  var isProgram: (String) -> Bool = { path in
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }

  func check(_ hooks: [Written<Hook>], _ findings: Findings) {
    for hook in hooks { check(hook, findings) }
  }

  private func check(_ hook: Written<Hook>, _ findings: Findings) {
    guard hook.node["run"] != nil else { return }
    guard let program = hook.value.run.first, !program.isEmpty else {
      findings.error(hook.place(of: "run"), "'run' names no program", hint: "write such as run = [\"~/bin/lamp\"]")
      return
    }
    if hook.value.occasions.isEmpty, hook.node["on"]?.children.contains(where: { _ in true }) == false {
      findings.warning(hook.place(of: "on"), "this hook hears of nothing", hint: "write such as on = [\"cue\"]")
    }
    if program.contains("/"), !program.hasPrefix("/"), !program.hasPrefix("~/") {
      findings.error(
        hook.place(of: "run", element: program), "the program \(quoted(program)) is named from no folder in particular",
        hint: "write its whole path, or one from '~/'")
    } else if program.contains(" "), !places(of: program).contains(where: isProgram) {
      findings.warning(
        hook.place(of: "run"), "no program is called \(quoted(program))",
        hint:
          "write each word by itself: run = [\(program.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ", "))]"
      )
    } else if !places(of: program).contains(where: isProgram) {
      findings.warning(
        hook.place(of: "run", element: program), "the program \(quoted(program)) is not there, or cannot be run",
        hint: program.contains("/") ? "is it made, and chmod +x?" : "is it installed, and in $PATH?")
    }
  }

  private func places(of program: String) -> [String] {
    if program.hasPrefix("~/") { return (environment("HOME")).map { [$0 + program.dropFirst()] } ?? [] }
    if program.contains("/") { return [program] }
    return (environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map { "\($0)/\(program)" }
  }
}
