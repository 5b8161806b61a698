#!/usr/bin/python3
"""Runs the end-to-end tests: one line a test, and at the end  N passed, N failed, N skipped.

    Tests/EndToEnd/run.py [--jobs N] [-v] [NAME ...]     NAME: a file (dunst), or a part of a test's name

Each file has a process of its own, and several run at once: most of the time a test waits for a cue's minute.
Under /usr/bin/python3, because dbus and gi are Debian's modules and another Python does not see them.
"""
import argparse
import concurrent.futures
import glob
import os
import re
import signal
import subprocess
import sys
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))

# These take minutes, and begin first: what begins last is waited for alone.
LONGEST = ["servers", "dunst", "kills", "machine", "holds", "disk", "flood", "restart"]
# What others do beside it wakes havend too (a file made in /run, on the way to the bus): this one has the machine to itself.
ALONE = ["test_idle"]


class Reporter(unittest.TestResult):
    """One line a test as it ends; the story of a failure below it."""

    def startTest(self, test):
        super().startTest(test)
        self.began = time.monotonic()

    def say(self, verdict, test, more=""):
        seconds = time.monotonic() - getattr(self, "began", time.monotonic())
        name = test.id().removeprefix("test_")
        print(f"{verdict:4} {name} {seconds:.1f} s{more}", flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.say("ok", test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.say("skip", test, f": {reason}")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.say("FAIL", test, "\n" + self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.say("FAIL", test, "\n" + self.errors[-1][1])


    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.say("FAIL", subtest, "\n" + (self.failures + self.errors)[-1][1])


def matching(suite, words):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from matching(item, words)
        elif not words or any(word.lower() in item.id().lower() for word in words):
            yield item


def run_file(module, words):
    """The tests of one file, in this process. A file that cannot be loaded is a failed test."""
    sys.path.insert(0, HERE)
    suite = unittest.TestSuite(matching(unittest.defaultTestLoader.loadTestsFromName(module), words))
    result = Reporter()
    suite.run(result)
    failed, skipped = len(result.failures) + len(result.errors), len(result.skipped)
    print(f"{max(result.testsRun - failed - skipped, 0)} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


def outcome(module, future):
    """The counts of one file and what it said. One that ended without its counts is one failure, with its story."""
    try:
        done = future.result()
    except subprocess.TimeoutExpired as fault:
        return [0, 1, 0], f"FAIL {module}: {fault}\n{fault.stdout or ''}"
    *lines, last = done.stdout.splitlines() or [""]
    counted = re.fullmatch(r"(\d+) passed, (\d+) failed, (\d+) skipped", last)
    if not counted:
        return [0, 1, 0], f"FAIL {module}: ended with {done.returncode}\n{done.stdout}{done.stderr}"
    counts = [int(number) for number in counted.groups()]
    return counts, "\n".join(lines + ([done.stderr.rstrip()] if counts[1] and done.stderr else []))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=5)
    parser.add_argument("--file", help=argparse.SUPPRESS)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    # A shell lets what it runs in the background ignore ^C, and so does all that is started by that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if options.file:
        return run_file(options.file, options.names)
    modules = [os.path.basename(path).removesuffix(".py") for path in sorted(glob.glob(os.path.join(HERE, "test_*.py")))]
    modules.sort(key=lambda module: (LONGEST + [name := module.removeprefix("test_")]).index(name))
    named = [module for module in modules if module.removeprefix("test_") in options.names]
    words = [name for name in options.names if f"test_{name}" not in named]
    if named and not words:
        modules = named
    sums = [0, 0, 0]

    def one(module):
        command = [sys.executable, os.path.abspath(__file__), "--file", module, *([] if module in named else words)]
        return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=840)

    together = [module for module in modules if module not in ALONE]
    for batch, jobs in ((together, options.jobs), ([module for module in modules if module in ALONE], 1)):
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            running = {pool.submit(one, module): module for module in batch}
            for future in concurrent.futures.as_completed(running):
                counts, text = outcome(running[future], future)
                if text.strip():
                    print(text, flush=True)
                sums = [a + b for a, b in zip(sums, counts)]
    print(f"{sums[0]} passed, {sums[1]} failed, {sums[2]} skipped")
    return 1 if sums[1] or not sum(sums) else 0


if __name__ == "__main__":
    sys.exit(main())
