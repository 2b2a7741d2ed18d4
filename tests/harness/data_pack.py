"""A data pack as 淘宝助理 writes it, with real pictures in the place of the sample's empty ones.

Usage: data_pack.py SAMPLE.zip OUT.zip PICTURE...
"""

import pathlib
import sys
import zipfile

sample, out, *pictures = sys.argv[1:]
with zipfile.ZipFile(sample) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
    turn = 0
    for entry in old.infolist():
        data = old.read(entry)
        if entry.filename.endswith(".tbi"):
            data = pathlib.Path(pictures[turn % len(pictures)]).read_bytes()
            turn += 1
        new.writestr(entry, data)
