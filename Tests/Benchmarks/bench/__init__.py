"""What Haven costs beside its peers, in one run: for Tests/Benchmarks/run.py."""
import atexit
import os
import shutil
import sys
import tempfile

REPO = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
# The bed of the end-to-end tests has the homes, buses and displays; the oracles have years of a made-up family.
sys.path[1:1] = [os.path.join(REPO, "Tests", "EndToEnd"), os.path.join(REPO, "Tests", "Oracles")]
HARBOUR = os.path.join(REPO, "etc", "examples", "harbour")


def install():
    """Copies of the programs, as `make install` puts them down: the linker's own files lie in the page cache in single
    pages, and start half a millisecond later than any copy of them."""
    built = os.environ.get("HAVEN_BIN") or os.path.join(REPO, ".build", "release")
    os.environ["HAVEN_BIN"] = folder = tempfile.mkdtemp(prefix="hv-bin-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in ("havend", "havenctl", "haven-ics", "bench-probe"):
        shutil.copy(os.path.join(built, name), folder)
    os.sync()


# Before the bed is imported, which takes its programs from there.
install()
