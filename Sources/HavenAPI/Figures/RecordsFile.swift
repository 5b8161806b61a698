import HavenCore

/// A file of records, from which `review --records` makes figures: Tests/Acceptance/README.md has the format.
///
/// Keys that it does not know are passed over; a record of a kind that it does not know is a fault, since a figure that
/// quietly left something out would be wrong.
public struct RecordsFile: Sendable, Equatable {
  public var today: CivilDate
  /// A date of the week.
  public var week: CivilDate
  public var records: FigureRecords

  /// - Throws: what is wrong, and where: the key (`records.3.hours`), or the line where it is no JSON at all.
  public init(parsing text: some Collection<UInt8>) throws(JSONFault) {
    self = try JSON.decode(RecordsFile.self, fromFile: text)
  }

  public var figures: Figures { Figures(records, today: today, week: week) }
}

extension RecordsFile: Decodable {
  private enum Key: String, CodingKey { case today, week, records }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    today = try container.decode(CivilDate.self, forKey: .today)
    week = try container.decodeIfPresent(CivilDate.self, forKey: .week) ?? today
    records = FigureRecords()
    for record in try container.decode([FigureRecord].self, forKey: .records) { record.add(to: &records) }
  }
}
