import CSystemd
import Glibc
import Synchronization

/// The one loop of the process: sd-event underneath, and Swift's executor for everything above.
///
/// It is the executor of `LoopActor` *and* the preferred task executor of every root task. Both are needed: a
/// continuation resumes on the task's executor, not on the actor's, so an actor with its own executor alone would
/// still make Swift start its pool, and libdispatch's pool wakes the process once a second for ever.
/// So: a synchronous `main`, tasks started only by `spawn`, and never `Task {}`, `Task.detached`, `Task.sleep`.
///
/// Everything but `enqueue`, `spawn`, `isCurrent` and `perform` belongs to the thread that runs the loop.
public final class EventLoop: SerialExecutor, TaskExecutor, @unchecked Sendable {
  /// The loop of this process. Made by the first use of it.
  public static let main = EventLoop()

  /// The `sd_event *`; only for the sources of this module.
  nonisolated(unsafe) let event: OpaquePointer

  /// The thread that runs the loop; until it runs, the one that made it, so that a main can compose before it runs.
  private let thread: Atomic<UInt>
  private let isRun = Atomic(false)
  /// Written when jobs come in. An sd-event defer source would save the system call, but it counts as the oldest of
  /// the pending sources for ever: a task that keeps yielding would starve timers and sockets.
  private let wakeDescriptor: Int32
  private let queue = Mutex<[UnownedJob]>([])

  // Touched on the loop's thread only.
  private var wakeSource: OpaquePointer?
  private var batch: [UnownedJob] = []

  private init() {
    var made: OpaquePointer?
    let result = sd_event_new(&made)
    wakeDescriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
    guard result >= 0, let made, wakeDescriptor >= 0 else {
      // Only a process without memory or descriptors comes here, before it has anything to lose.
      preconditionFailure("cannot make the event loop: error \(-result)")
    }
    event = made
    thread = Atomic(pthread_self())
    sd_event_add_io(
      event, &wakeSource, wakeDescriptor, UInt32(EPOLLIN.rawValue),
      { _, descriptor, _, own in
        var count: UInt64 = 0
        read(descriptor, &count, 8)
        if let own { Unmanaged<EventLoop>.fromOpaque(own).takeUnretainedValue().drain() }
        return 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Runs the loop on the calling thread until `exit(_:)`.
  /// - Returns: the code given to `exit(_:)`.
  /// - Throws: `EBUSY` where another thread runs it already.
  public func run() throws(SystemError) -> Int32 {
    guard !isRun.exchange(true, ordering: .acquiringAndReleasing) else {
      throw SystemError(code: EBUSY, operation: "the event loop")
    }
    defer { isRun.store(false, ordering: .releasing) }
    thread.store(pthread_self(), ordering: .releasing)
    return try sd(sd_event_loop(event), "sd_event_loop")
  }

  /// Ends `run()` after the callback that is running now.
  @LoopActor public func exit(_ code: Int32) { sd_event_exit(event, code) }

  /// Whether the caller is on the loop's thread.
  public var isCurrent: Bool { pthread_equal(pthread_self(), thread.load(ordering: .acquiring)) != 0 }

  /// Starts a root task on the loop: the only way to start one.
  @discardableResult
  public func spawn(
    name: String? = nil, _ body: @escaping @Sendable @LoopActor () async -> Void
  ) -> Task<Void, Never> {
    Task(name: name, executorPreference: self) { await body() }
  }

  /// Runs `body` on the loop: at once if the caller is on it, else as soon as the loop comes to it.
  public func perform(_ body: @escaping @Sendable @LoopActor () -> Void) {
    if isCurrent { LoopActor.assumeIsolated(body) } else { spawn { body() } }
  }
}

extension EventLoop {
  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let isFirst = queue.withLock { queue in
      queue.append(job)
      return queue.count == 1
    }
    // Not the first: whoever put the first one there has woken the loop, and it takes all of them together.
    guard isFirst else { return }
    var one: UInt64 = 1
    write(wakeDescriptor, &one, 8)
  }

  private func drain() {
    queue.withLock { queue in swap(&queue, &batch) }
    let executor = asUnownedSerialExecutor()
    let taskExecutor = asUnownedTaskExecutor()
    for job in batch { job.runSynchronously(isolatedTo: executor, taskExecutor: taskExecutor) }
    batch.removeAll(keepingCapacity: batch.capacity <= 256)
  }

  public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }
  public func asUnownedTaskExecutor() -> UnownedTaskExecutor { UnownedTaskExecutor(ordinary: self) }
  public func checkIsolated() { precondition(isCurrent, "not on the event loop") }
  public func isIsolatingCurrentContext() -> Bool? { isCurrent }
}

extension EventLoop {
  /// Answers the service manager's watchdog from this loop, so that an answer proves that the loop runs.
  ///
  /// Every answer is a wake-up, at about two thirds of `WatchdogSec`.
  /// - Returns: whether the manager asked for one (`WATCHDOG_USEC` in the environment).
  @LoopActor @discardableResult
  public func answerWatchdog() throws(SystemError) -> Bool {
    try sd(sd_event_set_watchdog(event, 1), "sd_event_set_watchdog") > 0
  }
}
