#!/usr/bin/env python3
"""How long it takes to find an entity, by identifier and by name, at 10^4 and 10^6 entities.

    python3 src/bench/finding.py [--jar target/dramatis.jar] [--java PATH] [--entities 10000 1000000] [--rounds 2000]

Makes as many persons, each with a name of its own and identifiers of two schemes, loads them into a folder of data beside
the vocabulary, and asks the server for some of them at random over one connection on loopback: by identifier one by GET and
a thousand of mixed schemes by POST; by name as it is written, by its first letters, in small letters without accents, and
with one letter wrong. The time is that of the client, from the first byte sent to the last received. SPARQL over HTTP is the
peer for names: the same server is asked for those whose label begins with the same letters.
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
import unicodedata
import urllib.parse

HOME = pathlib.Path(__file__).resolve().parents[2]
NS = "https://w3id.org/dramatis/"


SYLLABLES = [first + rest for first in ("b", "br", "ch", "d", "f", "g", "k", "l", "m", "n", "r", "s", "st", "t", "v")
             for rest in ("á", "an", "el", "er", "i", "in", "o", "on", "u", "y")]


def name(number):
    """Like a person's, with accents; the same for the same number."""
    chance = random.Random(number)
    return " ".join("".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize() for _ in range(2))


def folded(text):
    return "".join(each for each in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(each))


def misspelt(text, chance):
    at = chance.randrange(2, len(text))
    return text[:at] + chance.choice("xqwz") + text[at + 1:]


def write(path, count):
    with open(path, "w", encoding="utf-8") as out:
        graph = f"<{NS}source/bench>"
        for i in range(count):
            who = f"<{NS}id/person/b{i}>"
            out.write(f"{who} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{NS}ns#Person> {graph} .\n")
            out.write(f'{who} <http://www.w3.org/2000/01/rdf-schema#label> "{name(i)}"@en {graph} .\n')
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


def search(connection, text, until=0.0):
    """Asks for a name; while not all names are there, again until a time."""
    path = "/search?limit=10&q=" + urllib.parse.quote(text)
    while True:
        began = time.perf_counter()
        connection.request("GET", path, headers={"Accept": "application/json"})
        answer = connection.getresponse()
        content = answer.read()
        if answer.status == 200:
            return (time.perf_counter() - began) * 1000, [found["iri"] for found in json.loads(content)["hits"]]
        if answer.status != 503 or time.perf_counter() > until:
            raise SystemExit(f"{path}: {answer.status} {content[:300]}")
        time.sleep(0.2)


def names(connection, count, rounds):
    """Each way to ask for a name: what it took, and how often the one that was meant is among the first ten."""
    began = time.perf_counter()
    search(connection, name(0), began + 3600)
    print(f"{count:,} entities, names are there after {time.perf_counter() - began:.0f} s", flush=True)
    chance = random.Random(1)
    ways = {"as it is written": lambda text: text, "small, without accents": folded,
            "first letters": lambda text: text[:-2], "one letter wrong": lambda text: misspelt(text, chance)}
    for way, asked in ways.items():
        taken, met = [], 0
        for turn in range(rounds + rounds // 4):
            number = chance.randrange(count)
            milliseconds, found = search(connection, asked(name(number)))
            if turn >= rounds // 4:
                taken.append(milliseconds)
                met += f"{NS}id/person/b{number}" in found
        print(f"{count:,} entities, name {way}: {told(taken)}; found {met / rounds:.1%}", flush=True)


def filtered(connection, count, times=5):
    taken = []
    for turn in range(times):
        query = ("SELECT ?e { GRAPH ?g { ?e <http://www.w3.org/2000/01/rdf-schema#label> ?l } "
                 f"FILTER(STRSTARTS(LCASE(?l), {json.dumps(name(turn)[:-2].lower())})) }}")
        began = time.perf_counter()
        connection.request("GET", "/sparql?query=" + urllib.parse.quote(query), headers={"Accept": "text/csv"})
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise SystemExit(f"SPARQL: {answer.status} {content[:300]}")
        taken.append((time.perf_counter() - began) * 1000)
    print(f"{count:,} entities, first letters by a SPARQL filter: {told(taken)}", flush=True)


def told(times):
    times = sorted(times)
    return f"p50 {statistics.median(times):.2f} ms, p99 {times[int(len(times) * 0.99)]:.2f} ms, most {times[-1]:.2f} ms"


def measure(java, jar, count, rounds, folder):
    data = folder / f"{count}.nq"
    write(data, count)
    kept = folder / f"data-{count}"
    run = [java, "-jar", str(jar)]
    began = time.monotonic()
    project = folder / f"project-{count}"  # Has no rules: what is measured is how it finds.
    project.mkdir()
    subprocess.run([*run, "load", "--project", str(project), "--data", str(kept), str(data)], check=True, cwd=HOME)
    print(f"{count:,} entities loaded in {time.monotonic() - began:.0f} s", flush=True)
    data.unlink()
    for part in ("ontology/shapes", "ontology/checks", "ontology/schemes", "ontology/alignments", "seeds", "queries"):
        (project / part).mkdir(parents=True, exist_ok=True)
    shutil.copy(HOME / "ontology" / "identifiers.ttl", project / "ontology")
    (project / "seeds" / "order.txt").touch()
    server = subprocess.Popen(
        [*run, "serve", "--project", str(project), "--port", "0", "--data", str(kept), "--client-work", "0",
         "--request-log", "none", "--time-limit", "300"],
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
        print(f"{count:,} entities, one: {told(one)}; a thousand: {told(many)}", flush=True)
        names(connection, count, rounds)
        filtered(connection, count)
        print(f"load average {os.getloadavg()[0]:.1f}", flush=True)
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
