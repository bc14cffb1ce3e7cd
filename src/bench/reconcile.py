#!/usr/bin/env python3
"""Times batches of 1,000 reconciliation queries, one request each.

    python3 src/bench/reconcile.py JAR JAVA ENTITIES FOLDER [RUNS]

Without entities (0) it asks the data that the project starts with; otherwise it loads that many people, films and
credits first, and FOLDER is emptied. Prints the seconds of each kind of batch, median and extremes, and how many of the
queries found what they were made from. A query has a name, and in the second kind a letter wrong in it; in the third,
also a type, and a year or a character.
"""
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

HOME = pathlib.Path(__file__).resolve().parents[2]
BASE = "https://w3id.org/dramatis/"
NS = BASE + "ns#"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
GRAPH = f"<{BASE}source/bench>"
QUERIES = 1000
SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to va we yo zi tra ble".split()


def words(number, seed):
    """A name of two words, of which there are millions."""
    dice = random.Random(number * 31 + seed)
    return " ".join("".join(dice.choice(SYLLABLES) for _ in range(dice.randint(2, 4))).title() for _ in range(2))


def things(entities):
    """A third of each: a person, a film of a year, and the credit of the one on the other."""
    for i in range(entities // 3):
        yield i, words(i, 1), words(i, 2), 1950 + i % 75


def make(entities, path):
    with open(path, "w", encoding="utf-8") as out:
        def say(*terms):
            out.write(" ".join(terms) + f" {GRAPH} .\n")
        for i, person, film, year in things(entities):
            p, f, c, r = (f"<{BASE}id/{kind}/b{i}>" for kind in ("person", "film", "credit", "release"))
            say(p, TYPE, f"<{NS}Person>")
            say(p, LABEL, f'"{person}"')
            say(f, TYPE, f"<{NS}Film>")
            say(f, LABEL, f'"{film}"')
            say(c, TYPE, f"<{NS}Credit>")
            say(c, f"<{NS}agent>", p)
            say(c, f"<{NS}work>", f)
            say(r, f"<{NS}releaseOf>", f)
            say(r, f"<{NS}date>", f'"{year}"^^<http://www.w3.org/2001/XMLSchema#gYear>')


def wrong(name, dice):
    place = dice.randrange(1, len(name) - 1)
    return name[:place] + dice.choice("aeiou") + name[place + 1:]


def batches(samples):
    """Queries by kind, with what each is made from."""
    dice = random.Random(1)
    chosen = [samples[dice.randrange(len(samples))] for _ in range(QUERIES)]
    yield "name", [(iri, {"query": name}) for iri, name, _, _ in chosen]
    yield "name, a letter wrong", [(iri, {"query": wrong(name, dice)}) for iri, name, _, _ in chosen]
    yield "name, a letter wrong, type and property", [
        (iri, {"query": wrong(name, dice), "type": kind, "properties": properties})
        for iri, name, kind, properties in chosen]


def samples_of(entities):
    if entities == 0:
        film, sofia = BASE + "id/film/purple-hearts", BASE + "id/person/sofia-carson"
        return [(film, "Purple Hearts", "Film", [{"pid": "year", "v": 2022}]),
                (sofia, "Sofia Carson", "Person", [{"pid": "plays-character", "v": "Cassie"}])]
    samples = []
    for i, person, film, year in things(entities):
        samples.append((f"{BASE}id/film/b{i}", film, "Film", [{"pid": "year", "v": year}]))
        samples.append((f"{BASE}id/person/b{i}", person, "Person", [{"pid": "credited-on", "v": film}]))
    return samples


def ask(address, queries):
    batch = {f"q{i}": query for i, (_, query) in enumerate(queries)}
    form = urllib.parse.urlencode({"queries": json.dumps(batch)}).encode()
    began = time.monotonic()
    with urllib.request.urlopen(address + "reconcile", form) as answer:
        body = answer.read()
    taken = time.monotonic() - began
    found = json.loads(body)
    right = sum(any(c["id"] == iri for c in found[f"q{i}"]["result"][:3]) for i, (iri, _) in enumerate(queries))
    return taken, right, len(body)


def when_ready(address):
    while True:
        try:
            urllib.request.urlopen(address + "search?q=a").read()
            return
        except urllib.error.HTTPError as busy:
            if busy.code != 503:
                raise
            time.sleep(1)


def run(jar, java, entities, folder, runs):
    shutil.rmtree(folder, ignore_errors=True)
    data = os.path.join(folder, "data")
    os.makedirs(folder)
    command = [java, "-jar", jar, "serve", "--port", "0", "--client-work", "0", "--request-log", "none"]
    if entities:
        path = os.path.join(folder, "bench.nq")
        make(entities, path)
        # A project without rules, which are not what is timed.
        project = os.path.join(folder, "project")
        shutil.copytree(
            HOME / "ontology", os.path.join(project, "ontology"), ignore=shutil.ignore_patterns("shapes", "checks"))
        for part in ("ontology/shapes", "ontology/checks", "seeds", "queries"):
            os.makedirs(os.path.join(project, part))
        open(os.path.join(project, "seeds", "order.txt"), "w", encoding="utf-8").close()
        subprocess.run(
            [java, "-jar", jar, "load", "--project", project, "--data", data, path],
            check=True, stdout=subprocess.DEVNULL)
        command += ["--project", project, "--data", data]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        address = server.stdout.readline().split()[-1]
        when_ready(address)
        for kind, queries in batches(samples_of(entities)):
            figures = [ask(address, queries) for _ in range(runs)]
            times = [taken for taken, _, _ in figures]
            print(f"| {kind} | {statistics.median(times):.2f} ({min(times):.2f}–{max(times):.2f})"
                  f" | {QUERIES / statistics.median(times):.0f} | {figures[0][1]} | {figures[0][2] / 1e6:.1f} |")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4], int(sys.argv[5]) if len(sys.argv) > 5 else 5)
