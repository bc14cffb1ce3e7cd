#!/usr/bin/env python3
"""Makes N-Quads of any size that look like a graph of entertainment, the same for the same number; and loads them with
a bounded heap, with the program and with the loader that comes with TDB2, and tells rate, memory, disk and restart.

    bulk.py make N FILE                            N statements into FILE
    bulk.py run JAR JAVA FILE HEAP FOLDER [FUSEKI_JAR]    figures; FOLDER is emptied. With the jar of stock Fuseki
                                                   it counts the same on the plain database, too
"""
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.parse
import urllib.request

from start import free_port, resident

BASE = "https://w3id.org/dramatis/"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
INTEGER = "<http://www.w3.org/2001/XMLSchema#integer>"


def statements(count):
    """Works with a title, a year, and people in them; ten statements a work."""
    for work in range(count // 10 + 1):
        graph = f"<{BASE}source/bulk-{work % 7}>"
        it = f"<{BASE}id/work/w{work}>"
        person = (work * 7919) % (count // 20 + 1)
        yield f"{it} {TYPE} <{BASE}ns#Work> {graph} .\n"
        yield f'{it} {LABEL} "Work number {work}"@en {graph} .\n'
        yield f'{it} <{BASE}ns#year> "{1900 + work % 125}"^^{INTEGER} {graph} .\n'
        for role in range(4):
            who = f"<{BASE}id/person/p{person + role}>"
            yield f"{it} <{BASE}ns#role{role}> {who} {graph} .\n"
        yield f'<{BASE}id/person/p{work}> {LABEL} "Person number {work}" {graph} .\n'
        yield f"<{BASE}id/person/p{work}> {TYPE} <{BASE}ns#Person> {graph} .\n"
        yield f"<{BASE}id/person/p{work}> <{BASE}ns#knows> <{BASE}id/person/p{person}> {graph} .\n"


def make(count, path):
    with open(path, "w", encoding="utf-8") as out:
        for number, line in enumerate(statements(count)):
            if number == count:
                return
            out.write(line)


def size(folder):
    # What a sparse file takes, not what it is long.
    return sum(os.stat(os.path.join(at, name)).st_blocks * 512 for at, _, names in os.walk(folder) for name in names)


def measured(command):
    """Seconds, those that the processors worked for it, the most memory that it had, and what it said."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    said = process.stdout.read().strip()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}: {said}")
    taken = f"{time.monotonic() - began:.1f} s, {usage.ru_utime + usage.ru_stime:.1f} s of processor"
    return f"{taken}, {usage.ru_maxrss >> 10} MiB at most", said


def processor(pid):
    """Seconds that processors have worked for a process."""
    fields = open(f"/proc/{pid}/stat", encoding="utf-8").read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def count(pid, address, pattern):
    """Counts what a pattern finds, three times in a row: seconds, and those of a processor."""
    walls, works = [], []
    for turn in range(3):
        query = urllib.parse.quote(f"SELECT (COUNT(*) AS ?n{turn}) {{ {pattern} }}")
        began, worked = time.monotonic(), processor(pid)
        request = urllib.request.Request(f"{address}?query={query}", headers={"Accept": "text/csv"})
        with urllib.request.urlopen(request, timeout=600) as answer:
            counted = answer.read().split()[1].decode()
        walls.append(f"{time.monotonic() - began:.1f}")
        works.append(f"{processor(pid) - worked:.1f}")
    return f"{', '.join(walls)} s, {', '.join(works)} of a processor ({counted})"


def counts(name, pid, address):
    print(f"{name}: COUNT(*) of all sources together {count(pid, address, '?s ?p ?o')}", flush=True)
    print(f"{name}: COUNT(*) of each graph {count(pid, address, 'GRAPH ?g { ?s ?p ?o }')}", flush=True)


def restart(java, jar, heap, data, project, tokens):
    """Seconds until the server is ready, and of counts of everything."""
    began = time.monotonic()
    process = subprocess.Popen(
        [java, heap, "-jar", jar, "serve", "--project", project, "--data", data, "--port", "0", "--tokens", tokens,
         "--time-limit", "300", "--client-work", "0", "--query-memory", "50%"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    port = re.search(r"localhost:(\d+)", process.stdout.readline()).group(1)
    print(f"restart: {time.monotonic() - began:.1f} s", flush=True)
    counts("server", process.pid, f"http://127.0.0.1:{port}/sparql")
    print(f"server: {resident(process.pid):.0f} MiB of memory", flush=True)
    process.terminate()
    process.wait()


def stock(java, fuseki, heap, peer, folder):
    """The same counts by stock Fuseki over the plain database."""
    port = free_port()
    process = subprocess.Popen(
        [java, heap, "-jar", fuseki, "--localhost", "--port", str(port), "--set", "tdb2:unionDefaultGraph=true",
         "--tdb2", "--loc", peer, "/ds"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/$/ping", timeout=5).read()
                break
            except OSError:
                time.sleep(0.2)
        counts("stock Fuseki", process.pid, f"http://127.0.0.1:{port}/ds/sparql")
        print(f"stock Fuseki: {resident(process.pid):.0f} MiB of memory", flush=True)
    finally:
        process.terminate()
        process.wait()


def run(jar, java, path, heap, folder, fuseki=None):
    shutil.rmtree(folder, ignore_errors=True)
    project, data, peer = (os.path.join(folder, name) for name in ("project", "data", "peer"))
    os.makedirs(project)
    with open(os.path.join(folder, "tokens"), "w", encoding="utf-8") as tokens:
        os.chmod(tokens.name, 0o600)
        tokens.write("")
    base = [java, heap, "-jar", jar, "load", "--project", project, "--data", data]
    taken, said = measured(base + [path])
    print(f"load: {said}; {taken}, {size(data) >> 20} MiB on disk", flush=True)
    taken, _ = measured([java, heap, "-cp", jar, "tdb2.tdbloader", "--loader=sequential", "--loc", peer, path])
    print(f"tdb2.tdbloader: {taken}, {size(peer) >> 20} MiB on disk", flush=True)
    taken, _ = measured([java, heap, "-jar", jar, "log", "--data", data])
    print(f"log read: {taken}", flush=True)
    taken, _ = measured([java, heap, "-jar", jar, "verify", "--data", data])
    print(f"verify: {taken}", flush=True)
    restart(java, jar, heap, data, project, tokens.name)
    if fuseki:
        stock(java, fuseki, heap, peer, folder)


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(int(sys.argv[2]), sys.argv[3])
    else:
        run(*sys.argv[2:])
