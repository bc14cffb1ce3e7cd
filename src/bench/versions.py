#!/usr/bin/env python3
"""Small writes over HTTP, each forced to the disk before it is answered: how long they take, what they leave on the disk,
and how soon the first of many versions can be asked again. Stock Fuseki on TDB2 gets the same updates in turns.

    versions.py JAR JAVA FOLDER [--peer FUSEKI_JAR] [--versions 10000] [--compared 1000]

FOLDER is emptied. An update adds five statements about one thing. Both servers have 512 MiB of heap. So many updates as
--compared says are done by one writer and by eight in turns, and the rest by eight.
"""
import argparse
import contextlib
import hashlib
import http.client
import os
import pathlib
import shutil
import statistics
import subprocess
import threading
import time
import urllib.parse

from bulk import size
from start import free_port, resident

SECRET = "dramatis_bench"
HEAP = "-Xmx512m"
ROUNDS = 5
WARMING = 50
WRITERS = (1, 8)
COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


class Subject:
    """A server that is written to, and what its writes took."""

    def __init__(self, name, command, update, query, folder):
        self.name, self.command, self.update, self.query, self.folder = name, command, update, query, folder
        self.written = 0
        self.forget()

    def forget(self):
        self.taken = {writers: [] for writers in WRITERS}
        self.rates = {writers: [] for writers in WRITERS}

    def start(self):
        """Seconds until the server gives its first answer."""
        self.port = free_port()
        begun = time.monotonic()
        self.process = subprocess.Popen([part.replace("PORT", str(self.port)) for part in self.command],
                                        cwd=self.folder.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while True:
            with contextlib.suppress(OSError):
                self.ask("ASK {}")
                return time.monotonic() - begun
            if self.process.poll() is not None:
                raise SystemExit(f"{self.name} does not start: exit code {self.process.returncode}")
            time.sleep(0.02)

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def ask(self, query, version=""):
        """The rows of an answer and the milliseconds that it took."""
        begun = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("GET", f"{self.query}?{version}query={urllib.parse.quote(query)}", headers={"Accept": "text/csv"})
        answer = connection.getresponse()
        body = answer.read().decode()
        if answer.status != 200:
            raise SystemExit(f"{self.name}: {answer.status}: {body[:300]}")
        return body.split()[1:], 1000 * (time.monotonic() - begun)

    def write(self, writers, times):
        """Many updates by so many writers at once."""
        numbers, lock = iter(range(self.written, self.written + times)), threading.Lock()

        def writing():
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            while True:
                with lock:
                    number = next(numbers, None)
                if number is None:
                    return
                text = (f"INSERT DATA {{ GRAPH <http://x/g{number % 7}> {{ <http://x/s{number}> "
                        + " ; ".join(f"<http://x/p{p}> {number + p}" for p in range(5)) + " } }")
                begun = time.monotonic()
                connection.request("POST", self.update, text.encode(), {
                    "Content-Type": "application/sparql-update", "Authorization": "Bearer " + SECRET})
                answer = connection.getresponse()
                answer.read()
                self.taken[writers].append(1000 * (time.monotonic() - begun))
                if answer.status not in (200, 204):
                    raise SystemExit(f"{self.name}: a write was answered with {answer.status}")

        begun, threads = time.monotonic(), [threading.Thread(target=writing) for _ in range(writers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.rates[writers].append(times / (time.monotonic() - begun))
        self.written += times


def percentile(values, part):
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def subjects(chosen, folder):
    tokens, project = folder / "tokens", folder / "project"
    project.mkdir(parents=True)
    digest = hashlib.sha256(SECRET.encode()).hexdigest()
    tokens.write_text(f"bench read,write sha256:{digest} *\n")
    tokens.chmod(0o600)
    data, peer = folder / "data", folder / "peer"
    yield Subject("Dramatis", [
        chosen.java, HEAP, "-jar", chosen.jar, "serve", "--project", str(project), "--data", str(data), "--port", "PORT",
        "--tokens", str(tokens), "--request-log", "none", "--client-work", "0", "--cache-bytes", "0"],
        "/update", "/sparql", data)
    if chosen.peer:
        peer.mkdir()
        yield Subject("stock Fuseki on TDB2", [
            chosen.java, HEAP, "-jar", chosen.peer, "--localhost", "--port", "PORT", "--tdb2", "--loc", str(peer),
            "--update", "/ds"], "/ds/update", "/ds/sparql", peer)


def disk(folder):
    return ", ".join(f"{path.name} {size(path) / 2**20:.1f} MiB" for path in sorted(folder.iterdir()) if path.is_dir())


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("jar")
    options.add_argument("java")
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--peer")
    options.add_argument("--versions", type=int, default=10_000)
    options.add_argument("--compared", type=int, default=1000)
    chosen = options.parse_args()
    shutil.rmtree(chosen.folder, ignore_errors=True)
    compared = list(subjects(chosen, chosen.folder))
    for subject in compared:
        subject.start()
        subject.write(1, WARMING)
        subject.forget()
    each = chosen.compared // ROUNDS // len(WRITERS)
    for _ in range(ROUNDS):
        for writers in WRITERS:
            for subject in compared:
                subject.write(writers, each)
    print("| writers | subject | versions/s (min–max) | p50 ms | p99 ms |\n|---|---|---|---|---|")
    for writers in WRITERS:
        for subject in compared:
            rates, taken = subject.rates[writers], subject.taken[writers]
            print(f"| {writers} | {subject.name} | {statistics.median(rates):.0f} ({min(rates):.0f}–{max(rates):.0f}) "
                  f"| {statistics.median(taken):.1f} | {percentile(taken, 0.99):.1f} |")
    print(f"load average {os.getloadavg()[0]:.1f}")
    for subject in compared:
        print(f"{subject.name}: {subject.written} versions, {resident(subject.process.pid):.0f} MiB of memory; "
              f"on the disk: {disk(subject.folder)}", flush=True)
    ours = compared[0]
    rest, begun = chosen.versions - ours.written, time.monotonic()
    ours.write(WRITERS[-1], rest)
    print(f"{rest} more in {time.monotonic() - begun:.0f} s, {resident(ours.process.pid):.0f} MiB of memory; "
          f"on the disk: {disk(ours.folder)}", flush=True)
    for version in (1, chosen.versions // 2, chosen.versions - 10):
        # Another query each time: what is measured is the version, not the cache of answers.
        taken = [ours.ask(COUNT + f" #{turn}", f"version={version}&") for turn in range(11)]
        if taken[0][0] != [str(5 * version)]:
            raise SystemExit(f"version {version} holds {taken[0][0]}")
        print(f"version {version} of {chosen.versions}: {taken[0][1]:.0f} ms at first, "
              f"then {statistics.median(row[1] for row in taken[1:]):.1f} ms", flush=True)
    for subject in compared:
        subject.stop()
        print(f"{subject.name}: start {subject.start():.1f} s, stored {subject.ask(COUNT)[0][0]} statements, "
              f"on the disk: {disk(subject.folder)}", flush=True)
        subject.stop()
    if chosen.peer:
        subprocess.run([chosen.java, "-cp", chosen.jar, "tdb2.tdbcompact", "--deleteOld", "--loc", compared[1].folder],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        print(f"{compared[1].name} after tdb2.tdbcompact: {disk(compared[1].folder)}")


if __name__ == "__main__":
    main()
