"""How long the service takes to describe itself after a small write, and how long to count everything.

    python3 src/bench/description.py DRAMATIS.JAR JAVA FOLDER [--statements N]

A folder is loaded with N-Quads like those of a graph of entertainment. The first description counts all of them; then
one statement is written and the description asked for, again and again; then the server is started anew over the file
of numbers, and over none.
"""

import argparse
import hashlib
import http.client
import pathlib
import re
import shutil
import statistics
import subprocess
import time

BASE = "https://w3id.org/dramatis/"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
ROUNDS = 20
SECRET = "benchmark-secret-0123456789abcdef"


def write(path, statements):
    """Six statements a credit: of people and films, each of which has many."""
    with open(path, "w", encoding="utf-8") as out:
        for i in range(statements // 6):
            graph = f"<{BASE}source/bench-{i % 7}>"
            credit = f"<{BASE}id/credit/bench-{i}>"
            person = f"<{BASE}id/person/bench-{i // 5}>"
            work = f"<{BASE}id/film/bench-{i // 9}>"
            for subject, predicate, value in (
                (credit, TYPE, f"<{BASE}ns#Credit>"),
                (credit, f"<{BASE}ns#agent>", person),
                (credit, f"<{BASE}ns#work>", work),
                (person, TYPE, f"<{BASE}ns#Person>"),
                (person, LABEL, f'"Person {i // 5}"@en'),
                (credit, LABEL, f'"Credit {i}"@en'),
            ):
                out.write(f"{subject} {predicate} {value} {graph} .\n")


class Server:
    """A server over the folder, until it is left."""

    def __init__(self, command, folder):
        self.begun = time.monotonic()
        self.process = subprocess.Popen(
            [*command, "serve", "--project", str(folder / "project"), "--data", str(folder / "data"), "--port", "0",
             "--tokens", str(folder / "tokens"), "--client-work", "0", "--request-log", "none", "--time-limit", "600"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        self.ready = time.monotonic() - self.begun
        self.port = int(re.search(r":(\d+)/", line).group(1))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("localhost", self.port, timeout=900)
        begun = time.monotonic()
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        content = response.read()
        taken = (time.monotonic() - begun) * 1000
        if response.status >= 400:
            raise SystemExit(f"{method} {path}: {response.status} {content[:500]}")
        return taken, content

    def describe(self):
        return self.ask("GET", "/.well-known/void", headers={"Accept": "text/turtle"})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("jar")
    parser.add_argument("java")
    parser.add_argument("folder")
    parser.add_argument("--statements", type=int, default=1_000_000)
    given = parser.parse_args()
    folder = pathlib.Path(given.folder).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("ontology/shapes", "ontology/checks", "ontology/schemes", "ontology/alignments", "seeds", "queries"):
        (folder / "project" / part).mkdir(parents=True)  # Has no rules: what is measured is how it counts.
    (folder / "project" / "seeds" / "order.txt").touch()
    tokens = folder / "tokens"
    tokens.write_text(f"bench read,write sha256:{hashlib.sha256(SECRET.encode()).hexdigest()} *\n")
    tokens.chmod(0o600)
    command = [given.java, "-jar", str(pathlib.Path(given.jar).resolve())]
    write(folder / "some.nq", given.statements)
    subprocess.run([*command, "load", "--project", str(folder / "project"), "--data", str(folder / "data"),
                    str(folder / "some.nq")], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (folder / "some.nq").unlink()
    with Server(command, folder) as server:
        first, document = server.describe()
        print(f"ready after {server.ready:.1f} s; everything is counted: the first description after {first:,.0f} ms, {len(document):,} bytes")
        again = [server.describe()[0] for _ in range(ROUNDS)]
        after = []
        for i in range(ROUNDS):
            update = f"INSERT DATA {{ GRAPH <{BASE}source/bench-0> {{ <{BASE}id/person/new-{i}> a <{BASE}ns#Person> }} }}"
            server.ask("POST", "/update", update,
                       {"Content-Type": "application/sparql-update", "Authorization": "Bearer " + SECRET})
            after.append(server.describe()[0])
        for name, times in (("nothing has changed", again), ("after a write of one statement", after)):
            print(f"{name}: median {statistics.median(times):,.0f} ms, most {max(times):,.0f} ms")
    with Server(command, folder) as server:
        print(f"started over the file of numbers: {server.describe()[0]:,.0f} ms after {server.ready:.1f} s")
    (folder / "data" / "statistics").unlink()
    with Server(command, folder) as server:
        print(f"started without it: {server.describe()[0]:,.0f} ms after {server.ready:.1f} s")


if __name__ == "__main__":
    main()
