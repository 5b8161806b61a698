import HavenCore

/// One object of a file of records.
struct FigureRecord: Decodable {
  private enum Value {
    case lane(FigureRecords.LaneTarget)
    case respite(FigureRecords.RespiteTime)
    case forgive(FigureRecords.Forgiven)
    case allowance(FigureRecords.Allowance)
    case nightAway(FigureRecords.NightAway)
    case occurrence(Occurrence)
    case balance(FigureRecords.BalanceAnswer)
    case promise(FigureRecords.PromiseOutcome)
  }

  private enum Kind: String, CaseIterable {
    case lane, respite, forgive, allowance
    case nightAway = "night-away"
    case occurrence, balance, promise
  }

  enum Key: String, CodingKey {
    case type, lane, hours, date, state, counts, nights, per, at, step, child, hard, settle, mode, place, answer, id
  }

  private var value: Value

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: Key.self)
    switch try keys.word(.type, Kind.self) {
    case .lane: value = .lane(.init(lane: try keys.lane(), hours: try keys.hours()))
    case .respite:
      value = .respite(
        .init(
          lane: try keys.lane(), date: try keys.date(), hours: try keys.hours(), state: try keys.word(.state),
          counts: try keys.decodeIfPresent(Bool.self, forKey: .counts) ?? true))
    case .forgive: value = .forgive(.init(lane: try keys.lane(), date: try keys.date()))
    case .allowance: value = .allowance(.init(nights: try keys.number(.nights, in: 0...366), per: try keys.word(.per)))
    case .nightAway: value = .nightAway(.init(date: try keys.date(), state: try keys.word(.state)))
    case .occurrence: value = .occurrence(try keys.occurrence())
    case .balance: value = .balance(.init(date: try keys.date(), answer: try keys.word(.answer)))
    case .promise:
      value = .promise(.init(id: try keys.decode(String.self, forKey: .id), state: try keys.word(.state)))
    }
  }

  func add(to records: inout FigureRecords) {
    switch value {
    case .lane(let lane): records.lanes.append(lane)
    case .respite(let time): records.respite.append(time)
    case .forgive(let forgiven): records.forgiven.append(forgiven)
    case .allowance(let allowance): records.allowance = allowance
    case .nightAway(let night): records.nightsAway.append(night)
    case .occurrence(let occurrence): records.occurrences.append(occurrence)
    case .balance(let answer): records.balance.append(answer)
    case .promise(let promise): records.promises.append(promise)
    }
  }
}

extension KeyedDecodingContainer<FigureRecord.Key> {
  fileprivate func fault(_ key: Key, _ text: String) -> DecodingError {
    .dataCorruptedError(forKey: key, in: self, debugDescription: text)
  }

  /// One of the words of a type.
  fileprivate func word<Word: RawRepresentable & CaseIterable>(
    _ key: Key, _ type: Word.Type = Word.self
  ) throws -> Word where Word.RawValue == String {
    let text = try decode(String.self, forKey: key)
    guard let word = Word(rawValue: text) else {
      throw fault(key, "'\(text)' is none of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  fileprivate func number(_ key: Key, in range: ClosedRange<Int>) throws -> Int {
    let number = try decode(Int.self, forKey: key)
    guard range.contains(number) else {
      throw fault(key, "'\(number)' is not from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  fileprivate func date() throws -> CivilDate { try decode(CivilDate.self, forKey: .date) }

  fileprivate func lane() throws -> Lane {
    let text = try decode(String.self, forKey: .lane)
    guard let lane = Lane(text) else { throw fault(.lane, "'\(text)' is not a lane") }
    return lane
  }

  fileprivate func hours() throws -> Hours {
    let number = try decode(Double.self, forKey: .hours)
    guard let hours = Hours(number) else { throw fault(.hours, "'\(number)' is not a number of hours") }
    return hours
  }

  fileprivate func occurrence() throws -> Occurrence {
    let text = try decode(String.self, forKey: .at)
    guard let at = TimeOfDay(text) else { throw fault(.at, "'\(text)' is not a time") }
    let settle = try decodeIfPresent(Int.self, forKey: .settle)
    if let settle, !(0...1440).contains(settle) { throw fault(.settle, "'\(settle)' is not from 0 to 1440") }
    return Occurrence(
      date: try date(), at: at, step: try decode(String.self, forKey: .step),
      child: try decode(String.self, forKey: .child), hard: try number(.hard, in: 0...3), settle: settle,
      mode: contains(.mode) ? try word(.mode) : .ordinary,
      isAway: contains(.place) ? try word(.place, Place.self) == .away : false)
  }
}

private enum Place: String, CaseIterable { case home, away }
