import Glibc

/// The editor that a person is used to: `$VISUAL`, else `$EDITOR`, else Debian's `editor`.
enum Editor {
  /// - Parameter path: the file to open: an argument, and no part of a program.
  /// - Throws: where there is no terminal: an editor would wait for nobody.
  /// - Returns: whether it ended as it should.
  static func edit(_ path: String, _ context: Context) throws(CommandFailure) -> Bool {
    guard context.hasTerminal else {
      throw CommandFailure(
        .usage, "there is no terminal for an editor to be in",
        hint: "send the words along: printf '%s\\n' 'what was seen' | havenctl …")
    }
    let editor = context.environment("VISUAL") ?? context.environment("EDITOR") ?? "editor"
    // Through `sh`, for an `$EDITOR` with options of its own.
    let words = ["sh", "-c", "\(editor) \"$1\"", "sh", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    // Control-C is the editor's while it runs.
    let old = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    defer {
      signal(SIGINT, old.0)
      signal(SIGQUIT, old.1)
    }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGINT)
    sigaddset(&defaults, SIGQUIT)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var child: pid_t = 0
    let code = posix_spawn(&child, "/bin/sh", nil, &attributes, arguments, environ)
    guard code == 0 else {
      throw CommandFailure(.internalFault, "the editor cannot be started: \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    // What `sh` says of a program that is not there: <https://pubs.opengroup.org/onlinepubs/9699919799/>, 2.8.2.
    if status == 127 << 8 {
      throw CommandFailure(
        .unavailable, "there is no editor '\(printable(editor))'", hint: "name one you have: export EDITOR=nano")
    }
    return status == 0
  }
}
