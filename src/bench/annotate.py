#!/usr/bin/env python3
"""How well and how fast /annotate finds what a text speaks of.

    DRAMATIS_ARTICLE=FILE python3 src/bench/annotate.py [--jar target/dramatis.jar] [--java PATH] [--runs 5] [--wrong]

The seed article is annotated, and held against what the graph's claims say of the article. Each claim stands in a passage
of a sentence and speaks of entities: the subject and object of its statement, and of a credit its agent, character and
work. What counts as right:

  precision   of the mentions, those whose entity some claim speaks of that stands in the same sentence
  (strict)    the same, but the passage of the claim has to overlap the mention
  exact       of the names that the article is the first to use according to a claim, those found at just these
              characters as just this entity
  recall      of all pairs of a sentence and an entity of which a claim in the sentence speaks, and of which a name that
              the article uses stands in the sentence, those with a mention of that entity in that sentence; the names
              are looked for letter by letter, independent of what is measured
  (all)       the same for all pairs, also where the sentence only says "she"

It is done twice: with all names, and without the names that come from the article itself (d:name and d:creditedAs in its
graph), which leaves the labels of the entities and the names that other sources use. Only people, characters, works,
tracks, organizations and places count, among what is found as among what is claimed. Mentions of other things, such as
events and objects of the story, are told apart in the last line.

Then texts are timed over HTTP: the article again and again, and a text in which next to nothing is named. The peers run
in this process: a regular expression of all names, and, where it is installed, pyahocorasick (both with word boundaries and
without case, and neither tells what a name means).
"""
import argparse
import collections
import http.client
import json
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import time
import urllib.parse

HOME = pathlib.Path(__file__).resolve().parents[2]
BASE = "https://w3id.org/dramatis/"
ARTICLE = BASE + "source/purple-hearts-season-2"
KINDS = ("person", "character", "film", "series", "season", "episode", "franchise", "book", "album", "track",
         "organization", "place")
CLAIMS = f"""
PREFIX d: <{BASE}ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?claim ?s ?p ?o ?start ?end ?sentence ?e WHERE {{
  ?claim rdf:reifies <<( ?s ?p ?o )>> ; d:source <{ARTICLE}> ; d:passage ?passage .
  ?passage d:start ?start ; d:end ?end ; d:sentence ?sentence .
  OPTIONAL {{ ?s a d:Credit ; d:agent|d:character|d:work ?e }}
}}"""
NAMES = f"""
PREFIX d: <{BASE}ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?n WHERE {{ ?e d:name|rdfs:label ?n FILTER(STRSTARTS(STR(?e), "{BASE}id/"))
  FILTER NOT EXISTS {{ ?e a d:Credit }} }}"""


class Server:
    def __init__(self, run, *options):
        self.process = subprocess.Popen(
            [*run, "serve", "--port", "0", "--client-work", "0", "--request-log", "none", *options], cwd=HOME,
            stdout=subprocess.PIPE, text=True)
        self.port = int(re.search(r":(\d+)/", self.process.stdout.readline()).group(1))
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port)

    def ask(self, method, path, body=None, kind="text/plain", accept="application/json"):
        self.connection.request(method, path, body, {"Content-Type": kind, "Accept": accept})
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status} {content[:500]}")
        return content

    def rows(self, query):
        found = json.loads(self.ask("GET", "/sparql?query=" + urllib.parse.quote(query),
                                    accept="application/sparql-results+json"))
        return [{k: v["value"] for k, v in row.items() if isinstance(v["value"], str)} for row in found["results"]["bindings"]]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)


def counts(iri):
    return iri.startswith(BASE + "id/") and iri[len(BASE) + 3:].split("/")[0] in KINDS


class Claims:
    """What the claims of the article speak of, and where."""

    def __init__(self, rows, text):
        self.spoken = collections.defaultdict(set)  # sentence → entities
        self.places = collections.defaultdict(set)  # entity → passages
        self.names = collections.defaultdict(set)  # entity → names in the article
        self.first = set()  # (start, end, entity): a claim says that this is a name of that
        extents = collections.defaultdict(lambda: [len(text), 0])
        for row in rows:
            start, end, sentence = int(row["start"]), int(row["end"]), int(row["sentence"])
            extents[sentence] = [min(extents[sentence][0], start), max(extents[sentence][1], end)]
            for entity in filter(counts, (row["s"], row["o"], row.get("e", ""))):
                self.spoken[sentence].add(entity)
                self.places[entity].add((start, end))
            if row["p"] == BASE + "ns#name" and counts(row["s"]):
                self.names[row["s"]].add(row["o"])
                self.first.add((start, end, row["s"]))
        # A sentence goes from where the passages in it begin to where those of the next one do.
        numbers = sorted(extents)
        self.extents = {n: (extents[n][0], extents[m][0]) for n, m in zip(numbers, numbers[1:])}
        self.extents[numbers[-1]] = (extents[numbers[-1]][0], len(text))
        self.text = text

    def sentence(self, place):
        return next((n for n, (start, end) in self.extents.items() if start <= place < end), 0)

    def pairs(self, named):
        for sentence, entities in self.spoken.items():
            start, end = self.extents[sentence]
            for entity in entities:
                if not named or any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.text[start:end])
                                    for name in self.names[entity]):
                    yield sentence, entity


