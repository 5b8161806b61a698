"""What Haven costs beside its peers, in one run: for Tests/Benchmarks/run.py."""
import os
import sys

REPO = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
# The bed of the end-to-end tests has the homes, buses and displays; the oracles have years of a made-up family.
sys.path[1:1] = [os.path.join(REPO, "Tests", "EndToEnd"), os.path.join(REPO, "Tests", "Oracles")]
HARBOUR = os.path.join(REPO, "etc", "examples", "harbour")
