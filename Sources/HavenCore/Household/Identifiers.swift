// Ids are the config language's: lower-case letters, digits and hyphens. They are plain strings because they
// travel: to the ledger, the socket, the shell and back.

public typealias CarerID = String
/// The alias of a child, the only name of theirs that Haven ever shows.
public typealias ChildID = String
public typealias StepID = String
public typealias DayKindID = String
public typealias CalendarID = String
public typealias RoutineID = String
public typealias LadderID = String
public typealias GoalID = String
public typealias PromiseID = String
