import Glibc
import HavenAPI
import HavenConfig

extension CheckupFacts {
  /// Looks everywhere: asks havend, the service manager and the file system. Opens no database and no network.
  init(_ context: Context, _ global: GlobalOptions) {
    do {
      status = try Daemon(context, global).examinedStatus()
    } catch {
      silence = error
    }
    let socket = try? socketPath(context, global)
    // The config that havend reads, unless another was asked for.
    let directory = global.config ?? status?.config.directory ?? (try? configDirectory(context, global))
    let state = status.map { CheckupFacts.folder(of: $0.ledger.path) } ?? stateFolder(context)
    uid = geteuid()
    bus = CheckupFacts.bus(context)
    systemZone = HavenConfig.systemZone().name
    unit = context.run(["systemctl", "--user", "show", "havend.service", "--property=" + UnitFacts.properties])
      .flatMap(UnitFacts.init(shown:))
    if let directory {
      (config, configZone) = CheckupFacts.config(directory, context)
      files += CheckupFacts.files(in: directory, .config) { $0.hasSuffix(".toml") }
      files += CheckupFacts.files(in: directory + "/" + ConfigurationLoader.addedFolder, .config) {
        $0.hasSuffix(".toml")
      }
    } else {
      config = .missing(directory: "$HOME/.config/haven")
    }
    if let state {
      files += CheckupFacts.files(in: state, .state) { $0.hasPrefix("haven.") || $0 == "private" }
      disk = CheckupFacts.disk(state)
    }
    if let socket {
      // A folder such as /tmp, for a socket somebody chose, is not Haven's to close.
      let folder = CheckupFacts.folder(of: socket)
      if folder.hasSuffix("/haven"), let fact = FileFact(folder, .socket) { files.append(fact) }
      if let fact = FileFact(socket, .socket) { files.append(fact) }
    }
    carried = CheckupFacts.carried([(.state, state), (.config, directory)])
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  private static func config(_ directory: String, _ context: Context) -> (ConfigFact, zone: String?) {
    do {
      let configuration = try ConfigurationLoader(directory: directory).load()
      let today = configuration.zone.date(at: context.now())
      let warnings = configuration.warnings.count + configuration.loadWarnings(from: today).count
      return (.sound(warnings: warnings), configuration.zone.name)
    } catch .missing {
      return (.missing(directory: directory), nil)
    } catch .invalid(let found) {
      let faults = found.filter { $0.severity == .error }
      let first = faults.first.map { fault in
        fault.line > 0 ? "\(fault.file):\(fault.line):\(fault.column)" : fault.file
      }
      return (.faulty(count: faults.count, first: first ?? directory), nil)
    } catch {
      return (.unreadable("\(error)"), nil)
    }
  }

  /// A folder, and those of its files that are asked for.
  private static func files(in folder: String, _ part: FileFact.Part, where isAsked: (String) -> Bool) -> [FileFact] {
    guard let fact = FileFact(folder, part), let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return [fact] + names.filter { isAsked($0) && $0 != "." }.sorted().compactMap { FileFact("\(folder)/\($0)", part) }
  }

  /// Of the folder, or of the nearest above it that is there.
  private static func disk(_ folder: String) -> DiskFact? {
    var folder = folder
    var system = statvfs()
    while statvfs(folder, &system) != 0 {
      guard folder.count > 1 else { return nil }
      folder = CheckupFacts.folder(of: folder)
    }
    return DiskFact(
      folder: folder, bytesFree: Int(clamping: UInt64(system.f_bavail) * UInt64(system.f_frsize)),
      filesFree: system.f_files > 0 ? Int(clamping: UInt64(system.f_favail)) : nil)
  }

  private static func carried(_ places: [(part: FileFact.Part, folder: String?)]) -> [CarriedFolder] {
    let mounts = MountTable((try? readText("/proc/self/mountinfo")) ?? "")
    return places.flatMap { place -> [CarriedFolder] in
      guard let folder = place.folder, let real = realpath(folder, nil) else { return [] }
      defer { free(real) }
      let type = mounts.type(of: String(cString: real)).flatMap { MountTable.isNetwork($0) ? $0 : nil }
      return (type.map { [CarriedFolder(part: place.part, folder: folder, by: .network($0))] } ?? [])
        + (whatCarriesAway(folder).map { [CarriedFolder(part: place.part, folder: folder, by: .program($0))] } ?? [])
    }
  }

  /// Whether somebody takes connections at the session bus; what is said there is havend's to try.
  private static func bus(_ context: Context) -> BusFact {
    let path: String
    if let address = context.environment("DBUS_SESSION_BUS_ADDRESS") {
      // unix:path=/run/user/1000/bus,guid=…; an abstract one cannot be tried from here, and is taken for there.
      guard let start = address.firstRange(of: "unix:path=") else { return .answers }
      path = String(address[start.upperBound...].prefix { $0 != "," && $0 != ";" })
    } else if let folder = context.environment("XDG_RUNTIME_DIR") {
      path = "\(folder)/bus"
    } else {
      return .none
    }
    return (try? UnixSocket(connectingTo: path)) == nil ? .silent(path: path) : .answers
  }
}

extension CheckupFacts.FileFact {
  /// Nil where there is nothing. A link is told of as what it leads to.
  fileprivate init?(_ path: String, _ part: Part) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(
      path: path, mode: status.st_mode & 0o777, uid: status.st_uid, part: part,
      isFolder: status.st_mode & S_IFMT == S_IFDIR)
  }
}
