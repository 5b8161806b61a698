import Glibc

/// Hears that the system's time zone is another: by inotify from whoever replaces `/etc/localtime`, and from timedated.
@LoopActor
final class ZoneWatch {
  var onChange: (@LoopActor () -> Void)?

  private let file: String
  private var watch: FileWatch?
  private var changes: BusSubscription?
  private var last: String

  init(on bus: Bus, file: String) {
    self.file = file
    last = Self.identity(of: file)
    changes = bus.onPropertiesChanged(
      of: "org.freedesktop.timedate1", at: "/org/freedesktop/timedate1", from: "org.freedesktop.timedate1"
    ) { [weak self] _, _ in self?.look() }
    follow()
  }

  /// Watches the link itself, which hears of its end when another takes its place. Watching its folder would be simpler
  /// and would wake us for every other file that changes in `/etc`; that is for the while when there is no link.
  private func follow() {
    if followLink() { return }
    let slash = file.lastIndex(of: "/") ?? file.startIndex
    let name = String(file[slash...].dropFirst())
    watch = try? FileWatch(String(file[..<slash]), [.created, .movedIn]) { [weak self] event in
      if event.name == name || event.kinds.contains(.overflow) { self?.again() }
    }
    // It may have been made between the two.
    _ = followLink()
  }

  private func followLink() -> Bool {
    let ofLink = try? FileWatch(file, [.attributes, .written, .selfDeleted, .selfMoved, .ofLink]) { [weak self] _ in
      self?.again()
    }
    if let ofLink { watch = ofLink }
    return ofLink != nil
  }

  private func again() {
    follow()
    look()
  }

  /// Both sources tell of one change: it is told once, and only if the zone is another.
  private func look() {
    let present = Self.identity(of: file)
    guard present != last else { return }
    last = present
    onChange?()
  }

  /// Where the link leads; for a file that is no link, which one it is and when it was written. Empty for none.
  private static func identity(of file: String) -> String {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink(file, &target, target.count)
    if length > 0 { return String(decoding: target[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self) }
    var status = stat()
    guard stat(file, &status) == 0 else { return "" }
    return "\(status.st_dev):\(status.st_ino):\(status.st_mtim.tv_sec):\(status.st_mtim.tv_nsec)"
  }
}
