"""A server as a process of its own, a client for it, and what is true of every folder of data whatever happened."""
import collections
import hashlib
import http.client
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import urllib.parse

SECRET = "dramatis_faults"
STATEMENTS = 20
READY = re.compile(r"is ready at http://localhost:(\d+)/")
RESTART_LIMIT = 5.0
ASKED_AGAIN = 30
PAUSE = 1


class Fault(Exception):
    """Something that was promised is not so."""


class Stopping(OSError):
    """The server is about to stop, and says so."""


class Bench:
    """Where the servers of one run are: the program, and a folder for everything."""

    def __init__(self, java, jar):
        self.java, self.jar = java, jar
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="dramatis-faults-"))
        self.project = self.folder / "project"
        self.project.mkdir()
        self.tokens = self.folder / "tokens"
        digest = hashlib.sha256(SECRET.encode()).hexdigest()
        self.tokens.write_text(f"faults read,write sha256:{digest} *\n")
        self.tokens.chmod(0o600)
        self.restarts, self.loads, self.servers = [], [], []

    def command(self, *arguments):
        return [self.java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar", str(self.jar), *map(str, arguments)]

    def run(self, *arguments, timeout=1800):
        return subprocess.run(
            self.command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=timeout)

    def verify(self, data):
        done = self.run("verify", "--data", data)
        if done.returncode != 0:
            raise Fault(f"verify ended with {done.returncode}: {done.stdout}")
        return done.stdout

    def end_servers(self):
        """Those that a part has left when it failed."""
        for server in self.servers:
            if server.poll() is None:
                server.kill()
                server.wait()
        self.servers.clear()

    def close(self):
        self.end_servers()
        shutil.rmtree(self.folder, ignore_errors=True)


class Server:
    """A server on a folder of data, until it is stopped or killed."""

    def __init__(self, bench, data, environment=None, counted=True):
        self.log = open(bench.folder / "server.log", "a+")
        begun = time.monotonic()
        self.process = subprocess.Popen(
            bench.command("serve", "--project", bench.project, "--data", data, "--port", 0, "--tokens", bench.tokens,
                          "--request-log", "none", "--client-work", 0, "--drain", 2, "--time-limit", 300),
            stdout=subprocess.PIPE, stderr=self.log, text=True, env={**os.environ, **(environment or {})})
        bench.servers.append(self.process)
        ready = READY.search(self.process.stdout.readline())
        if not ready:
            self.log.seek(0)
            said = self.log.read()[-2000:]
            raise Fault(f"the server did not start: {self.process.wait()} {said}")
        self.port = int(ready.group(1))
        if counted:
            bench.restarts.append(time.monotonic() - begun)
            bench.loads.append(os.getloadavg()[0])

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.log.close()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(60)
        finally:
            self.log.close()
        if code != 0:
            raise Fault(f"SIGTERM was answered with exit code {code}")

    def client(self):
        return Client(self.port)


Answer = collections.namedtuple("Answer", "status version body")


class Client:
    """One connection with a token."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)

    def send(self, method, path, body="", **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.connection.request(method, path, body.encode(), {"Authorization": "Bearer " + SECRET, **named})
        response = self.connection.getresponse()
        body = response.read().decode()
        return Answer(response.status, int(response.getheader("Dramatis-Version", 0)), body)

    def again(self, *request, **headers):
        """As a client does it: a server that has no room for a request at the moment is asked again."""
        for _ in range(ASKED_AGAIN):
            answer = self.send(*request, **headers)
            if answer.status != 503:
                break
            time.sleep(PAUSE)
        return answer

    def put(self, writer, n, statements=STATEMENTS, **headers):
        """Makes the whole of a writer's graph speak of n."""
        data = "".join(f"<http://x/s{i}> <http://x/n> {n} .\n" for i in range(statements))
        return self.send("PUT", f"/data?graph=http://x/g{writer}", data,
                         Content_Type="text/turtle", Idempotency_Key=f"put-{writer}-{n}", **headers)

    def update(self, writer, n):
        """The same by an update, which never leaves a mixture."""
        text = (f"DELETE WHERE {{ GRAPH <http://x/g{writer}> {{ ?s ?p ?o }} }};\nINSERT DATA {{ GRAPH <http://x/g{writer}> {{ "
                + "".join(f"<http://x/s{i}> <http://x/n> {n} . " for i in range(STATEMENTS)) + "} }")
        return self.send("POST", "/update", text,
                         Content_Type="application/sparql-update", Idempotency_Key=f"update-{writer}-{n}")

    def write(self, writer, n):
        return self.update(writer, n) if n % 2 else self.put(writer, n)

    def query(self, text, version=None):
        at = f"&version={version}" if version else ""
        answer = self.again("GET", f"/sparql?format=csv{at}&query=" + urllib.parse.quote(text))
        if answer.status == 503:
            raise Stopping
        if answer.status != 200:
            raise Fault(f"a query was answered with {answer.status}: {answer.body[:300]}")
        return answer.version, answer.body.split("\r\n")[1:-1]

    def value(self, writer, version=None):
        """What the graph of a writer speaks of: all of it, or it is a half."""
        at, rows = self.query(f"SELECT ?n (COUNT(*) AS ?c) {{ GRAPH <http://x/g{writer}> {{ ?s ?p ?n }} }} GROUP BY ?n",
                              version)
        rows = [tuple(map(int, row.split(","))) for row in rows if row]
        if not rows:
            return at, 0
        if len(rows) != 1 or rows[0][1] != STATEMENTS:
            raise Fault(f"half a change in graph {writer}: {rows}")
        return at, rows[0][0]


class Writers:
    """Some who write as fast as they can, each to a graph of its own, and remember what was acknowledged."""

    def __init__(self, count=4, pause=0):
        self.pause = pause
        self.acknowledged = {writer: (0, 0) for writer in range(count)}
        self.sent = dict.fromkeys(range(count), 0)
        self.faults = []
        self.stopping = threading.Event()
        self.refused = collections.Counter()

    def start(self, server, refusals=()):
        self.stopping.clear()
        self.threads = [threading.Thread(target=self.write, args=(server, writer, refusals), daemon=True)
                        for writer in self.sent]
        self.threads += [threading.Thread(target=self.read, args=(server,), daemon=True)]
        for thread in self.threads:
            thread.start()

    def write(self, server, writer, refusals):
        try:
            client = server.client()
            while not self.stopping.is_set():
                time.sleep(self.pause)
                if self.acknowledged[writer][0] == self.sent[writer]:
                    self.sent[writer] += 1
                answer = client.write(writer, self.sent[writer])
                if answer.status in (201, 204):
                    self.acknowledged[writer] = (self.sent[writer], answer.version)
                elif answer.status in refusals:
                    self.refused[answer.status] += 1
                    time.sleep(0.05)
                elif answer.status != 503:
                    raise Fault(f"a write was answered with {answer.status}: {answer.body[:300]}")
        except (OSError, http.client.HTTPException):
            pass  # the server has gone, which is what this is about
        except Fault as fault:
            self.faults.append(fault)

    def read(self, server):
        try:
            client, last = server.client(), max(version for _, version in self.acknowledged.values())
            while not self.stopping.is_set():
                for writer in self.sent:
                    known = self.acknowledged[writer][0]
                    version, value = client.value(writer)
                    if version < last:
                        raise Fault(f"version {last} was read, and then version {version}")
                    if value < known:
                        raise Fault(f"{known} of writer {writer} was acknowledged, and {value} was read")
                    last = version
                time.sleep(self.pause)
        except (OSError, http.client.HTTPException):
            pass  # the same
        except Fault as fault:
            self.faults.append(fault)

    def join(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join(90)
        if self.faults:
            raise self.faults[0]

    def check(self, server):
        """Nothing acknowledged is gone, nothing is half there, and what is sent again happens once."""
        client = server.client()
        for writer, (n, version) in self.acknowledged.items():
            _, value = client.value(writer)
            if value not in (n, self.sent[writer]):
                raise Fault(f"writer {writer} was acknowledged {n}, sent {self.sent[writer]}; {value} is there")
            if n and client.value(writer, version)[1] != n:
                raise Fault(f"version {version} is not what was acknowledged as it")
            if self.sent[writer] != n:
                first = client.write(writer, self.sent[writer])
                again = client.write(writer, self.sent[writer])
                if first.status not in (201, 204) or first[:2] != again[:2]:
                    raise Fault(f"sent again: {first}, then {again}")
                if client.value(writer)[1] != self.sent[writer]:
                    raise Fault(f"what was sent again is not there: {self.sent[writer]}")
                self.acknowledged[writer] = (self.sent[writer], first.version)
