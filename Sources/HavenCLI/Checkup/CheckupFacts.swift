import HavenAPI

/// What a check-up is made from: plain values, whoever found them.
struct CheckupFacts {
  /// havenctl's own version.
  var version = havenVersion
  /// Nil while havend does not answer.
  var status: StatusView?
  /// Why it does not.
  var silence: CommandFailure?
  /// What havenctl itself finds of the session bus.
  var bus = BusFact.answers
  var systemZone = "UTC"
  /// The zone that the config names or takes, where havend does not say; nil where there is no config to read.
  var configZone: String?
  /// Nil where no service manager of this login answers.
  var unit: UnitFacts?
  /// This login.
  var uid: UInt32 = 0
  /// What should be its owner's alone: folders and files of the config, the state and the socket that are there.
  var files: [FileFact] = []
  var config = ConfigFact.sound(warnings: 0)
  var disk: DiskFact?
  /// Folders that something carries to other machines, or that keep their every version.
  var carried: [CarriedFolder] = []

  enum BusFact: Equatable {
    /// No address is known.
    case none
    /// Nothing takes connections there.
    case silent(path: String)
    case answers
  }

  struct FileFact: Equatable {
    var path: String
    /// Permissions alone: 0o600.
    var mode: UInt32
    var uid: UInt32
    var part: Part
    var isFolder = false

    enum Part { case config, state, socket }
  }

  enum ConfigFact: Equatable {
    case missing(directory: String)
    /// A file of it cannot be read; in words.
    case unreadable(String)
    /// `haven.toml:3:1` of the first.
    case faulty(count: Int, first: String)
    case sound(warnings: Int)
  }

  struct DiskFact: Equatable {
    var folder: String
    /// That this login may still write.
    var bytesFree: Int
    /// Nil on file systems that do not count them.
    var filesFree: Int?
  }

  struct CarriedFolder: Equatable {
    var part: FileFact.Part
    var folder: String
    var by: Carrier

    enum Carrier: Equatable {
      /// "a folder that Syncthing sends to other machines, '/home/ros/sync'"
      case program(String)
      /// `nfs4`, `cifs`: the file system's type.
      case network(String)
    }
  }
}
