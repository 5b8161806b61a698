"""A benchmark's answer: tables, and each mark with whether it was met."""
from dataclasses import dataclass, field


@dataclass
class Mark:
    """One figure beside a named peer's of the same run, and what it has to be."""
    what: str
    haven: str
    peer: str
    ratio: float | None
    wanted: str
    is_met: bool

    @property
    def row(self):
        ratio = "" if self.ratio is None else f"× {self.ratio:.2f}" if self.ratio < 10 else f"× {self.ratio:.0f}"
        return [self.what, self.haven, self.peer, ratio, self.wanted, "met" if self.is_met else "**missed**"]


MARKS = ["what", "Haven", "peer", "ratio", "mark", ""]


@dataclass
class Section:
    """What one benchmark has to say: `name` is that of its place on the page."""
    name: str
    columns: list
    rows: list = field(default_factory=list)
    marks: list = field(default_factory=list)
    notes: list = field(default_factory=list)

    @property
    def text(self):
        parts = [table(self.columns, self.rows)] if self.rows else []
        return "\n\n".join([*parts, *self.notes, *([table(MARKS, [mark.row for mark in self.marks])] if self.marks else [])])


def table(columns, rows):
    lines = [f"| {' | '.join(columns)} |", "|" + "---|" * len(columns)]
    return "\n".join(lines + [f"| {' | '.join(str(cell) for cell in row)} |" for row in rows])


def ms(seconds):
    """Seconds as milliseconds, with as many digits as mean something."""
    milliseconds = seconds * 1000
    return f"{milliseconds:.2f} ms" if milliseconds < 10 else f"{milliseconds:,.0f} ms" if milliseconds >= 100 \
        else f"{milliseconds:.1f} ms"


def mb(kilobytes):
    return f"{kilobytes / 1024:.2f} MB" if kilobytes < 10 * 1024 else f"{kilobytes / 1024:.0f} MB"


def percentile(values, share):
    """The value that so much of them are at or below; of few values, the last."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def median(values):
    return percentile(values, 0.5)
