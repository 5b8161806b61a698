"""Waiting for a state, with a bound. Nothing in these tests waits for time to pass."""
import time


def wait_until(what, probe, seconds=10.0, every=0.05):
    """The first true value of `probe()`. After `seconds`, an AssertionError that says what never came."""
    end = time.monotonic() + seconds
    while True:
        value = probe()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:g} s for {what}; last seen: {value!r}")
        time.sleep(every)
