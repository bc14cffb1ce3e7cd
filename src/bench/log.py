#!/usr/bin/env python3
"""What the log of requests costs: processor time a request and requests a second with it and without it, in turns.

    python3 src/bench/log.py [--jar dramatis.jar] [--java PATH] [--rounds 5] [--seconds 3]

Needs wrk, as load.py does, and a built Dramatis. The request is `ASK{}`, answered from the cache: nothing is quicker, so
that nothing shows more of what a line costs. Standard error goes to a pipe that is read at once.
"""
import argparse
import os
import pathlib
import signal
import statistics
import subprocess
import tempfile

from load import load, script, wait_until_ready
from start import HOME, free_port


def processor(pid):
    """Seconds of processor time that a process has used."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(port, process, lua, connections, seconds):
    """Requests a second, and microseconds of processor time a request."""
    before = processor(process.pid)
    rate, _, _ = load(port, "/sparql", lua, connections, seconds)
    return rate, (processor(process.pid) - before) / (rate * seconds) * 1e6


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--jar", type=lambda name: pathlib.Path(name).resolve(), default=HOME / "target/dramatis.jar")
    options.add_argument("--java", default=os.environ.get("JAVA_HOME", "") + "/bin/java", help="a java of release 25")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seconds", type=int, default=3)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subjects = {"none": ["none"], "stderr": ["stderr"], "FILE": [folder / "log"],
                    "FILE, as JSON": [folder / "json", "--log-format", "json"]}
        reader = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        running = {}
        try:
            for subject, log in subjects.items():
                port = free_port()
                running[subject] = (port, subprocess.Popen(
                    [chosen.java, "-Xmx512m", f"-Ddramatis.home={HOME}", "-jar", chosen.jar, "serve", "--port", str(port),
                     "--client-work", "0", "--request-log", *log], stdout=subprocess.DEVNULL, stderr=reader.stdin))
            for port, process in running.values():
                wait_until_ready(process, port, "/sparql")
            lua = script(folder, "ask", ["ASK{}"])
            for port, _ in running.values():
                load(port, "/sparql", lua, 8, 2 * chosen.seconds)
            print(f"medians of {chosen.rounds} runs of {chosen.seconds} s in turns, load average {os.getloadavg()[0]:.1f}\n")
            print("| connections | request-log | processor, µs (min–max) | ratio | requests/s (min–max) | ratio |")
            print("|---|---|---|---|---|---|")
            for connections in (1, 8):
                runs = {subject: [] for subject in running}
                for _ in range(chosen.rounds):
                    for subject, (port, process) in running.items():
                        runs[subject].append(measure(port, process, lua, connections, chosen.seconds))
                rate0, time0 = (statistics.median(column) for column in zip(*runs["none"]))
                for subject, measured in runs.items():
                    rates, times = zip(*measured)
                    rate, time = statistics.median(rates), statistics.median(times)
                    print(f"| {connections} | `{subject}` | {time:.0f} ({min(times):.0f}–{max(times):.0f}) | {time / time0:.2f} "
                          f"| {rate:,.0f} ({min(rates):,.0f}–{max(rates):,.0f}) | {rate / rate0:.2f} |", flush=True)
        finally:
            for _, process in running.values():
                process.send_signal(signal.SIGTERM)
                process.wait(30)
            reader.stdin.close()
            reader.wait(30)


if __name__ == "__main__":
    main()
