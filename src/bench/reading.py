#!/usr/bin/env python3
"""How soon a text is read with a name that was just written, at 10^4, 2*10^5 and 10^6 entities.

    python3 src/bench/reading.py [--jar target/dramatis.jar] [--java PATH] [--entities 10000 200000 1000000] [--writes 50]

Loads as many persons as finding.py, and asks /annotate over one connection on loopback: how long it is until all names are
there; how long a text of three names takes then; and, after each of some writes of one new person, how long the write takes
and how long a text with the new name. The peer is the same program without a dictionary that follows: a version asked by its
number, for which one is made when it is asked first.
"""
import argparse
import hashlib
import http.client
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import tempfile
import time

import finding

SECRET = "reading-0123456789abcdef0123456789abcdef"


def annotate(connection, text, path="/annotate"):
    """The status, the names that were found, and the milliseconds it took."""
    began = time.perf_counter()
    connection.request("POST", path, text.encode(), {"Content-Type": "text/plain", "Accept": "application/json"})
    answer = connection.getresponse()
    content = answer.read()
    taken = (time.perf_counter() - began) * 1000
    found = [each["iri"] for each in json.loads(content)["mentions"]] if answer.status == 200 else content[:300]
    return answer.status, found, taken


def until_there(connection, text):
    began, refused = time.perf_counter(), 0
    while True:
        status, found, _ = annotate(connection, text)
        if status == 200:
            print(f"  all names are there after {time.perf_counter() - began:.1f} s, {refused} times refused until then",
                  flush=True)
            return
        if status != 503:
            raise SystemExit(f"{status} {found}")
        refused += 1
        time.sleep(0.2)


def put(connection, number):
    who = f"{finding.NS}id/person/new{number}"
    turtle = (f'<{who}> a <{finding.NS}ns#Person> ; '
              f'<http://www.w3.org/2000/01/rdf-schema#label> "Wanda Novum{number}"@en .')
    began = time.perf_counter()
    connection.request("POST", "/data?graph=" + finding.NS + "source/bench", turtle.encode(),
                       {"Content-Type": "text/turtle", "Authorization": "Bearer " + SECRET})
    answer = connection.getresponse()
    content = answer.read()
    if answer.status not in (200, 201, 204):
        raise SystemExit(f"{answer.status} {content[:300]}")
    return who, (time.perf_counter() - began) * 1000


def resident(process):
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) // 1024


def measure(java, jar, count, writes, folder):
    print(f"{count:,} entities", flush=True)
    data, kept, project = folder / f"{count}.nq", folder / f"data-{count}", folder / f"project-{count}"
    finding.write(data, count)
    project.mkdir()  # Has no rules: what is measured is how it reads.
    run = [java, "-jar", str(jar)]
    subprocess.run([*run, "load", "--project", str(project), "--data", str(kept), str(data)], check=True, cwd=finding.HOME,
                   stdout=subprocess.DEVNULL)
    data.unlink()
    for part in ("ontology/shapes", "ontology/checks", "ontology/schemes", "ontology/alignments", "seeds", "queries"):
        (project / part).mkdir(parents=True, exist_ok=True)
    shutil.copy(finding.HOME / "ontology" / "identifiers.ttl", project / "ontology")
    (project / "seeds" / "order.txt").touch()
    tokens = folder / "tokens"
    tokens.write_text(f"bench read,write sha256:{hashlib.sha256(SECRET.encode()).hexdigest()} *\n")
    tokens.chmod(0o600)
    server = subprocess.Popen(
        [*run, "serve", "--project", str(project), "--port", "0", "--data", str(kept), "--tokens", str(tokens),
         "--client-work", "0", "--request-log", "none", "--time-limit", "300"],
        cwd=finding.HOME, stdout=subprocess.PIPE, text=True)
    try:
        connection = http.client.HTTPConnection(
            "127.0.0.1", int(re.search(r":(\d+)/", server.stdout.readline()).group(1)))
        before = resident(server)
        chance = random.Random(1)
        text = lambda: ", ".join(finding.name(chance.randrange(count)) for _ in range(3)) + "."
        until_there(connection, text())
        print(f"  the process has {resident(server):,} MiB, {before:,} before", flush=True)
        connection.request("HEAD", "/sparql?query=ASK%7B%7D")
        head = connection.getresponse()
        head.read()
        loaded = head.headers["Dramatis-Version"]
        still, written, fresh = [], [], []
        for turn in range(400):
            status, found, taken = annotate(connection, text())
            assert status == 200 and len(found) == 3, (status, found)
            still.append(taken)
        for number in range(writes):
            who, taken = put(connection, number)
            written.append(taken)
            status, found, taken = annotate(connection, f"So said Wanda Novum{number}.")
            assert status == 200 and found == [who], (status, found)
            fresh.append(taken)
        print(f"  a text of three names: {finding.told(still[100:])}", flush=True)
        print(f"  a write: {finding.told(written)}", flush=True)
        print(f"  the first text after it: {finding.told(fresh)}", flush=True)
        status, found, taken = annotate(connection, text(), f"/annotate?version={loaded}")
        print(f"  peer, a dictionary made for a version: {status}, {len(found)} names, after {taken / 1000:.1f} s", flush=True)
        print(f"  load average {os.getloadavg()[0]:.1f}", flush=True)
    finally:
        server.terminate()
        server.wait(60)
        shutil.rmtree(kept)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jar", default=finding.HOME / "target" / "dramatis.jar", type=pathlib.Path)
    parser.add_argument("--java", default=os.path.join(os.environ.get("JAVA_HOME", "/usr"), "bin", "java"))
    parser.add_argument("--entities", nargs="+", type=int, default=[10_000, 200_000, 1_000_000])
    parser.add_argument("--writes", type=int, default=50)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for count in given.entities:
            measure(given.java, given.jar, count, given.writes, pathlib.Path(folder))


if __name__ == "__main__":
    main()
