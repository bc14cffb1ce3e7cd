"""Keeps a copy of all that a server says in a file of N-Quads, and brings it up to date when it is run again.

    python3 follow.py http://localhost:3030 copy.nq

The first line of the file tells the version, the others are sorted: two copies of one version are the same, byte by byte.
"""
import gzip
import json
import os
import sys
import urllib.error
import urllib.request


def get(address):
    return urllib.request.urlopen(address, timeout=300)


def dump(server, version):
    """All of one version, with its identity."""
    with get(f"{server}/dump/{version}.nq.gz") as answer:
        return answer.headers["Dramatis-Version-Id"], set(gzip.decompress(answer.read()).decode().splitlines())


def follow(server, known, quads):
    """All that came after a version. A server that has never heard of it has other data, which begin with a dump."""
    more = True
    while more:
        try:
            with get(f"{server}/changes?format=jsonl&since={known}") as answer:
                versions = [json.loads(line) for line in answer]
                more = 'rel="next"' in answer.headers.get("Link", "")
        except urllib.error.HTTPError as refused:
            if refused.code != 404:
                raise
            return follow(server, *dump(server, "latest"))
        for version in versions:
            if version["complete"]:
                known, quads = version["id"], quads - set(version["deleted"]) | set(version["added"])
            else:
                known, quads = dump(server, version["version"])
    return known, quads


server, file = sys.argv[1].rstrip("/"), sys.argv[2]
if os.path.exists(file):
    with open(file, encoding="utf-8") as copy:
        first, *lines = copy.read().split("\n")[:-1]
    known, quads = follow(server, first.removeprefix("# "), set(lines))
else:
    known, quads = follow(server, *dump(server, "latest"))
with open(file + ".new", "w", encoding="utf-8") as copy:
    copy.writelines(line + "\n" for line in ["# " + known, *sorted(quads)])
os.replace(file + ".new", file)
print(known)
