import HavenCore

@testable import HavenConfig

/// The checkout, found from this file.
let checkout = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

/// What a folder with this config loads to. The system's zone is UTC.
func load(_ toml: String, _ files: [String: String] = [:]) throws -> Configuration {
  let folder = try TemporaryFolder(toml, files)
  return try ConfigurationLoader(directory: folder.path, systemZone: { .utc }, language: .english).load()
}

/// The findings of a config, errors and warnings alike, as `LINE:COLUMN: error: text; hint`.
func findings(_ toml: String, _ files: [String: String] = [:]) throws -> [String] {
  try findings(in: try TemporaryFolder(toml, files))
}

/// The findings of a folder's config.
func findings(in folder: TemporaryFolder) throws -> [String] {
  let loader = ConfigurationLoader(directory: folder.path, systemZone: { .utc }, language: .english)
  switch Result(catching: { () throws(ConfigurationError) in try loader.load() }) {
  case .success(let configuration): return configuration.warnings.map { told($0, in: folder) }
  case .failure(.invalid(let diagnostics)): return diagnostics.map { told($0, in: folder) }
  case .failure(let error): throw error
  }
}

private func told(_ diagnostic: Diagnostic, in folder: TemporaryFolder) -> String {
  diagnostic.description.replacing("\(folder.path)/haven.toml:", with: "").replacing("\(folder.path)/", with: "")
}
