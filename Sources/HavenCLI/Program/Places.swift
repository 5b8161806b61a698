/// Where the daemon's socket is: `--socket`, else `$HAVEN_SOCKET`, else below `$XDG_RUNTIME_DIR`.
func socketPath(_ context: Context, _ global: PlainOptions) throws(CommandFailure) -> String {
  if let path = global.socket ?? context.environment("HAVEN_SOCKET") { return path }
  guard let folder = context.environment("XDG_RUNTIME_DIR"), folder.hasPrefix("/") else {
    throw CommandFailure(
      .unavailable, "it is not known where havend listens: XDG_RUNTIME_DIR is not set",
      hint: "--socket PATH, or log in through a session that sets it")
  }
  return folder + "/haven/haven.sock"
}

/// Where the config is: `--config`, else below `$XDG_CONFIG_HOME` or `~/.config`.
func configDirectory(_ context: Context, _ global: PlainOptions) throws(CommandFailure) -> String {
  if let directory = global.config { return directory }
  if let folder = context.environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return folder + "/haven" }
  guard let home = context.environment("HOME"), !home.isEmpty else {
    throw CommandFailure(.usage, "it is not known where the config is: HOME is not set", hint: "--config DIR")
  }
  return home + "/.config/haven"
}

/// A file in the state directory of this login; nil where it is not known where that is.
func stateFile(_ name: String, _ context: Context) -> String? {
  if let folder = context.environment("XDG_STATE_HOME"), folder.hasPrefix("/") { return "\(folder)/haven/\(name)" }
  guard let home = context.environment("HOME"), home.hasPrefix("/") else { return nil }
  return "\(home)/.local/state/haven/\(name)"
}

/// The state directory of this login; nil where it is not known where that is.
func stateFolder(_ context: Context) -> String? { stateFile("", context).map { String($0.dropLast()) } }
