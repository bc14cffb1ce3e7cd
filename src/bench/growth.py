#!/usr/bin/env python3
"""How much a database grows whose content stays as large as it is, and what is left when it is written anew.

    growth.py JAR JAVA FOLDER [--peer FUSEKI_JAR] [--times 300] [--statements 3000]

FOLDER is emptied. One graph is replaced as often as --times says, each time with so many statements that are all other
ones. Dramatis writes its database anew by itself; for stock Fuseki on TDB2 that is asked for at the end.
"""
import argparse
import http.client
import os
import pathlib
import shutil
import subprocess
import time

from bulk import size
from start import resident
from versions import COUNT, SECRET, disk, subjects

WAITING = 300


def replace(subject, connection, address, turn, statements):
    body = "".join(f"<http://x/s{number}> <http://x/p{number % 7}> \"{turn} {number}\" .\n" for number in range(statements))
    connection.request("PUT", address, body.encode(), {
        "Content-Type": "application/n-triples", "Authorization": "Bearer " + SECRET})
    answer = connection.getresponse()
    content = answer.read()
    if answer.status not in (200, 201, 204):
        raise SystemExit(f"{subject.name}: {answer.status}: {content[:300]}")


def grow(subject, chosen):
    connection = http.client.HTTPConnection("127.0.0.1", subject.port, timeout=600)
    address = f"{subject.query.rpartition('/')[0]}/data?graph=http://x/g"
    store = subject.folder / "store" if (subject.folder / "store").exists() else subject.folder
    largest, begun = 0, time.monotonic()
    for turn in range(chosen.times):
        replace(subject, connection, address, turn, chosen.statements)
        largest = max(largest, size(store))
    taken = time.monotonic() - begun
    print(f"{subject.name}: {chosen.times} times {chosen.statements} statements in {taken:.0f} s; its database at most "
          f"{largest >> 20} MiB, then {size(store) >> 20} MiB, the folder: {disk(subject.folder)}; "
          f"{resident(subject.process.pid):.0f} MiB of memory", flush=True)
    return store


def wait(subject, store, limit):
    """Until the server has written its database anew, which it looks for every ten seconds."""
    until = time.monotonic() + WAITING
    while size(store) > limit:
        if time.monotonic() > until:
            raise SystemExit(f"{subject.name}: still {size(store) >> 20} MiB after {WAITING} s")
        time.sleep(1)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("jar")
    options.add_argument("java")
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--peer")
    options.add_argument("--times", type=int, default=300)
    options.add_argument("--statements", type=int, default=3000)
    chosen = options.parse_args()
    shutil.rmtree(chosen.folder, ignore_errors=True)
    ours, *peers = subjects(chosen, chosen.folder)
    for subject in (ours, *peers):
        subject.start()
        store = grow(subject, chosen)
        if subject is ours:
            wait(subject, store, 512 << 20)
            print(f"{subject.name}, after it has been written anew: {size(store) >> 20} MiB", flush=True)
        print(f"{subject.name}: {subject.ask(COUNT)[0][0]} statements", flush=True)
        subject.stop()
        print(f"{subject.name}, stopped: {disk(subject.folder)}", flush=True)
    for subject in peers:
        subprocess.run([chosen.java, "-cp", chosen.peer, "tdb2.tdbcompact", "--deleteOld", "--loc", subject.folder],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        print(f"{subject.name} after tdb2.tdbcompact: {disk(subject.folder)}", flush=True)
    print(f"load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
