/// Where something was written: a file, and a line and column in it.
struct Place: Hashable {
  /// The file's number in the order of loading.
  var order: Int
  var file: String
  var line: Int
  var column: Int

  /// `conf.d/20-cake.toml:3:8`, for naming a second place within a message.
  var short: String {
    let name = file.split(separator: "/").suffix(file.contains("/conf.d/") ? 2 : 1).joined(separator: "/")
    return "\(name):\(line):\(column)"
  }
}

/// Collects every fault and warning of one load; never stops at the first.
final class Findings {
  private var found: [(place: Place, diagnostic: Diagnostic)] = []
  private var left = Findings.limit
  private(set) var hasErrors = false

  /// A config that is no config at all (a song list, say) gives one finding a line; nobody reads past these.
  static let limit = 1000

  func error(_ place: Place, _ text: String, hint: String? = nil) {
    hasErrors = true
    add(place, .error, text, hint)
  }

  func warning(_ place: Place, _ text: String, hint: String? = nil) {
    add(place, .warning, text, hint)
  }

  /// Set while a file is read of which parts were left out after a syntax fault: what is missing may be there.
  var isPartial = false

  /// An error about something that is not there, which a partial file cannot prove.
  func missing(_ place: Place, _ text: String, hint: String? = nil) {
    if !isPartial { error(place, text, hint: hint) }
  }

  /// Whether another finding would still be kept: ask before working out an expensive hint.
  var isFull: Bool { left == 0 }

  private func add(_ place: Place, _ severity: Diagnostic.Severity, _ text: String, _ hint: String?) {
    guard left > 0 else { return }
    left -= 1
    let diagnostic = Diagnostic(
      file: place.file, line: place.line, column: place.column, severity: severity, text: text, hint: hint)
    found.append((place, diagnostic))
  }

  /// In order of file, line and column; of two at one place, the one found first.
  var diagnostics: [Diagnostic] {
    found.enumerated()
      .sorted { a, b in
        let (p, q) = (a.element.place, b.element.place)
        return (p.order, p.line, p.column, a.offset) < (q.order, q.line, q.column, b.offset)
      }
      .map(\.element.diagnostic)
  }
}