def share(part, whole):
    return f"{len(part)}/{len(whole)} = {len(part) / max(1, len(whole)):.3f}"


def judge(title, claims, answer, wrong):
    mentions = [m for m in answer["mentions"] if counts(m["iri"])]
    here = [m for m in mentions if m["iri"] in claims.spoken[claims.sentence(m["start"])]]
    strict = [m for m in mentions if any(s < m["end"] and m["start"] < e for s, e in claims.places[m["iri"]])]
    exact = {(m["start"], m["end"], m["iri"]) for m in mentions}
    found = {(claims.sentence(m["start"]), m["iri"]) for m in mentions}
    named, everything = set(claims.pairs(True)), set(claims.pairs(False))
    print(f"{title}: precision {share(here, mentions)} (strict {share(strict, mentions)}), "
          f"recall {share(named & found, named)} (all {share(everything & found, everything)}), "
          f"exact {share(claims.first & exact, claims.first)}, {len(answer['mentions']) - len(mentions)} other mentions")
    if wrong:
        for m in mentions:
            if m not in here:
                print("  not claimed here:", m["start"], m["text"], m["iri"])
        for sentence, entity in sorted(named - found):
            print("  not found in sentence", sentence, entity, sorted(claims.names[entity]))
        for start, end, entity in sorted(claims.first - exact):
            print("  not exact:", start, end, repr(claims.text[start:end]), entity)


def timed(work, runs):
    work()
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return taken


def speed(title, size, taken):
    print(f"{title}: {size / 1e6 / statistics.median(taken):.1f} MB/s "
          f"({size / 1e6 / max(taken):.1f}–{size / 1e6 / min(taken):.1f})", flush=True)


def race(server, article, runs):
    names = sorted({row["n"].lower() for row in server.rows(NAMES)}, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE)
    plain = "".join(file.read_text(encoding="utf-8") for file in sorted((HOME / "src/main/java").rglob("*.java")))
    texts = {"article": (article + "\n\n") * 500, "little is named": (plain * 10)[:9_000_000]}
    for title, text in texts.items():
        body = text.encode()
        speed(f"{title}, {len(body) / 1e6:.1f} MB, /annotate", len(body),
              timed(lambda: server.ask("POST", "/annotate", body), runs))
        some = text[:len(text) // 20]
        size = len(some.encode())
        speed(f"{title}, regular expression of {len(names)} names", size,
              timed(lambda: sum(1 for _ in pattern.finditer(some)), 3))
        automaton(title, names, text, len(body), runs)


def automaton(title, names, text, size, runs):
    try:
        import ahocorasick
    except ImportError:
        print(f"{title}, pyahocorasick: not installed")
        return
    tree = ahocorasick.Automaton()
    for name in names:
        tree.add_word(name, len(name))
    tree.make_automaton()

    def work():
        small = text.lower()
        edge = len(small)
        return sum(1 for end, length in tree.iter_long(small)
                   if (end + 1 == edge or not small[end + 1].isalnum())
                   and (end + 1 == length or not small[end - length].isalnum()))
    speed(f"{title}, pyahocorasick", size, timed(work, runs))


def without_article(run, server, folder):
    """The same data but for the names that the article uses."""
    kept = folder / "kept.nq"
    ours = re.compile(rf"<{BASE}ns#(name|creditedAs)> .* <{re.escape(ARTICLE)}> \.$")
    lines = server.ask("GET", "/dump/1.nq", accept="*/*").decode().splitlines()
    kept.write_text("\n".join(line for line in lines if not ours.search(line)) + "\n", encoding="utf-8")
    project = folder / "project"  # Has no rules: claims may speak of what is left out.
    project.mkdir()
    subprocess.run([*run, "load", "--project", str(project), "--data", str(folder / "data"), str(kept)], check=True,
                   cwd=HOME, stdout=subprocess.DEVNULL)
    for part in ("ontology/shapes", "ontology/checks", "ontology/schemes", "ontology/alignments", "seeds", "queries"):
        (project / part).mkdir(parents=True, exist_ok=True)
    (project / "ontology" / "identifiers.ttl").write_bytes((HOME / "ontology" / "identifiers.ttl").read_bytes())
    (project / "seeds" / "order.txt").touch()
    return Server(run, "--project", str(project), "--data", str(folder / "data"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jar", default=HOME / "target" / "dramatis.jar", type=pathlib.Path)
    parser.add_argument("--java", default=os.path.join(os.environ.get("JAVA_HOME", "/usr"), "bin", "java"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--wrong", action="store_true", help="tell of each that is not right")
    given = parser.parse_args()
    article = pathlib.Path(os.environ["DRAMATIS_ARTICLE"]).read_bytes().decode()
    run = [given.java, "-jar", str(given.jar)]
    with tempfile.TemporaryDirectory() as folder, Server(run) as server:
        claims = Claims(server.rows(CLAIMS), article)
        judge("all names", claims, json.loads(server.ask("POST", "/annotate", article.encode())), given.wrong)
        with without_article(run, server, pathlib.Path(folder)) as other:
            judge("without the article's names", claims,
                  json.loads(other.ask("POST", "/annotate", article.encode())), given.wrong)
        if given.runs:
            race(server, article, given.runs)
        print(f"load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
