/// The interface descriptions that the socket hands out, in Varlink's own language.
enum InterfaceText {
  /// The same text as `etc/io.haven.Daemon.varlink`, which a test keeps so: a program that may be moved cannot count
  /// on finding a file.
  static let daemon = """
    # Haven keeps a family's day: what is now, what comes next, and what was said about it.
    #
    # Instants are RFC 3339 with the household's offset, to the second. Spans are whole seconds unless they say minutes.
    # Ids of steps, children, carers, goals, promises and cues may be shortened to a prefix that is unique.
    # `as` is the carer who asks or acts; left out, it is whose login the caller has, else the first carer.
    # Objects may gain fields under version 1; none is taken away.
    interface io.haven.Daemon

    type ChildNext (at: string, step: string, name: string, seconds_left: int)

    # One child's current step, and the next of today. state: here, asleep, away, retreat.
    type ChildNow (
      child: string,
      step: ?string,
      name: ?string,
      since: ?string,
      until: ?string,
      seconds_left: ?int,
      state: string,
      next: ?ChildNext
    )

    type NextStep (at: string, step: string, name: string, children: []string, seconds_left: int)

    # The next rung for the carer who asks; seconds_left until it is said.
    type NextCue (at: string, id: string, name: string, seconds_left: int)

    # The rung last shown to the carer who asks that can still come back; at is the instant of the change.
    type LatestCue (at: string, id: string, name: string)

    type Carer (id: string, name: string)

    # The next step as a bar may show it.
    type BarStep (at: string, name: ?string, children: []string, minutes: bool)

    # Why the carer is shown nothing just now: quiet, hush, unsafe, tagged-out, off-duty.
    type Silence (reason: string, until: ?string)

    type ChildMode (child: string, mode: string, until: ?string)

    # Seconds since food and water, of a child for whom either is past 105 minutes.
    type Fuel (child: string, food: ?int, water: ?int)

    # A goal of the carer's, whose window is open.
    type OpenWindow (goal: string, name: string, until: string)

    # A day to tell a child of what begins then, for the carer alone who tells them.
    type HeadsUp (child: string, starts_at: string)

    # A cue that waits until it can be said; at is the instant of the change.
    type Held (id: string, name: string, at: string, reason: string, since: ?string)

    # Why nothing at all can be shown just now: do-not-disturb, no-server, locked.
    type ScreenHold (reason: string, since: ?string)

    # A stretch in which a cue waited; until is null while it does.
    type Wait (reason: string, since: string, until: ?string)

    # A cue that waited earlier today; then is its next state, claimed where it was said.
    type Waited (id: string, name: string, reason: string, since: string, until: string, then: string)

    # What one source says at present. fact: locked, idle, do-not-disturb, full-screen.
    type DesktopFact (source: string, fact: string, is_true: bool)

    # A change of the last half hour that nothing was said about.
    type Passed (step: string, name: string, child: string, at: string, seconds_ago: int)

    # Something to say yes or no to; nothing happens of itself. what: soft-day, still-right (a mode has lasted for days).
    # children is empty for every child; yes and no are what to type.
    type Offer (what: string, children: []string, since: ?string, yes: string, no: string)

    # A step that was moved and now runs into the next, whose words and time follow, by so many seconds; commands would
    # put it right, best first.
    type Late (
      child: string,
      step: string,
      next: string,
      name: string,
      at: string,
      seconds: int,
      commands: []string
    )

    # One small thing, where there is a moment for it. kind: card, tea, dose; text is what a dose is.
    type SmallThing (kind: string, topic: ?string, child: ?string, text: ?string, until: ?string)

    # How things stand for one carer; what Now answers.
    type State (
      version: int,
      kind: string,
      at: string,
      zone: string,
      day: string,
      carer: string,
      children: []ChildNow,
      next_step: ?NextStep,
      next_cue: ?NextCue,
      latest_cue: ?LatestCue,
      duty: ?Carer,
      silence: ?Silence,
      mode: string,
      modes: []ChildMode,
      fuel: []Fuel,
      promises_due: int,
      window: ?OpenWindow,
      heads_up: ?[]HeadsUp,
      held: []Held,
      screen: ?ScreenHold,
      passed: []Passed,
      offer: ?Offer,
      late: []Late,
      small: ?SmallThing,
      worksheets_due: ?int,
      questions_kept: ?int,
      gently: ?int,
      hint: ?string
    )

    # One step or cue to come. what: step, cue. id and to are a cue's.
    type Coming (
      at: string,
      what: string,
      step: string,
      name: string,
      children: []string,
      seconds_left: int,
      id: ?string,
      to: ?string
    )

    # size: easy, normal, hard, very-hard; null where a ladder alone makes the transition.
    type Transition (child: string, size: ?string, tried: ?bool)

    type DayStep (
      at: string,
      until: ?string,
      step: string,
      name: string,
      children: []string,
      carer: ?string,
      tags: []string,
      anchor: string,
      transitions: []Transition,
      away: bool,
      moved_by: ?int,
      done_at: ?string
    )

    # to is null for what the leave-card carries, and where nobody is on duty.
    type DayCue (
      at: string,
      id: string,
      step: string,
      child: string,
      rung: string,
      seconds_left: int,
      to: ?string,
      leave_card: bool
    )

    # One way in which a day differs from how it was written. what: moved, swapped (with), skipped, late (dropped or moved for
    # it), soft (a soft day left it out), fewer (not for these children), overnight. by: who said so.
    type Change (
      what: string,
      step: string,
      name: string,
      children: []string,
      was: ?string,
      at: ?string,
      by: ?string,
      with: ?string
    )

    # Two things of a day that do not fit. what: carer (two changes need the same one), overlap (a child is in both).
    type Conflict (
      what: string,
      at: string,
      steps: []string,
      children: []string,
      carer: ?string,
      seconds: ?int
    )

    # One child's soft day: the age gone by, minutes between offers, doses of nurture to aim for, boundaries still held.
    type SoftDay (
      child: string,
      mode: string,
      since: string,
      until: ?string,
      age: ?int,
      food: ?int,
      water: ?int,
      nurture: int,
      boundaries: []string
    )

    # what: added, missing, moved, who.
    type Difference (
      what: string,
      step: string,
      name: string,
      at: string,
      usually: ?string,
      children: []string,
      reason: ?string
    )

    # One rung, and what became of it. state: planned, or a state of the ledger.
    type RungState (
      at: string,
      id: string,
      rung: string,
      seconds_left: int,
      state: string,
      reason: ?string,
      to: ?string,
      waits: ?[]Wait
    )

    # One child's ladder before a step: each choice that made it, in words, and its rungs; dismissed are those closed
    # without an answer on the last three days on which they were shown.
    type Ladder (
      child: string,
      size: ?string,
      decisions: []string,
      rungs: []RungState,
      dismissed: ?[]string
    )

    # state: ok, missing, faulty (the files on disk are, and an older config runs).
    type ConfigState (
      directory: string,
      files: []string,
      loaded_at: ?string,
      state: string,
      problems: []string,
      warnings: int
    )

    # A command of the config's, and how it fared since the start. name is its program's; running counts those at work or
    # waiting; failure is what was wrong last, and said the last line that it complained with, nothing where it went well since.
    type HookState (
      name: string,
      ran: int,
      failed: int,
      running: int,
      ran_at: ?string,
      failed_at: ?string,
      failure: ?string,
      said: ?string
    )

    # bus and ready say whether a session bus is reached and whether a notification would be shown.
    type NotifierState (
      to: string,
      state: string,
      server: ?string,
      locked: bool,
      inhibited: bool,
      bus: ?bool,
      ready: ?bool,
      capabilities: ?[]string
    )

    # The folder shared with other logins: whose Havens run, and whose do not.
    type Sharing (directory: string, here: []string, absent: []string, problems: []string)

    # troubled: it cannot be read or written at present. Bytes on the disk, changes that wait for it, damaged copies that were set aside; faults only where Status was asked
    # to examine it.
    type LedgerState (
      path: string,
      state: string,
      troubled: ?bool,
      bytes: ?int,
      pending: ?int,
      aside: ?[]string,
      faults: ?[]string
    )

    type LineItem (id: string, step: string, child: string, rung: string, seconds_left: int)

    # What one carer was shown at one instant. kind: cue, catch_up, moved, fuel, nudge, appointment, promise, respite,
    # tell, marked, digest, review, swap.
    type Line (
      version: int,
      kind: string,
      at: string,
      to: string,
      level: string,
      urgency: string,
      title: string,
      body: string,
      items: ?[]LineItem,
      moved_to: ?string,
      children: ?[]string,
      goal: ?string,
      dose: ?string,
      promise: ?string,
      lane: ?string,
      lead: ?int,
      starts_at: ?string,
      days_ahead: ?int,
      swap: ?string
    )

    # One change. what: line (something was said), state (a cue or a line is in a new state), act (a person did
    # something), plan (the day changed), config (a new config runs), screen (what a screen may show is another).
    type Event (
      version: int,
      kind: string,
      sequence: int,
      at: string,
      what: string,
      line: ?Line,
      id: ?string,
      state: ?string,
      reason: ?string,
      due_at: ?string,
      to: ?string,
      until: ?string,
      by: ?string,
      command: ?string
    )

    # A child as the outgoing carer sees it, where that was said: calm, wobbly, hard.
    type ChildState (child: string, state: ?string, hard_seconds_ago: ?int)

    # The last rung that was said before the next step.
    type Said (child: string, rung: string, at: string)

    # Seconds since each; null where it has not been today.
    type Clocks (child: string, food: ?int, water: ?int, moved: ?int)

    # Open; by is who made it.
    type OpenPromise (promise: string, due: string, by: string)

    # A hard moment as it is kept; moment is its number. size: 1 wobble, 2 hard, 3 unsafe. settle: minutes.
    type HardMoment (
      moment: int,
      at: string,
      by: string,
      child: ?string,
      size: int,
      settle: ?int,
      tags: []string,
      helped: []string,
      step: ?string,
      name: ?string,
      note: ?string
    )

    # Seconds since a child had what a body needs, and what is past its time. offer: food, water. sleep_logged is false
    # where the night is what the plan says.
    type Body (
      child: string,
      food: ?int,
      water: ?int,
      moved: ?int,
      slept: ?int,
      sleep_logged: ?bool,
      offer: []string
    )

    # A word that judges, and what could be said for it.
    type Reworded (said: string, rather: string)

    # What Hard and HardEdit tell besides: bodies first, who was there, what helped before, and what rests until when.
    type HardReply (
      moment: HardMoment,
      bodies: []Body,
      duty: ?Carer,
      helps: []string,
      rests_until: ?string,
      asks_again_at: ?string,
      reworded: []Reworded,
      points_to_help: bool
    )

    # What was done: by whom, as it would be typed with every id whole, and what to tell the person, a line each.
    # kind: act, undo. hard is what Hard and HardEdit tell besides.
    type Act (version: int, kind: string, at: string, by: string, command: string, lines: []string, hard: ?HardReply)

    # Lines of the config that become others. file is haven.toml or conf.d/NAME.toml; line is the first one's, from 1.
    type ConfigChange (file: string, line: int, before: []string, after: []string)

    # what: soft-day, shorter, drop, longer. count of the last `of` times spoke for it. changes is left out by the daemon,
    # which does not write the config: havenctl finds the lines; places are those that want a person's hand.
    type Suggestion (
      number: int,
      id: string,
      what: string,
      step: ?string,
      child: ?string,
      goal: ?string,
      count: ?int,
      of: ?int,
      before: ?int,
      before_of: ?int,
      better_count: ?int,
      better_of: ?int,
      from: ?string,
      to: ?string,
      rung: ?string,
      rungs: ?[]string,
      changes: ?[]ConfigChange,
      places: ?[]string
    )

    # so many times, hours or nights, low to high, in a period: week, 2 weeks, 28 days, quarter, year.
    type GoalTarget (low: int, high: int, unit: string, period: string)

    type Stretch (from: string, until: string)

    # Why a goal is not on offer, and when that may be over; until is left out for the rest of the day.
    type GoalHold (reason: string, until: ?string)

    # Shares in whole percent, lately counting for more; left out under five offers.
    type GoalAnswers (window: string, offered: int, answered: ?int, taken: ?int)

    # Times by length: to five minutes, to under an hour, longer.
    type GoalDoses (micro: int, short: int, long: int)

    # offered_by: step, window, step-and-window, appointment, none. state: awake, shrunk, sleeping, let-go.
    type OwnGoal (
      goal: string,
      name: string,
      domain: string,
      minutes: int,
      dose: string,
      smallest: ?string,
      target: ?GoalTarget,
      offered_by: string,
      after: ?string,
      since: string,
      touched: int,
      full: int,
      minutes_done: int,
      doses: GoalDoses,
      met: ?bool,
      state: string,
      windows: []Stretch,
      next: ?string,
      hold: ?GoalHold,
      appointment: ?string,
      answers: []GoalAnswers
    )

    # Who has the children in a lane's time, and the next of its standing times.
    type RespiteLane (lane: string, cover: ?string, known_since: ?string, backup: ?string, next: ?Stretch)

    # what: cover, known, approval, confirm, tell, goodbye, care-card, back, landing, soft-day.
    type RespiteCheck (what: string, at: ?string, child: ?string, carer: ?string, promise: ?string)

    type RespiteBooking (lane: string, from: string, until: string, cover: ?string, checklist: []RespiteCheck)

    # by: us, sitter, crisis, agency.
    type CalledOff (lane: string, from: string, by: ?string)

    # state: open, overdue, kept, moved-in-time, repaired. lane: of the booking that it is the return of.
    type Promise (
      promise: string,
      due: string,
      by: string,
      set: string,
      state: string,
      hangs_on: ?string,
      note: ?string,
      lane: ?string
    )

    # A suggestion that was accepted, with what it changed.
    type Accepted (id: string, at: string, changes: []ConfigChange)

    # A change before which something else than what is written is tried.
    type TriedChange (step: string, name: string, child: string)

    # How often a change was smooth; settled is of how many hard moments the middle one of the minutes is.
    type TrialArm (smooth: int, of: int, settled: ?int, settle_median: ?float)

    # change: ladder, size, minutes, with, without. was and tried are ladders, P20 · 15 · 5. until is included. state: waiting,
    # running, finished, stopped. few: too few times on either side to say anything.
    type Trial (
      step: string,
      child: string,
      change: string,
      value: string,
      was: string,
      tried: string,
      from: string,
      until: string,
      state: string,
      before: TrialArm,
      during: TrialArm,
      few: bool,
      changes: ?[]ConfigChange,
      places: ?[]string
    )

    # form: plain, ofnr. The text is empty where its words are no longer kept.
    type KeptNote (number: int, at: string, by: string, child: ?string, form: string, text: string)

    # lean: from -1, all structure, to 1, all nurture.
    type WeekLean (structure: int, even: int, nurture: int, lean: float, words: string)

    type WeekSides (boundaries_held: int, choices_offered: int, nurture_offered: int, repairs: int)

    # In the family's own words.
    type HeldBoundary (name: string, feeling: ?string, limit: ?string)

    # The name is empty for a soft day.
    type Lighter (name: string, command: string)

    # concern is the child's, worry the adult's; revisit is the date to look at it again.
    type Worksheet (
      number: int,
      child: string,
      at: string,
      by: string,
      concern: string,
      worry: string,
      plan: string,
      revisit: ?string
    )

    # audience: therapist, coach, group, school, doctor, social-worker.
    type Question (number: int, at: string, audience: ?string, text: string)

    # One thing that is remembered. Fields that do not belong to `what` are left out.
    type Record (
      version: int,
      kind: string,
      at: string,
      what: string,
      by: ?string,
      command: ?string,
      child: ?string,
      step: ?string,
      size: ?int,
      settle: ?int,
      tags: ?[]string,
      helped: ?[]string,
      note: ?string,
      mode: ?string,
      age: ?int,
      promise: ?string,
      became: ?string,
      until: ?string,
      times: ?int,
      hard: ?int,
      apart: ?int,
      id: ?string,
      state: ?string,
      reason: ?string,
      due_at: ?string,
      to: ?string
    )

    type Count (what: string, count: int)

    # What is now, for one carer. The fields are those of State.
    method Now(as: ?string) -> (
      version: int,
      kind: string,
      at: string,
      zone: string,
      day: string,
      carer: string,
      children: []ChildNow,
      next_step: ?NextStep,
      next_cue: ?NextCue,
      latest_cue: ?LatestCue,
      duty: ?Carer,
      silence: ?Silence,
      mode: string,
      modes: []ChildMode,
      fuel: []Fuel,
      promises_due: int,
      window: ?OpenWindow,
      heads_up: ?[]HeadsUp,
      held: []Held,
      screen: ?ScreenHold,
      passed: []Passed,
      offer: ?Offer,
      late: []Late,
      small: ?SmallThing,
      worksheets_due: ?int,
      questions_kept: ?int,
      gently: ?int,
      hint: ?string
    )

    # What a status bar may show: no more than any screen of the household may carry just now. next has no name and no
    # children where level is generic, and minutes is false where the time that is left is to be no number. changes_at is
    # when to ask again though nothing was announced.
    method Bar(as: ?string) -> (
      version: int,
      kind: string,
      at: string,
      carer: string,
      level: string,
      next: ?BarStep,
      soft: bool,
      silence: ?string,
      held: int,
      screen: ?string,
      changes_at: string
    )

    # What comes next: 1 to 50 steps and cues, 5 where count is left out.
    method Next(count: ?int, as: ?string) -> (version: int, kind: string, at: string, items: []Coming)

    # The steps and cues of a date, 2026-03-10; today where it is left out.
    method Day(date: ?string) -> (
      version: int,
      kind: string,
      date: string,
      day: string,
      mode: string,
      zone: string,
      steps: []DayStep,
      cues: []DayCue,
      changes: ?[]Change,
      conflicts: ?[]Conflict,
      late: ?[]Late
    )

    # Who has a soft day, since when and until when, what left today for it, and what may be offered.
    method Mode(as: ?string) -> (
      version: int,
      kind: string,
      at: string,
      mode: string,
      modes: []SoftDay,
      left: []Change,
      offer: ?Offer
    )

    # What differs tomorrow from usual.
    method Tomorrow(as: ?string) -> (
      version: int,
      kind: string,
      date: string,
      day: string,
      usual: string,
      usual_day: string,
      differences: []Difference,
      first: ?DayStep,
      mode: ?string,
      tried: ?[]TriedChange,
      gently: ?bool,
      heads_up: ?[]HeadsUp,
      worksheets_due: ?int
    )

    # What a step of today, else of tomorrow, is for, and how its ladders came to be.
    method Why(step: string) -> (
      version: int,
      kind: string,
      date: string,
      at: string,
      step: string,
      name: string,
      why: ?string,
      moved_by: ?int,
      ladders: []Ladder
    )

    # What the next carer needs to know of this shift. What nobody said is left out.
    method Handover(as: ?string) -> (
      version: int,
      kind: string,
      at: string,
      carer: string,
      since: string,
      by: ?Carer,
      written_at: ?string,
      children: []ChildNow,
      next_step: ?NextStep,
      said: []Said,
      next_cue: ?NextCue,
      states: []ChildState,
      fuel: []Clocks,
      times_up: int,
      meds: ?string,
      promises: []OpenPromise,
      held: []string,
      choices: []string,
      helped: []string,
      changes: []string,
      knows: []string,
      level: ?int,
      line: ?string
    )

    # The hard moments of the last hundred days, the latest first, at most count of them.
    method HardMoments(child: ?string, count: ?int) -> (version: int, kind: string, at: string, moments: []HardMoment)

    # How the daemon itself is doing; with examine every page of the database is looked at too.
    method Status(examine: ?bool) -> (
      version: int,
      kind: string,
      program: string,
      pid: int,
      at: string,
      started_at: string,
      uptime: int,
      zone: string,
      config: ConfigState,
      notifier: NotifierState,
      ledger: LedgerState,
      next_wake: ?string,
      held: []Held,
      waited: []Waited,
      screen: ?ScreenHold,
      desktop: []DesktopFact,
      untold: []string,
      clock_sources: ?[]string,
      clock: []string,
      carers: []string,
      sharing: ?Sharing,
      hooks: ?[]HookState,
      hint: ?string
    )

    # What happened since an instant, oldest first; since midnight where it is left out. What is another
    # carer's own is not among it.
    method Events(since: ?string, as: ?string) -> (
      version: int,
      kind: string,
      sequence: ?int,
      events: []Event
    )

    # The full state first, then every change as it happens. Needs `more`.
    method Monitor(as: ?string) -> (version: int, kind: string, sequence: int, state: ?State, event: ?Event)

    # A week looked back on, named by any of its dates; this week where it is left out. havenctl-learn(1) has the fields.
    method Review(week: ?string, as: ?string) -> (
      version: int,
      kind: string,
      at: string,
      today: string,
      week: object,
      counts_only: ?bool,
      apart: object,
      elsewhere: int,
      context: []object,
      ladders: []object,
      helped: []object,
      children: []object,
      sides: object,
      rhythm: ?object,
      balance: ?object,
      answered_days: int,
      promises: object,
      respite: object,
      overnight: ?object,
      goals: []object,
      question: string,
      experiment: ?string
    )

    # A carer's own goals, to that carer alone. havenctl-care(1) has the fields.
    method Goals(as: ?string) -> (
      version: int,
      kind: string,
      at: string,
      carer: string,
      nudges_today: int,
      nudges_this_week: int,
      goals: []OwnGoal
    )

    # Time off by lane, with the figures that Review has; what is booked, with what to see to.
    method Respite(as: ?string) -> (
      version: int,
      kind: string,
      at: string,
      carer: string,
      respite: object,
      overnight: ?object,
      lanes: []RespiteLane,
      booked: []RespiteBooking,
      called_off: []CalledOff
    )

    # What was promised, what is open first, and the figures of four weeks.
    method Promises(as: ?string) -> (
      version: int,
      kind: string,
      at: string,
      since: string,
      promises: []Promise,
      figures: object
    )

    # Thirteen whole weeks beside the thirteen before them.
    method Quarter(as: ?string) -> (
      version: int,
      kind: string,
      at: string,
      monday: string,
      trends: []object,
      soft_days: int,
      soft_days_before: int
    )

    # Kindest first, at most five. few: too little was lived to say anything. accepted: the last that can be taken back.
    method Suggestions(as: ?string) -> (
      version: int,
      kind: string,
      at: string,
      carer: string,
      suggestions: []Suggestion,
      few: bool,
      accepted: ?Accepted
    )

    # What was looked at together and is not done. not_now: why this is no hour to begin another for the child.
    method Worksheets(child: ?string, as: ?string) -> (
      version: int,
      kind: string,
      at: string,
      worksheets: []Worksheet,
      not_now: ?string
    )

    # The carer's own.
    method Questions(as: ?string) -> (version: int, kind: string, at: string, carer: string, questions: []Question)

    # What is tried before a change, and what was in the last hundred days, oldest first.
    method Trials(as: ?string) -> (version: int, kind: string, at: string, trials: []Trial)

    # The latest first, at most count: the household's, and the carer's own.
    method Notes(child: ?string, count: ?int, as: ?string) -> (version: int, kind: string, at: string, notes: []KeptNote)

    # How the week leans so far; balance is null under three answers. doses and boundary are what the lighter side could do
    # with.
    method WeekBalance(as: ?string) -> (
      version: int,
      kind: string,
      at: string,
      monday: string,
      answered: int,
      balance: ?WeekLean,
      sides: WeekSides,
      doses: []string,
      boundary: ?HeldBoundary
    )

    # What the carer said today; level is null where nothing was said. lighter: what could be let go, at 2 and below.
    method CapacityToday(as: ?string) -> (
      version: int,
      kind: string,
      at: string,
      carer: string,
      level: ?int,
      lighter: []Lighter
    )

    method Version() -> (version: int, kind: string, program: string)

    # Read the config again. What ran before goes on where it is not valid.
    method Reload() -> (version: int, kind: string, at: string, files: []string, warnings: []string)

    # Take back the last act of this carer, up to ten minutes old.
    method Undo(as: ?string) -> (act: Act)

    # What is remembered, oldest first: all of the household's, or what is about one child. With `more` it comes in pieces;
    # without, in one piece, and `next` is the `after` of the next call. what: hard, promise, nurture, mode, noticed,
    # respite, week (the counts that are left of an older week), act, state. For a meeting no carer and no other child is
    # named, and every week has its counts.
    method Export(child: ?string, meeting: ?bool, since: ?string, until: ?string, after: ?string, as: ?string) -> (
      version: int,
      kind: string,
      zone: string,
      records: []Record,
      next: ?string
    )

    # Erase a child, whose alias is given whole. Without `confirmed` it only says what would go. The copies in `backups` are
    # the caller's to delete, and the config is the family's.
    method Purge(child: string, confirmed: ?bool) -> (
      version: int,
      kind: string,
      child: string,
      done: bool,
      in_config: bool,
      records: []Count,
      backups: []string,
      copies: []string,
      left: []string,
      kept: int
    )

    # A whole copy of the ledger, in the state directory at `copy`: the caller's to move to `path`, which is remembered.
    method Backup(path: string) -> (version: int, kind: string, at: string, path: string, copy: string)

    # Each of the following does one thing.

    # The step is under way: nothing more is said about it.
    method Done(step: string, as: ?string) -> (act: Act)

    # Whole minutes, today only.
    method Delay(step: string, minutes: int, as: ?string) -> (act: Act)

    # The step is not in today.
    method Skip(step: string, as: ?string) -> (act: Act)

    # Two steps of today change places.
    method Swap(first: string, second: string, as: ?string) -> (act: Act)

    # So many minutes late, for one child or all: optional steps go, others shift, fixed ones stay.
    method Late(minutes: int, child: ?string, as: ?string) -> (act: Act)

    method Snooze(cue: string, seconds: int, as: ?string) -> (act: Act)

    # A notification's button. answer: done, later, not-today, dismiss.
    method Answer(cue: string, answer: string, as: ?string) -> (act: Act)

    method Retreat(child: string, on: bool, as: ?string) -> (act: Act)

    # mode: ordinary, low-demand, regression, sick. For every child where child is left out. until is an instant.
    method SetMode(mode: string, child: ?string, age: ?int, until: ?string, as: ?string) -> (act: Act)

    # Nothing to this carer for so many seconds.
    method Hush(seconds: int, as: ?string) -> (act: Act)

    method Unsafe(on: bool, as: ?string) -> (act: Act)

    # Until TagIn, where seconds is left out.
    method TagOut(seconds: ?int, as: ?string) -> (act: Act)

    method TagIn(as: ?string) -> (act: Act)

    # answer: yes, later, no.
    method TagAnswer(answer: string, as: ?string) -> (act: Act)

    # First choice until midnight.
    method Duty(carer: string, as: ?string) -> (act: Act)

    # What only the outgoing carer can say. meds: given, not-given. level: 1 to 5.
    method WriteHandover(
      calm: ?[]string,
      wobbly: ?[]string,
      hard: ?[]string,
      choices: ?[]string,
      helped: ?[]string,
      knows: ?[]string,
      meds: ?string,
      level: ?int,
      line: ?string,
      as: ?string
    ) -> (act: Act)

    # A hard moment that is over. size: 1 to 3. settle: minutes. at: when it began, where not just now; within a day.
    method Hard(
      child: ?string,
      size: ?int,
      settle: ?int,
      tags: ?[]string,
      helped: ?[]string,
      at: ?string,
      note: ?string,
      as: ?string
    ) -> (act: Act)

    # What is given takes the place of what was there; an empty note is none. The last one where moment is left out.
    method HardEdit(
      moment: ?int,
      child: ?string,
      size: ?int,
      settle: ?int,
      tags: ?[]string,
      helped: ?[]string,
      at: ?string,
      note: ?string,
      as: ?string
    ) -> (act: Act)

    # Nothing of it is kept. The last one where moment is left out.
    method HardDelete(moment: ?int, as: ?string) -> (act: Act)

    method Fed(child: string, as: ?string) -> (act: Act)

    method Drank(child: string, as: ?string) -> (act: Act)

    method Moved(child: string, as: ?string) -> (act: Act)

    method Nurture(child: string, as: ?string) -> (act: Act)

    # note: what was seen, small and true.
    method Noticed(note: ?string, as: ?string) -> (act: Act)

    # form: plain, the household's record; ofnr, the carer's own.
    method Note(text: string, child: ?string, form: ?string, as: ?string) -> (act: Act)

    # Nothing of it is left; number is of the list, the last one where it is left out.
    method NoteDelete(number: ?int, as: ?string) -> (act: Act)

    method Repair(as: ?string) -> (act: Act)

    # up: awake in the night; not up: back in bed.
    method Night(up: bool, as: ?string) -> (act: Act)

    method BoundaryHeld(name: string, as: ?string) -> (act: Act)

    # balance: structure, even, nurture.
    method Balance(balance: string, as: ?string) -> (act: Act)

    # 1 to 5.
    method Capacity(level: int, as: ?string) -> (act: Act)

    # act: done, part, not-today, keep, shrink, let-go. minutes: what it took, of done and part.
    method Goal(goal: string, act: string, minutes: ?int, as: ?string) -> (act: Act)

    # due is an instant. hangs_on: whom else it depends on. note: the promise in one's own words.
    method PromiseAdd(promise: string, due: string, hangs_on: ?string, note: ?string, as: ?string) -> (act: Act)

    method PromiseMoved(promise: string, due: string, as: ?string) -> (act: Act)

    method PromiseKept(promise: string, as: ?string) -> (act: Act)

    method PromiseRepaired(promise: string, as: ?string) -> (act: Act)

    # lane: solo:CARER, couple, sibling:CHILD, overnight. from and to are wall times, 2026-03-21T10:00.
    method RespiteBook(lane: string, from: string, to: string, as: ?string) -> (act: Act)

    # by: us, sitter, crisis, agency.
    method RespiteCancel(lane: string, from: string, by: ?string, as: ?string) -> (act: Act)

    # counts is false for time at home or on call; true where it is left out.
    method RespiteTook(
      lane: string,
      date: string,
      minutes: int,
      counts: ?bool,
      shortened: ?bool,
      as: ?string
    ) -> (act: Act)

    method RespiteForgive(lane: string, as: ?string) -> (act: Act)

    # These lines of the config were changed for a suggestion: it is remembered, so that they can be changed back.
    method SuggestionAccepted(suggestion: string, changes: []ConfigChange, as: ?string) -> (act: Act)

    method SuggestionUndone(suggestion: string, as: ?string) -> (act: Act)

    # Tries one thing before one change, from tomorrow to last, fourteen days where it is left out; value by change: ladder (a
    # name or rungs), size, minutes, with (a rung), without (a rung). child may be left out where it can be only one's.
    method Try(step: string, child: ?string, change: string, value: string, last: ?string, as: ?string) -> (act: Act)

    # From tomorrow it is as written again.
    method TryStop(step: string, as: ?string) -> (act: Act)

    # Not said again for four weeks.
    method SuggestionDismissed(suggestion: string, as: ?string) -> (act: Act)

    # text is the child's concern, words the adult's, note the plan; revisit is a date. Refused within an hour of a hard moment.
    method Solve(child: string, text: ?string, words: ?string, note: ?string, revisit: ?string, as: ?string) -> (act: Act)

    method SolveDone(number: int, as: ?string) -> (act: Act)

    # audience: therapist, coach, group, school, doctor, social-worker. It is the carer's own.
    method Ask(text: string, audience: ?string, as: ?string) -> (act: Act)

    method AskDone(number: int, as: ?string) -> (act: Act)

    # It cannot be done as asked. truthful_no: there was nothing to do, rather than a request that makes no sense.
    error Refused (text: string, hint: ?string, truthful_no: bool)

    error NotPermitted (text: string)

    # Each is file:line:column: error: text. What ran before still runs.
    error ConfigInvalid (diagnostics: []string)

    # No config is there yet.
    error NoConfig (directory: string)

    # A fault of the daemon's own, or of the disk.
    error Failed (text: string)

    # After each of these the connection is closed.
    error MalformedRequest (reason: string)
    error RequestTooLarge (limit: int)
    error RequestTooSlow (seconds: int)
    error TooManyConnections (limit: int)

    """

  static let service = """
    # The Varlink Service Interface is provided by every varlink service. It
    # describes the service and the interfaces it implements.
    interface org.varlink.service

    # Get a list of all the interfaces a service provides and information
    # about the implementation.
    method GetInfo() -> (
      vendor: string,
      product: string,
      version: string,
      url: string,
      interfaces: []string
    )

    # Get the description of an interface that is implemented by this service.
    method GetInterfaceDescription(interface: string) -> (description: string)

    # The requested interface was not found.
    error InterfaceNotFound (interface: string)

    # The requested method was not found
    error MethodNotFound (method: string)

    # The interface defines the requested method, but the service does not
    # implement it.
    error MethodNotImplemented (method: string)

    # One of the passed parameters is invalid.
    error InvalidParameter (parameter: string)

    # Client is denied access
    error PermissionDenied ()

    # Method is expected to be called with 'more' set to true, but wasn't
    error ExpectedMore ()

    """
}
