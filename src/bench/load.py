#!/usr/bin/env python3
"""Requests a second of Dramatis beside stock Fuseki on the same data, in turns.

    python3 src/bench/load.py --peer jena-fuseki-server-5.6.0.jar [--jar dramatis.jar] [--java PATH] [--rounds 5]

Needs wrk (https://github.com/wg/wrk; on Debian: apt install wrk), a built Dramatis and the jar of the peer,
org.apache.jena:jena-fuseki-server. Each subject gets the same requests: `ASK{}`, look-ups of one entity after the other
by its IRI, and a mixture of small and middling queries. Dramatis runs twice, with and without its cache of answers; its
quota is off, since all requests come from one client, and so is its log of requests, since the peer writes none.
Everything runs on loopback.
"""
import argparse
import json
import os
import pathlib
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

from start import HOME, ask, free_port, one_file, resident

PREFIXES = "PREFIX d: <https://w3id.org/dramatis/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
ENTITIES = "SELECT DISTINCT ?e { GRAPH ?g { ?e rdfs:label ?l } FILTER STRSTARTS(STR(?e), 'https://w3id.org/dramatis/id/') }"
LOOK_UP = "SELECT ?p ?o WHERE { GRAPH ?g { <%s> ?p ?o } }"
MIXTURE = [
    "ASK {}",
    LOOK_UP,
    "SELECT ?l WHERE { GRAPH ?g { <%s> rdfs:label ?l } }",
    "SELECT ?c ?s WHERE { GRAPH ?g { ?c a d:Claim ; d:source ?s } } LIMIT 50",
    "SELECT ?s (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?c a d:Claim ; d:source ?s } } GROUP BY ?s ORDER BY DESC(?n)",
    "CONSTRUCT { <%s> ?p ?o } WHERE { GRAPH ?g { <%s> ?p ?o } }",
    "SELECT ?e ?l WHERE { GRAPH ?g { ?e rdfs:label ?l } FILTER CONTAINS(LCASE(STR(?l)), 'song') }",
    "SELECT DISTINCT ?p WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?p",
]


def wait_until_ready(process, port, path):
    end = time.monotonic() + 120
    while time.monotonic() < end:
        if process.poll() is not None:
            sys.exit(f"a subject ended early: {process.args}")
        try:
            return ask(port, path)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    sys.exit(f"no answer in 120 s: {process.args}")


def entities(port):
    address = f"http://127.0.0.1:{port}/sparql?" + urllib.parse.urlencode({"query": PREFIXES + ENTITIES})
    with urllib.request.urlopen(address, timeout=30) as answer:
        return [row["e"]["value"] for row in json.load(answer)["results"]["bindings"]]


def script(folder, name, queries):
    """A wrk script that sends these queries one after the other."""
    file = folder / f"{name}.lua"
    lines = ",\n".join(json.dumps(urllib.parse.quote(query, safe="")) for query in queries)
    file.write_text(f"local queries = {{ {lines} }}\nlocal at = 0\n" + """
function request()
  at = at % #queries + 1
  return wrk.format("GET", wrk.path .. "?query=" .. queries[at], {Accept = "application/sparql-results+json,text/turtle"})
end
""")
    return file


def load(port, path, lua, connections, seconds):
    """Requests a second, and milliseconds of p50 and p99."""
    command = ["wrk", "--timeout", "30s", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", str(lua), f"http://127.0.0.1:{port}{path}"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if re.search(r"Non-2xx|Socket errors", out):
        sys.exit(f"not every request was answered:\n{out}")
    scale = {"us": 0.001, "ms": 1, "s": 1000}
    percentile = {p: float(n) * scale[unit] for p, n, unit in re.findall(r"(50|99)%\s+([\d.]+)(us|ms|s)", out)}
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)), percentile["50"], percentile["99"]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--peer", required=True, type=lambda name: pathlib.Path(name).resolve())
    options.add_argument("--jar", type=lambda name: pathlib.Path(name).resolve(), default=HOME / "target/dramatis.jar")
    options.add_argument("--java", default=os.environ.get("JAVA_HOME", "") + "/bin/java", help="a java of release 25")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seconds", type=int, default=3)
    chosen = options.parse_args()
    for needed in (chosen.peer, chosen.jar, pathlib.Path(chosen.java)):
        if not needed.is_file():
            sys.exit(f"{needed} is missing; see the head of this file")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        data = one_file(folder)
        ours = [chosen.java, "-Xmx1g", f"-Ddramatis.home={HOME}", "-jar", str(chosen.jar), "serve", "--client-work", "0",
                "--request-log", "none"]
        subjects = {
            "Dramatis": ("/sparql", ours),
            "Dramatis without its cache": ("/sparql", ours + ["--cache-bytes", "0"]),
            "stock Fuseki": ("/ds/sparql", [chosen.java, "-Xmx1g", "-jar", str(chosen.peer), "--localhost", "--file",
                                            str(data), "/ds"]),
        }
        running = {}
        try:
            for subject, (path, command) in subjects.items():
                port = free_port()
                at = command.index("serve") + 1 if "serve" in command else len(command) - 1
                started = command[:at] + ["--port", str(port)] + command[at:]
                process = subprocess.Popen(started, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)
                running[subject] = (process, port, path)
            for process, port, path in running.values():
                wait_until_ready(process, port, path)
            known = entities(running["Dramatis"][1])
            workloads = {
                "`ASK{}`": script(folder, "ask", ["ASK{}"]),
                "look-up by IRI": script(folder, "look-up", [PREFIXES + LOOK_UP % iri for iri in known]),
                "mixture": script(folder, "mixture", [
                    PREFIXES + query.replace("%s", iri) for iri in known for query in MIXTURE]),
            }
            for lua in workloads.values():
                for _, port, path in running.values():
                    load(port, path, lua, 8, 2 * chosen.seconds)
            print(f"{len(known)} entities; medians of {chosen.rounds} runs of {chosen.seconds} s in turns, "
                  f"load average {os.getloadavg()[0]:.1f}\n", flush=True)
            print("| requests | connections | subject | requests/s (min–max) | × stock | p50 ms | p99 ms |\n|---|---|---|---|---|---|---|")
            for workload, lua in workloads.items():
                for connections in (1, 8):
                    runs = {subject: [] for subject in running}
                    for _ in range(chosen.rounds):
                        for subject, (_, port, path) in running.items():
                            runs[subject].append(load(port, path, lua, connections, chosen.seconds))
                    stock = statistics.median(run[0] for run in runs["stock Fuseki"])
                    for subject, measured in runs.items():
                        rate, p50, p99 = (statistics.median(column) for column in zip(*measured))
                        rates = [run[0] for run in measured]
                        print(f"| {workload} | {connections} | {subject} | {rate:,.0f} ({min(rates):,.0f}–{max(rates):,.0f}) "
                              f"| {rate / stock:.1f} | {p50:.2f} | {p99:.1f} |", flush=True)
            print("\n| subject | memory after all that, MiB |\n|---|---|")
            for subject, (process, _, _) in running.items():
                print(f"| {subject} | {resident(process.pid):.0f} |")
        finally:
            for process, _, _ in running.values():
                process.send_signal(signal.SIGTERM)
                process.wait(30)


if __name__ == "__main__":
    main()
