"""Civil time: dates and wall times against instants (whole seconds since 1970, UTC), and the small grammars."""
import re
from datetime import date as Date, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

MINUTE, HOUR = 60, 3600
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


class Fault(Exception):
    """A config or a script that is refused."""


def days_after(date, n):
    return date + timedelta(days=n)


class Zone:
    """The household's zone. A time in a gap is taken with the offset before it; one that comes twice is the first."""

    def __init__(self, name):
        self.name, self.info = name, ZoneInfo(name)
        self.at = lru_cache(maxsize=None)(self._at)
        self.skips = lru_cache(maxsize=None)(self._skips)

    def _at(self, date, minutes):
        wall = datetime(date.year, date.month, date.day, minutes // 60, minutes % 60, tzinfo=self.info, fold=0)
        return int(wall.timestamp())

    def local(self, instant):
        return datetime.fromtimestamp(instant, self.info)

    def date(self, instant):
        return self.local(instant).date()

    def midnight(self, date):
        return self.at(date, 0)

    def offset(self, date, minutes):
        return self.local(self.at(date, minutes)).utcoffset()

    def _skips(self, date):
        """True for a date that this zone never had, such as Apia's 2011-12-30."""
        return self.date(self.at(date, 0)) != date and self.date(self.at(date, 23 * 60 + 59)) != date

    def text(self, instant):
        """RFC 3339 with the offset, to the second."""
        return self.local(instant).isoformat(timespec="seconds")

    def moment(self, text):
        """'2026-03-10', '2026-03-10T17:12' or the same with seconds, on the household's wall."""
        wall = datetime.fromisoformat(text.replace(" ", "T"))
        return self.at(wall.date(), wall.hour * 60 + wall.minute) + wall.second


def wall(text):
    """'07:30' as minutes after midnight."""
    hit = re.fullmatch(r"(\d\d):(\d\d)", text)
    if not hit or int(hit[1]) > 23 or int(hit[2]) > 59:
        raise Fault(f"'{text}' is no time")
    return int(hit[1]) * 60 + int(hit[2])


def duration(text):
    """'1h30m' as seconds."""
    if not re.fullmatch(r"(\d+[smhd])+", text):
        raise Fault(f"'{text}' is no duration")
    return sum(int(n) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[u] for n, u in re.findall(r"(\d+)([smhd])", text))


def weekdays(text):
    """'Mon-Fri', 'Tue, Thu' or 'daily' as a set of weekday numbers."""
    found = set()
    for part in (p.strip() for p in text.split(",")):
        if part == "daily":
            found |= set(range(7))
            continue
        first, _, last = part.partition("-")
        a, b = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
        found |= {(a + n) % 7 for n in range((b - a) % 7 + 1)}
    return found


class Window:
    """'[DAYS or DATE] HH:MM-HH:MM': holds its start and not its end; an end not after the start is the next day's."""

    def __init__(self, text):
        hit = re.fullmatch(r"(?:(.*\S)\s+)?(\d\d:\d\d)-(\d\d:\d\d)", text.strip())
        if not hit:
            raise Fault(f"'{text}' is no window")
        self.start, self.end = wall(hit[2]), wall(hit[3])
        self.dates = self.days = None
        if hit[1] and re.fullmatch(r"\d{4}-\d\d-\d\d", hit[1]):
            self.dates = {Date.fromisoformat(hit[1])}
        else:
            self.days = weekdays(hit[1] or "daily")

    def on(self, zone, date):
        """[start, end) of the window that belongs to this date, or None."""
        if date not in self.dates if self.dates else date.weekday() not in self.days:
            return None
        last = date if self.end > self.start else days_after(date, 1)
        return zone.at(date, self.start), zone.at(last, self.end)


class Span:
    """'2026-03-09T06:00/2026-03-11T19:00' on the household's wall."""

    def __init__(self, text):
        self.first, self.last = text.split("/")

    def on(self, zone, date):
        return zone.moment(self.first), zone.moment(self.last)


def windows(value, spans=False):
    """A key that takes windows takes one string or a list."""
    texts = [value] if isinstance(value, str) else value
    return [Span(t) if spans and "/" in t else Window(t) for t in texts]


class Periods:
    """Whether an instant lies in any of some windows; each date's intervals are worked out once."""

    def __init__(self, zone, members):
        self.zone, self.members, self.known = zone, members, {}

    def hold(self, instant):
        if not self.members:
            return False
        date = self.zone.date(instant)
        if date not in self.known:
            near = [m.on(self.zone, days_after(date, n)) for m in self.members for n in (-2, -1, 0, 1)]
            self.known[date] = [span for span in near if span]
        return any(a <= instant < b for a, b in self.known[date])


UTC = timezone.utc
