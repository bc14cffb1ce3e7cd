#!/usr/bin/env python3
"""What it takes to keep in step, and to keep cited queries, on a folder of data that versions.py or bulk.py has left.

    keeping.py JAR JAVA FOLDER [--cited 10000] [--events 500] [--dump nq.gz]

FOLDER is the one that was given there. All versions are read from the first on as RDF Patch, versions are made one after
the other while somebody follows, the newest is fetched as a dump, and as many queries are cited as --cited says, and the
server is started again.
"""
import argparse
import contextlib
import http.client
import os
import pathlib
import re
import statistics
import subprocess
import threading
import time
import urllib.parse

from start import free_port, resident
from versions import HEAP, SECRET, percentile


class Server:
    def __init__(self, chosen):
        self.port, folder = free_port(), chosen.folder
        begun = time.monotonic()
        self.process = subprocess.Popen([
            chosen.java, HEAP, "-jar", chosen.jar, "serve", "--project", folder / "project", "--data", folder / "data",
            "--port", str(self.port), "--tokens", folder / "tokens", "--request-log", "none", "--client-work", "0",
            "--client-citations", "0", "--time-limit", "300"], stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()
        self.taken = time.monotonic() - begun

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)

    def state(self):
        return f"{self.taken:.1f} s, {resident(self.process.pid):.0f} MiB of memory"

    def stop(self):
        self.process.terminate()
        self.process.wait()


def send(connection, method, path, body=None, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, {"Authorization": "Bearer " + SECRET, **named})
    answer = connection.getresponse()
    content = answer.read()
    if answer.status not in (200, 201, 204):
        raise SystemExit(f"{method} {path}: {answer.status}: {content[:300]}")
    return answer, content


def feed(server):
    connection, since, size, begun = server.connect(), 0, 0, time.monotonic()
    while True:
        answer, content = send(connection, "GET", f"/changes?since={since}&format=patch&limit=1000")
        size, since = size + len(content), int(answer.getheader("Dramatis-Version"))
        if 'rel="next"' not in (answer.getheader("Link") or ""):
            break
    taken = time.monotonic() - begun
    print(f"feed from version 0 as RDF Patch: {since} versions, {size / 2**20:.1f} MiB in {taken:.1f} s, "
          f"{since / taken:.0f} versions/s", flush=True)
    return since


def events(server, known, times):
    """From when a write is answered, and from when it is sent, until the follower has it."""
    heard, done = {}, threading.Event()
    connection = server.connect()
    connection.request("GET", f"/changes?since={known}", headers={"Accept": "text/event-stream"})
    stream = connection.getresponse()

    def listening():
        for line in stream:
            if line.startswith(b"data:"):
                version = int(re.search(rb'"version" *: *(\d+)', line).group(1))
                heard[version] = time.monotonic()
                if version >= known + times:
                    done.set()
                    return

    threading.Thread(target=listening, daemon=True).start()
    writer, sent, told = server.connect(), {}, {}
    for number in range(times):
        begun = time.monotonic()
        answer, _ = send(writer, "POST", "/update", f"INSERT DATA {{ GRAPH <http://x/e> {{ <http://x/e{known}> <http://x/n> {number} }} }}",
                         Content_Type="application/sparql-update")
        version = int(answer.getheader("Dramatis-Version"))
        sent[version], told[version] = begun, time.monotonic()
    if not done.wait(60):
        raise SystemExit(f"{len(heard)} of {times} versions were told")
    for name, since in (("sent", sent), ("answered", told)):
        late = [1000 * (heard[version] - moment) for version, moment in since.items()]
        print(f"event stream: {times} versions, from when the write was {name} until it is told: "
              f"p50 {statistics.median(late):.1f} ms, p99 {percentile(late, 0.99):.1f} ms", flush=True)


def dump(server, form):
    connection = server.connect()
    connection.request("GET", f"/dump/latest.{form}")
    where = connection.getresponse()
    where.read()
    for turn in ("first", "again"):
        begun = time.monotonic()
        answer, content = send(connection, "GET", urllib.parse.urlsplit(where.getheader("Location")).path)
        print(f"dump as {form}, {turn}: {len(content) / 2**20:.1f} MiB in {time.monotonic() - begun:.1f} s", flush=True)


def cite(server, times):
    connection, begun = server.connect(), time.monotonic()
    for number in range(times):
        send(connection, "POST", "/q", f"ASK {{ GRAPH ?g {{ <http://x/s{number}> ?p ?o }} }}",
             Content_Type="application/sparql-query")
    taken = time.monotonic() - begun
    print(f"{times} queries cited one after the other in {taken:.0f} s, {times / taken:.0f}/s", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("jar")
    options.add_argument("java")
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--cited", type=int, default=10_000)
    options.add_argument("--events", type=int, default=500)
    options.add_argument("--dump", default="nq.gz")
    chosen = options.parse_args()
    with contextlib.ExitStack() as stack:
        server = Server(chosen)
        stack.callback(lambda: server.stop())
        print(f"start: {server.state()}", flush=True)
        known = feed(server)
        if chosen.events:
            events(server, known, chosen.events)
        dump(server, chosen.dump)
        if chosen.cited:
            cite(server, chosen.cited)
            print(f"memory: {resident(server.process.pid):.0f} MiB", flush=True)
            server.stop()
            server = Server(chosen)
            print(f"start with {chosen.cited} citations: {server.state()}", flush=True)
    print(f"load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
