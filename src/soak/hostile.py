#!/usr/bin/env python3
"""A hundred hostile queries at once, again and again, against a server with little memory.

    DRAMATIS_JAVA_OPTS=-Xmx256m ./dramatis serve --port 3030 --client-work 0 --time-limit 10   (in another terminal)
    python3 src/soak/hostile.py [--port 3030] [--at-once 100] [--rounds 3]

Prints how the queries ended by status, the latencies of /health meanwhile, and how soon an ordinary query is answered
afterwards. Exits with 1 when the server answers no more. Loopback only.
"""
import argparse
import collections
import http.client
import sys
import threading
import time
import urllib.parse

CROSS = "{ ?a ?b ?c . ?d ?e ?f }"
DOUBLED = " ".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(40))
HOSTILE = {
    "sort": f"SELECT * {CROSS} ORDER BY ?c ?f",
    "distinct": f"SELECT DISTINCT * {CROSS}",
    "group": f"SELECT ?a ?d (GROUP_CONCAT(CONCAT(STR(?c), STR(?f))) AS ?x) {CROSS} GROUP BY ?a ?d",
    "one long string": f"SELECT (STRLEN(GROUP_CONCAT(CONCAT(STR(?c), STR(?f)))) AS ?x) {CROSS}",
    "cross product": f"SELECT * {CROSS}",
    "large graph": "CONSTRUCT { ?a ?e ?f } " + CROSS,
    "doubling string": f'SELECT (STRLEN(?x40) AS ?n) {{ BIND("0123456789" AS ?x0) {DOUBLED} }}',
    "regular expression": 'ASK { FILTER REGEX("' + "a" * 60 + '", "(.*a){25}b") }',
}


def ask(port, query, path="/sparql", timeout=60):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request("GET", path + ("?query=" + urllib.parse.quote(query) if query else ""))
        answer = connection.getresponse()
        while answer.read(65536):
            pass
        return str(answer.status)
    except (OSError, http.client.HTTPException) as broken:
        return "cut off" if isinstance(broken, (ConnectionError, http.client.IncompleteRead)) else type(broken).__name__
    finally:
        connection.close()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("port", 3030), ("at-once", 100), ("rounds", 3)):
        options.add_argument(f"--{name}", type=int, default=default)
    chosen = options.parse_args()
    ended, health, over = collections.Counter(), [], threading.Event()

    def watch():
        while not over.wait(0.05):
            began = time.monotonic()
            status = ask(chosen.port, "", "/health")
            health.append(((time.monotonic() - began) * 1000, status))

    watcher = threading.Thread(target=watch)
    watcher.start()
    for turn in range(chosen.rounds):
        def one(number):
            name, query = list(HOSTILE.items())[number % len(HOSTILE)]
            ended[name, ask(chosen.port, f"{query} #{turn}.{number}")] += 1
        threads = [threading.Thread(target=one, args=(n,)) for n in range(chosen.at_once)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    over.set()
    watcher.join()
    began = time.monotonic()
    status = ask(chosen.port, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    for name in HOSTILE:
        outcomes = ", ".join(f"{how} × {n}" for (of, how), n in sorted(ended.items()) if of == name)
        print(f"{name}: {outcomes}")
    took = sorted(ms for ms, _ in health)
    bad = sum(how != "200" for _, how in health)
    print(f"/health: {len(took)} asked, {bad} not answered, p50 {took[len(took) // 2]:.1f} ms, "
          f"p99 {took[len(took) * 99 // 100]:.1f} ms, longest {took[-1]:.1f} ms")
    print(f"afterwards: {status} in {(time.monotonic() - began) * 1000:.0f} ms")
    return 0 if status == "200" and not bad else 1


if __name__ == "__main__":
    sys.exit(main())
