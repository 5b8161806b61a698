import Glibc

/// Where this run of havend reads and writes (XDG Base Directory Specification 0.8).
public struct Places: Equatable, Sendable {
  public var config: String
  public var state: String
  public var socket: String

  /// A place that cannot be named, in words, with what to do.
  public struct Unnamed: Error, Equatable {
    public var text: String
    public var hint: String
  }

  /// - Parameter environment: the variables of the process.
  public init(_ options: DaemonOptions, environment: (String) -> String? = Places.variable) throws(Unnamed) {
    config = try Places.config(options, environment: environment)
    if let state = options.state {
      self.state = Places.absolute(state)
    } else {
      state = try Places.base("XDG_STATE_HOME", else: "/.local/state", for: "the ledger", environment)
    }
    if let socket = options.socket {
      self.socket = Places.absolute(socket)
    } else if let runtime = environment("XDG_RUNTIME_DIR"), runtime.hasPrefix("/") {
      socket = runtime + "/haven/haven.sock"
    } else {
      throw Unnamed(
        text: "there is no $XDG_RUNTIME_DIR to put the socket in", hint: "give one: havend --socket PATH")
    }
  }

  /// The config's place alone: who only reads it needs no ledger and no socket.
  static func config(
    _ options: DaemonOptions, environment: (String) -> String? = Places.variable
  ) throws(Unnamed) -> String {
    if let config = options.config { return absolute(config) }
    return try base("XDG_CONFIG_HOME", else: "/.config", for: "the config", environment)
  }

  private static func base(
    _ variable: String, else rest: String, for what: String, _ environment: (String) -> String?
  ) throws(Unnamed) -> String {
    // The specification: a relative path is invalid and ignored.
    if let base = environment(variable), base.hasPrefix("/") { return base + "/haven" }
    guard let home = environment("HOME"), home.hasPrefix("/") else {
      throw Unnamed(
        text: "there is no $HOME to keep \(what) in", hint: "set HOME, or give the place on the command line")
    }
    return home + rest + "/haven"
  }

  public static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return String(cString: here) + "/" + path
  }
}
