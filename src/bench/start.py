#!/usr/bin/env python3
"""Times the start of Dramatis beside the start of stock Fuseki on the same data, in turns.

    python3 src/bench/start.py --peer jena-fuseki-server-5.6.0.jar [--runs 7] [--java PATH]

Prints a table of medians: seconds from starting the process to the first right answer over HTTP, resident memory
right after that answer, and the size of the jar. Needs a built Dramatis (any command of ./dramatis builds it) and the
jar of the peer, org.apache.jena:jena-fuseki-server. Everything runs on loopback.
"""
import argparse
import json
import os
import pathlib
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

HOME = pathlib.Path(__file__).resolve().parents[2]
QUESTION = """
PREFIX d: <https://w3id.org/dramatis/ns#>
SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?claim a d:Claim ; d:source ?source } }
"""


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def graph_of(path):
    if path.parts[-2] == "seeds":
        return "https://w3id.org/dramatis/source/" + path.stem
    return "https://w3id.org/dramatis/ns" + ("/alignments" if "alignments" in path.parts else "")


def one_file(folder):
    """The data that Dramatis starts with, as one TriG file for the peer."""
    files = [p for d in ("ontology", "ontology/schemes", "ontology/alignments") for p in sorted((HOME / d).glob("*.ttl"))]
    listed = (HOME / "seeds/order.txt").read_text(encoding="utf-8").splitlines()
    files += [HOME / "seeds" / name for name in listed if name and not name.startswith("#")]
    out = folder / "data.trig"
    with out.open("w", encoding="utf-8") as trig:
        for path in files:
            text = path.read_text(encoding="utf-8")
            prefixes = re.findall(r"(?m)^PREFIX .*$", text)
            trig.write("\n".join(prefixes) + f"\nGRAPH <{graph_of(path)}> {{\n{re.sub(r'(?m)^PREFIX .*$', '', text)}\n}}\n")
    return out


def ask(port, path):
    address = f"http://127.0.0.1:{port}{path}?" + urllib.parse.urlencode({"query": QUESTION})
    request = urllib.request.Request(address, headers={"Accept": "application/sparql-results+json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return int(json.load(answer)["results"]["bindings"][0]["n"]["value"])


def resident(pid):
    """Resident memory in MiB of a process and its children."""
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    own = re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text())
    return (int(own.group(1)) if own else 0) / 1024 + sum(resident(c) for c in children)


def once(command, port, path, expected, folder):
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=folder)
    try:
        while True:
            if process.poll() is not None:
                sys.exit(f"{command[0]} ended early: {process.stderr.read().decode()[-500:]}")
            if time.monotonic() - begun > 120:
                sys.exit(f"{command} gave no answer in 120 s")
            try:
                count = ask(port, path)
                break
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.01)
        took = time.monotonic() - begun
        if expected is not None and count != expected:
            sys.exit(f"{command} counted {count} claims, not {expected}")
        return took, resident(process.pid), count
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        process.stderr.close()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--peer", required=True, type=lambda name: pathlib.Path(name).resolve(), help="jena-fuseki-server-5.6.0.jar")
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--java", default=os.environ.get("JAVA_HOME", "") + "/bin/java", help="a java of release 25")
    chosen = options.parse_args()
    built = sorted(HOME.glob("target/launcher/*/dramatis.jar"), key=lambda p: p.stat().st_mtime)
    jar = built[-1] if built else HOME / "target/launcher/…/dramatis.jar"
    for needed in (chosen.peer, jar, pathlib.Path(chosen.java)):
        if not needed.is_file():
            sys.exit(f"{needed} is missing; see the head of this file")
    with tempfile.TemporaryDirectory() as folder:
        data = one_file(pathlib.Path(folder))
        subjects = {
            "./dramatis serve": (jar, "/sparql", lambda p: [str(HOME / "dramatis"), "serve", "--port", str(p)]),
            "java -jar dramatis.jar serve": (jar, "/sparql", lambda p: [
                chosen.java, f"-Ddramatis.home={HOME}", "-jar", str(jar), "serve", "--port", str(p)]),
            "stock jena-fuseki-server": (chosen.peer, "/ds/sparql", lambda p: [
                chosen.java, "-jar", str(chosen.peer), "--localhost", "--port", str(p), "--file", str(data), "/ds"]),
        }
        seconds, memory, expected = {n: [] for n in subjects}, {n: [] for n in subjects}, None
        for run in range(chosen.runs + 1):
            for name, (_, path, command) in subjects.items():
                port = free_port()
                took, mib, expected = once(command(port), port, path, expected, folder)
                if run:  # the first round only warms the disk's cache
                    seconds[name].append(took)
                    memory[name].append(mib)
        peer = statistics.median(seconds["stock jena-fuseki-server"])
        print(f"{expected} claims; medians of {chosen.runs} runs in turns\n")
        print("| what | first answer, s (min–max) | ratio to peer | memory, MiB | jar, MiB |\n|---|---|---|---|---|")
        for name, (archive, _, _) in subjects.items():
            s, m = seconds[name], statistics.median(memory[name])
            print(f"| {name} | {statistics.median(s):.2f} ({min(s):.2f}–{max(s):.2f}) | {statistics.median(s) / peer:.2f} "
                  f"| {m:.0f} | {archive.stat().st_size / 2**20:.1f} |")


if __name__ == "__main__":
    main()
