extension CivilDate {
  /// `Tue 10 March`, for the shell and for paper; a notification's date is its language's own.
  public var shortText: String { "\(weekday.englishName.prefix(3)) \(day) \(monthName)" }

  /// `Tuesday 10 March`.
  public var longText: String { "\(weekday.englishName) \(day) \(monthName)" }

  private var monthName: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return names[month - 1]
  }
}
