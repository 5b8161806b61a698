#!/usr/bin/env python3
"""Random names and their slugs by Python's unicodedata: `slugs.py [--names N] [--seed S] > Vectors/slugs.txt`.

Each line: the code points of a name in hexadecimal, `=`, the slug (nothing where there is none).
"""
import argparse
import random
import re
import unicodedata

BLOCKS = [(0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x24FF), (0x3000, 0x33FF),
          (0xA720, 0xA7FF), (0xFB00, 0xFB4F), (0xFF00, 0xFFEF), (0x1D400, 0x1D7FF), (0x1F100, 0x1F1FF),
          (0x1F300, 0x1F6FF), (0xAC00, 0xACFF)]


def slug(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


parser = argparse.ArgumentParser()
parser.add_argument("--names", type=int, default=1500)
parser.add_argument("--seed", type=int, default=1)
arguments = parser.parse_args()
random.seed(arguments.seed)
for _ in range(arguments.names):
    codes = [random.randint(*random.choice(BLOCKS + BLOCKS[:1] * 6)) for _ in range(random.randint(0, 8))]
    print(" ".join(f"{code:x}" for code in codes) + "=" + slug("".join(map(chr, codes))))
