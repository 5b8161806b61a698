import HavenDesktop

/// When a process dies. From then on nothing that its code still does reaches the world.
@LoopActor
final class Mortality {
  private(set) var isDead = false
  /// How many points it still passes alive; nil while nothing is going to kill it.
  private var pointsLeft: Int?
  /// Where the fuse ends inside a commit: how many of its writes reach the disk. Nil to die before or after it.
  private(set) var writesOfLastCommit: Int?
  /// What the moment of death leaves behind is taken down here.
  var onDeath: @LoopActor () -> Void = {}

  /// - Parameters:
  ///   - points: a claim written, a notification sent, an answer to it heard: each is before one and after another.
  ///   - writes: tears the commit in which the last point lies.
  func arm(points: Int, writes: Int?) {
    pointsLeft = points
    writesOfLastCommit = writes
  }

  var isArmed: Bool { pointsLeft != nil && !isDead }

  /// Whether the next point is the last.
  var diesNext: Bool { pointsLeft == 1 && !isDead }

  /// Passes a point.
  func pass() {
    guard !isDead, let left = pointsLeft else { return }
    pointsLeft = left - 1
    if left <= 1 { die() }
  }

  func die() {
    guard !isDead else { return }
    isDead = true
    onDeath()
  }
}
