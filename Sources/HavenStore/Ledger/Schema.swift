/// The ledger's tables. `docs/ledger.md` is their page; keep both together.
enum Schema {
  static let migrations = Migrations(steps: [first, second, third, fourth])

  /// `Havn`: what `file` and SQLite tell Haven's databases from others by.
  static let applicationID = 0x4861_766E

  private static let first: StaticString = """
    CREATE TABLE entry (
      seq     INTEGER PRIMARY KEY,
      id      TEXT NOT NULL,
      kind    TEXT NOT NULL,
      state   TEXT NOT NULL,
      reason  TEXT,
      due_at  INTEGER NOT NULL,
      at      INTEGER NOT NULL,
      carer   TEXT,
      until   INTEGER,
      subject TEXT
    ) STRICT;
    CREATE INDEX entry_id ON entry (id);
    CREATE INDEX entry_due ON entry (due_at);
    CREATE INDEX entry_at ON entry (at);
    CREATE INDEX entry_nudge ON entry (subject, due_at) WHERE kind = 'nudge' AND subject IS NOT NULL;

    CREATE TABLE act (
      id        INTEGER PRIMARY KEY,
      at        INTEGER NOT NULL,
      date      TEXT NOT NULL,
      carer     TEXT NOT NULL,
      kind      TEXT NOT NULL,
      subject   TEXT,
      lasting   TEXT,
      ends_at   INTEGER,
      command   TEXT NOT NULL,
      undone_at INTEGER
    ) STRICT;
    CREATE INDEX act_at ON act (at);
    CREATE INDEX act_lasting ON act (lasting) WHERE lasting IS NOT NULL AND undone_at IS NULL;

    CREATE TABLE meta (
      one          INTEGER PRIMARY KEY CHECK (one = 1),
      alive_at     INTEGER,
      transactions INTEGER NOT NULL,
      last_act     INTEGER NOT NULL
    ) STRICT;
    INSERT INTO meta VALUES (1, NULL, 0, 0);

    PRAGMA application_id = 0x4861766E;
    PRAGMA user_version = 1;
    """

  /// What was lived, and what people did by kind: for looking back.
  private static let second: StaticString = """
    CREATE TABLE occurrence (
      date   TEXT NOT NULL,
      at     INTEGER NOT NULL,
      step   TEXT NOT NULL,
      child  TEXT NOT NULL,
      size   TEXT,
      ladder TEXT NOT NULL,
      mode   TEXT NOT NULL,
      place  TEXT NOT NULL,
      PRIMARY KEY (date, step, child)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX act_kind ON act (kind, at);

    PRAGMA user_version = 2;
    """

  /// What hard moments become once their details are old, and where copies went that a purge must clear.
  private static let third: StaticString = """
    CREATE TABLE week (
      monday TEXT NOT NULL,
      child  TEXT NOT NULL,
      step   TEXT NOT NULL,
      times  INTEGER NOT NULL,
      hard   INTEGER NOT NULL,
      settle INTEGER,
      PRIMARY KEY (monday, child, step)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE backup (
      path TEXT PRIMARY KEY,
      at   INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE meta ADD COLUMN counted_to TEXT;

    PRAGMA user_version = 3;
    """

  /// What is kept of a week is what its figures were made from: halves of a minute, soft days, what was told apart.
  private static let fourth: StaticString = """
    ALTER TABLE week RENAME COLUMN settle TO settle_halves;
    UPDATE week SET settle_halves = 2 * settle_halves;
    ALTER TABLE week ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE week_apart (
      monday       TEXT NOT NULL,
      child        TEXT NOT NULL,
      soft_days    INTEGER NOT NULL,
      soft_changes INTEGER NOT NULL,
      away_changes INTEGER NOT NULL,
      PRIMARY KEY (monday, child)
    ) STRICT, WITHOUT ROWID;

    PRAGMA user_version = 4;
    """
}
