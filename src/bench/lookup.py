#!/usr/bin/env python3
"""How long a lookup by identifier takes, at 10^4 and 10^6 entities.

    python3 src/bench/lookup.py [--jar target/dramatis.jar] [--java PATH] [--entities 10000 1000000] [--rounds 2000]

Makes as many persons, each with a label and identifiers of two schemes, loads them into a folder of data beside the
vocabulary, and asks the server for some of them at random over one connection on loopback: one by GET, and a thousand of
mixed schemes by POST. The time is that of the client, from the first byte sent to the last received.
"""
import argparse
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parents[2]
NS = "https://w3id.org/dramatis/"


def write(path, count):
    with open(path, "w", encoding="utf-8") as out:
        graph = f"<{NS}source/bench>"
        for i in range(count):
            who = f"<{NS}id/person/b{i}>"
            out.write(f"{who} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{NS}ns#Person> {graph} .\n")
            out.write(f'{who} <http://www.w3.org/2000/01/rdf-schema#label> "Person {i}"@en {graph} .\n')
            out.write(f'{who} <{NS}ns#imdbName> "nm{i + 10_000_000}" {graph} .\n')
            out.write(f'{who} <{NS}ns#tmdbPerson> "{i + 1}" {graph} .\n')


def ask(connection, method, path, body=None):
    began = time.perf_counter()
    connection.request(method, path, body, {"Content-Type": "application/json", "Accept": "application/json"})
    answer = connection.getresponse()
    text = answer.read()
    taken = (time.perf_counter() - began) * 1000
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status} {text[:300]}")
    return taken, json.loads(text)


def told(times):
    times = sorted(times)
    return f"p50 {statistics.median(times):.2f} ms, p99 {times[int(len(times) * 0.99)]:.2f} ms, most {times[-1]:.2f} ms"


def measure(java, jar, count, rounds, folder):
    data = folder / f"{count}.nq"
    write(data, count)
    kept = folder / f"data-{count}"
    run = [java, "-jar", str(jar)]
    began = time.monotonic()
    project = folder / f"project-{count}"  # Has no rules: what is measured is the lookup.
    project.mkdir()
    subprocess.run([*run, "load", "--project", str(project), "--data", str(kept), str(data)], check=True, cwd=HOME)
    print(f"{count:,} entities loaded in {time.monotonic() - began:.0f} s", flush=True)
    data.unlink()
    for part in ("ontology/shapes", "ontology/checks", "ontology/schemes", "ontology/alignments", "seeds", "queries"):
        (project / part).mkdir(parents=True, exist_ok=True)
    shutil.copy(HOME / "ontology" / "identifiers.ttl", project / "ontology")
    (project / "seeds" / "order.txt").touch()
    server = subprocess.Popen(
        [*run, "serve", "--project", str(project), "--port", "0", "--data", str(kept), "--client-work", "0", "--request-log", "none"],
        cwd=HOME, stdout=subprocess.PIPE, text=True)
    try:
        port = int(re.search(r":(\d+)/", server.stdout.readline()).group(1))
        connection = http.client.HTTPConnection("127.0.0.1", port)
        one, many = [], []
        for i in range(rounds + rounds // 4):
            n = random.randrange(count)
            path = f"/lookup?imdb=nm{n + 10_000_000}" if i % 2 else f"/lookup?tmdb.person={n + 1}"
            taken, answer = ask(connection, "GET", path)
            assert answer["entities"][0]["iri"] == f"{NS}id/person/b{n}", answer
            if i >= rounds // 4:
                one.append(taken)
        for i in range(25):
            ids = [f"imdb:nm{random.randrange(count) + 10_000_000}" if n % 2
                   else f"tmdb.person:{random.randrange(count) + 1}" for n in range(1000)]
            taken, answer = ask(connection, "POST", "/lookup", json.dumps({"ids": ids}))
            assert all(result["status"] == "found" for result in answer["results"])
            if i >= 5:
                many.append(taken)
        print(f"{count:,} entities, one: {told(one)}; a thousand: {told(many)}; load {os.getloadavg()[0]:.0f}", flush=True)
    finally:
        server.terminate()
        server.wait(60)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jar", default=HOME / "target" / "dramatis.jar", type=pathlib.Path)
    parser.add_argument("--java", default=os.path.join(os.environ.get("JAVA_HOME", "/usr"), "bin", "java"))
    parser.add_argument("--entities", nargs="+", type=int, default=[10_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=2000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for count in given.entities:
            measure(given.java, given.jar, count, given.rounds, pathlib.Path(folder))


if __name__ == "__main__":
    main()
