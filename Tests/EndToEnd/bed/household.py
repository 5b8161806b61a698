"""Small families whose day is now, wherever the test runs and whatever the hour."""
import datetime


def zone_at(hour, now=None):
    """(name, offset) of a zone in which it is about that hour."""
    now = now or datetime.datetime.now(datetime.timezone.utc)
    # What the Etc zones offer: 12 hours west to 14 east.
    hours = (hour - now.hour + 12) % 24 - 12
    # They count west as positive.
    name = "Etc/GMT" if hours == 0 else f"Etc/GMT{-hours:+d}"
    return name, datetime.timezone(datetime.timedelta(hours=hours))


class Household:
    """A carer, a child and steps at whole minutes from now."""

    def __init__(self, now=None):
        # About noon: far from midnight, quiet hours and the digest.
        self.zone, self.offset = zone_at(12, now)
        # A few seconds on, so that the next whole minute leaves time to start Haven.
        moment = (now or datetime.datetime.now(datetime.timezone.utc)) + datetime.timedelta(seconds=8)
        self.start = moment.astimezone(self.offset)
        self.steps = []
        self.children = ["otter"]

    def at(self, minutes):
        """The whole minute that many minutes on, as an instant: at(1) comes within a minute."""
        return self.start.replace(second=0, microsecond=0) + datetime.timedelta(minutes=minutes)

    def step(self, minutes, name, **keys):
        """A step at that minute; other keys are TOML values as they would be written."""
        lines = ["[[routine.step]]", f'at = "{self.at(minutes):%H:%M}"', f'name = "{name}"']
        lines += [f"{key.replace('_', '-')} = {value}" for key, value in keys.items()]
        self.steps.append("\n".join(lines))
        return self

    @property
    def date(self):
        return f"{self.start:%Y-%m-%d}"

    def toml(self, household=""):
        return "\n\n".join([
            f'[household]\ntimezone = "{self.zone}"\n{household}',
            '[[carer]]\nid = "ros"\nname = "Ros"\nquiet = []',
            *(f'[[child]]\nid = "{child}"\nworking-age = 5' for child in self.children),
            '[[routine]]\nid = "today"\nname = "today"',
            *self.steps]) + "\n"


def first_cue_within_a_minute():
    """Two cues: `shoes/otter/2` at the next whole minute or, just before it, the one after; `shoes/otter/0` follows."""
    return Household().step(3, "shoes on", id='"shoes"', ladder='["2", "0"]', tags='["nurture", "core"]')


def nothing_due():
    """A day whose only cues are hours away."""
    return Household().step(180, "tea", id='"tea"', transition='"normal"', tags='["nurture", "core"]')
