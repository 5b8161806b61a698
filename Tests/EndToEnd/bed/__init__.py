"""The bed on which Haven is tried: private homes, buses, displays and a user manager, all of them real parts."""
import os
import tempfile

REPO = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
TEST_FOLDER = os.path.join(REPO, "Tests", "EndToEnd")
BIN = os.path.abspath(os.environ.get("HAVEN_BIN") or os.path.join(REPO, ".build", "release"))
HAVEND = os.path.join(BIN, "havend")
HAVENCTL = os.path.join(BIN, "havenctl")


def artifacts():
    """Where screenshots and logs are kept: $HAVEN_ARTIFACTS, else a folder made for this run; never the checkout."""
    if "HAVEN_ARTIFACTS" not in os.environ:
        os.environ["HAVEN_ARTIFACTS"] = tempfile.mkdtemp(prefix="haven-artifacts-")
    os.makedirs(os.environ["HAVEN_ARTIFACTS"], exist_ok=True)
    return os.environ["HAVEN_ARTIFACTS"]
