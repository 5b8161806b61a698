import Glibc

/// Where the calendars are that a config names: files, and folders of which every .ics file counts, as vdirsyncer keeps
/// one event a file.
package struct CalendarPlaces: Equatable, Sendable {
  /// Each whether or not it can be read: it may be mended while we watch.
  package var files: [String] = []
  package var folders: [String] = []

  /// More would be no family's calendar.
  static let most = 5000

  package init() {}

  init(of calendars: [CalendarTable.Model], folder: String) {
    for calendar in calendars {
      guard let named = calendar.ics else { continue }
      add(CalendarPlace(named.value, folder: folder))
    }
  }

  mutating func add(_ place: CalendarPlace) {
    switch place {
    case .file(let path): files.append(path)
    case .folder(let path, let found, _):
      folders.append(path)
      files += found
    case .missingFolder(let path): folders.append(path)
    }
  }
}

/// What one `ics` key names.
enum CalendarPlace: Equatable {
  case file(String)
  /// The .ics files in it, and the folders in it that hold such files in their turn.
  case folder(String, files: [String], inner: [String])
  /// What is not there and is not called like a file: a folder that is still to be synchronised.
  case missingFolder(String)

  /// - Parameter folder: where a name begins that is not absolute; `~/` is the home directory.
  init(_ name: String, folder: String) {
    var path = joined(folder, name)
    if name == "~" || name.hasPrefix("~/"), let home = getenv("HOME").map({ String(cString: $0) }) {
      path = home + name.dropFirst()
    }
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = name.lowercased().hasSuffix(".ics") || errno != ENOENT ? .file(path) : .missingFolder(path)
      return
    }
    guard status.st_mode & S_IFMT == S_IFDIR, let names = try? listDirectory(path) else {
      self = .file(path)
      return
    }
    let files = names.filter(CalendarPlace.isCalendar).prefix(CalendarPlaces.most).map { joined(path, $0) }
    let inner = files.isEmpty ? names.prefix(100).filter { CalendarPlace.holdsCalendars(joined(path, $0)) } : []
    self = .folder(path, files: Array(files), inner: Array(inner))
  }

  /// What a program is still writing, or keeps beside it, begins with a dot or ends otherwise.
  static func isCalendar(_ name: String) -> Bool { name.hasSuffix(".ics") && !name.hasPrefix(".") }

  private static func holdsCalendars(_ path: String) -> Bool {
    (try? listDirectory(path))?.contains(where: isCalendar) == true
  }
}
