#!/usr/bin/env python3
"""Writes Sources/HavenCore/Household/Slug+Table.swift: what a slug keeps of every character that is not ASCII.

    Tools/slug-table.py > Sources/HavenCore/Household/Slug+Table.swift

A character's compatibility decomposition (NFKD) is stripped to ASCII and lower-cased; what a slug does not keep
becomes one hyphen. Reordering of combining marks cannot matter, because all of them are stripped. A line is a
first character and the values of it and those that follow it, one each.
"""
import re
import sys
import unicodedata

HEADER = '''/// What a slug keeps of characters that are not ASCII, by Unicode {version}; written by Tools/slug-table.py.
///
/// Each line: a code point, then the values of that character and of those that follow it.
let slugTable = """
'''


def value(character):
    ascii_only = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub("[^a-z0-9]+", "-", ascii_only)


def runs():
    run = []
    for code in range(0x80, sys.maxunicode + 1):
        kept = "" if 0xD800 <= code <= 0xDFFF else value(chr(code))
        if kept:
            run.append(kept)
            if len(run) == 26:
                yield code + 1 - len(run), run
                run = []
        elif run:
            yield code - len(run), run
            run = []


print(HEADER.format(version=unicodedata.unidata_version), end="")
for start, values in runs():
    print(f"  {start:x} {' '.join(values)}")
print('  """')
