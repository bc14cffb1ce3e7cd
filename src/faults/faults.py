"""The faults, each done as often as it is worth in the short and in the long form."""
import collections
import contextlib
import errno
import fcntl
import os
import pathlib
import random
import shutil
import signal
import socket
import struct
import subprocess
import threading
import time

from harness import SECRET, STATEMENTS, Client, Fault, Server, Writers

HERE = pathlib.Path(__file__).resolve().parent
LARGE = 60_000


class LeftOut(Exception):
    """A fault that cannot be tried here, and why."""


_Named = collections.namedtuple("_Named", "name run")
ALL = []


def fault(function):
    ALL.append(_Named(function.__name__.replace("_", "-"), function))
    return function


def fresh(bench, name):
    data = bench.folder / name
    shutil.rmtree(data, ignore_errors=True)
    return data


def large(ask, n, size=LARGE):
    """So much that a snapshot is worth it, if not told otherwise; asked once, or again and again (`Client.again`)."""
    rows = "".join(f"<http://x/l{i}> <http://x/n> {n} .\n" for i in range(size))
    return ask("PUT", "/data?graph=http://x/large", rows, Content_Type="text/turtle", Idempotency_Key=f"large-{n}")


def shim(bench):
    compiled = bench.folder / "shim.so"
    if not compiled.exists():
        if not shutil.which("gcc"):
            raise LeftOut("there is no gcc")
        subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-o", compiled, HERE / "shim.c", "-ldl"], check=True)
    return str(compiled)


@contextlib.contextmanager
def mounted(*arguments, at):
    if os.geteuid() != 0:
        raise LeftOut("only root may mount")
    at.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *map(str, arguments), str(at)], stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise LeftOut(f"nothing can be mounted here: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)


@fault
def kill_while_writing(bench, long):
    data, writers, times = fresh(bench, "killed"), Writers(), 100 if long else 4
    for _ in range(times):
        server = Server(bench, data)
        writers.check(server)
        writers.start(server)
        time.sleep(random.uniform(0.05, 1.2))
        server.kill()
        writers.join()
        if long:
            bench.verify(data)
    server = Server(bench, data)
    writers.check(server)
    server.stop()
    bench.verify(data)
    versions = max(version for _, version in writers.acknowledged.values())
    return f"{times} times SIGKILL while 4 wrote and 1 read, {versions} versions acknowledged"


@fault
def kill_in_uploads(bench, long):
    """Uploads that are large; the server is killed in them."""
    data, times, n = fresh(bench, "uploads"), 20 if long else 1, 0
    for _ in range(times):
        server = Server(bench, data)
        require_one_upload(server.client(), 0, n)
        n += 1
        threading.Thread(target=lambda c=server.client(), m=n: _ignoring(large, c, m), daemon=True).start()
        time.sleep(random.uniform(0.2, 2.5))
        server.kill()
        bench.verify(data)
    server = Server(bench, data)
    require_one_upload(server.client(), 0, n)
    server.stop()
    return f"{times} times SIGKILL in an upload of {LARGE} statements: each was there as a whole or not at all"


def require_one_upload(client, known, sent, size=LARGE):
    """What was uploaded is there as a whole, and it is not older than what was acknowledged."""
    count = client.query("SELECT (COUNT(*) AS ?c) { GRAPH <http://x/large> { ?s ?p ?n } }")[1]
    value = client.query("SELECT DISTINCT ?n { GRAPH <http://x/large> { ?s ?p ?n } }")[1]
    if count == ["0"] and known == 0:
        return
    if count != [str(size)] or len(value) != 1 or not known <= int(value[0]) <= sent:
        raise Fault(f"half an upload, or not the last: {count} {value}, acknowledged {known}, sent {sent}")


def _ignoring(act, *arguments):
    with contextlib.suppress(Exception):  # the server is killed under it
        act(*arguments)


@fault
def kill_backup(bench, long):
    data, writers, times = fresh(bench, "copied"), Writers(2), 30 if long else 2
    server = Server(bench, data)
    large(server.client().send, 1)
    writers.start(server)
    whole, begun, taken, target = 0, 0, 0, bench.folder / "copy.tar"
    for turn in range(times + 1):
        copy = subprocess.Popen(bench.command("backup", "--data", data, target), stdout=subprocess.DEVNULL)
        # Java is started for longer than the copy takes, so that the time begins with the file.
        while copy.poll() is None and not any(bench.folder.glob(".dramatis-*.unfinished")):
            time.sleep(0.001)
        if turn == 0:
            since = time.monotonic()
            copy.wait()
            taken = time.monotonic() - since
        else:
            time.sleep(random.uniform(0, 1.3 * taken))
            begun += copy.poll() is None
        copy.kill()
        copy.wait()
        for unfinished in bench.folder.glob(".dramatis-*.unfinished"):
            unfinished.unlink()
        if target.exists():
            whole += 1
            again = fresh(bench, "again")
            done = bench.run("restore", "--data", again, target)
            if done.returncode != 0:
                raise Fault(f"a backup that was there could not be restored: {done.stdout}")
            bench.verify(again)
            target.unlink()
    writers.join()
    server.stop()
    return (f"{times + 1} backups, {begun} of them under SIGKILL while they were written and 2 wrote; "
            f"{whole} were there, and each of them whole")


@fault
def sigterm(bench, long):
    data, writers, times = fresh(bench, "stopped"), Writers(), 50 if long else 2
    for _ in range(times):
        server = Server(bench, data)
        writers.check(server)
        writers.start(server)
        time.sleep(random.uniform(0.05, 1.0))
        server.stop()
        writers.join()
    bench.verify(data)
    return f"{times} times SIGTERM while 4 wrote and 1 read"


def left(size):
    return size * 16_384 if size % 2 else (64 << 20) + size * 65_536


def fill(disk, filler, wanted):
    """Leaves so much of a disk. Half of the sizes are below what the server keeps free, so that it is taken by surprise."""
    for _ in range(20):
        free = os.statvfs(disk).f_bavail * 4096
        try:
            with open(filler, "wb") as out:
                os.posix_fallocate(out.fileno(), 0, free - wanted)
            return
        except OSError as taken:
            # The server has taken some of it meanwhile.
            if taken.errno != errno.ENOSPC:
                raise
    raise Fault("the disk could not be filled")


@fault
def disk_full(bench, long):
    sizes = range(1, 51) if long else (1, 8)
    refused = 0
    for size in sizes:
        disk = bench.folder / "disk"
        with mounted("-t", "tmpfs", "-o", f"size=600m", "tmpfs", at=disk):
            filler = disk / "filler"
            data, writers = disk / "data", Writers(2)
            server = Server(bench, data)
            writers.start(server, refusals=(507, 500))
            time.sleep(0.5)
            fill(disk, filler, left(size))
            time.sleep(3)
            writers.join()
            refused += sum(writers.refused.values()) > 0
            server.kill()
            filler.unlink()
            server = Server(bench, data)
            writers.check(server)
            server.stop()
            bench.verify(data)
    return (f"{len(sizes)} sizes, from {left(min(sizes)) >> 10} KiB to {left(max(sizes)) >> 10} KiB left; "
            f"writes were refused at {refused} of them")


def cut_power(folder):
    """From now on nothing reaches the disk of a folder, nor what was written before and has not yet been forced there.

    This is how those who test file systems do it (the godown of xfstests): EXT4_IOC_SHUTDOWN without writing the journal.
    """
    without_journal = struct.pack("I", 2)
    at = os.open(folder, os.O_RDONLY)
    try:
        fcntl.ioctl(at, 0x8004587D, without_journal)
    finally:
        os.close(at)


@fault
def power_loss(bench, long):
    times, image, disk = 50 if long else 1, bench.folder / "disk.img", bench.folder / "powered"
    if not shutil.which("mkfs.ext4"):
        raise LeftOut("there is no mkfs.ext4")
    image.unlink(missing_ok=True)
    with open(image, "wb") as file:
        file.truncate(4 << 30)
    subprocess.run(["mkfs.ext4", "-q", image], check=True)
    data, writers = disk / "data", Writers()
    for turn in range(times + 1):
        # The file system writes as little as can be by itself.
        with mounted("-o", "loop,commit=60", image, at=disk):
            if turn:
                bench.verify(data)
            server = Server(bench, data)
            writers.check(server)
            if turn == times:
                server.stop()
                bench.verify(data)
                break
            writers.start(server, refusals=(500, 507))
            time.sleep(random.uniform(0.1, 2.0))
            cut_power(disk)
            server.kill()
            writers.join()
    image.unlink()
    versions = max(version for _, version in writers.acknowledged.values())
    return f"{times} times an ext4 that loses all that was not forced to it, {versions} versions acknowledged"


@fault
def io_errors(bench, long):
    """One call after the other fails, of commits so large that the database gets them at once."""
    library, arm, size = shim(bench), bench.folder / "arm", 3000
    count = pathlib.Path(f"{arm}.count")
    numbers = range(1, 101) if long else (1, 3, 6, 60)
    outcomes, most, known, hit = collections.Counter(), 0, 0, 0
    data = fresh(bench, "errors")
    for sent, number in enumerate(numbers, start=1):
        arm.unlink(missing_ok=True)
        count.unlink(missing_ok=True)
        server = Server(bench, data, {"LD_PRELOAD": library, "FAULTS_BELOW": str(data), "FAULTS_ARM": str(arm)})
        require_one_upload(server.client(), known, sent - 1, size)
        client = server.client()
        arm.write_text(str(number))
        try:
            answer = large(client.send, sent, size)
            outcomes[answer.status] += 1
            if answer.status in (201, 204):
                known = sent
        except OSError:
            outcomes["cut off"] += 1
        arm.unlink()
        calls = int(count.read_text() or 0) if count.exists() else 0
        most, hit = max(most, calls), hit + (calls >= number)
        require_one_upload(Client(server.port), known, sent, size)
        server.kill()
        if long:
            bench.verify(data)
    server = Server(bench, data)
    require_one_upload(server.client(), known, sent, size)
    server.stop()
    bench.verify(data)
    said = ", ".join(f"{status}: {times}" for status, times in sorted(outcomes.items(), key=str))
    return (f"EIO at {len(numbers)} calls of commits of {2 * size} statements, which have up to {most}; "
            f"{hit} were reached; answers {said}")


@fault
def cut_off_uploads(bench, long):
    data, times = fresh(bench, "cut"), 200 if long else 20
    server = Server(bench, data)
    client = server.client()
    client.put(0, 1)
    body = "".join(f"<http://x/s{i}> <http://x/n> 2 .\n" for i in range(2000)).encode()
    head = (f"PUT /data?graph=http://x/g0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {SECRET}\r\n"
            f"Content-Type: text/turtle\r\nContent-Length: {len(body)}\r\n\r\n").encode()
    for _ in range(times):
        # At the end of a statement, where the rest is not missed.
        cut = body.rfind(b"\n", 0, random.randrange(1, len(body) - 40)) + 1
        with socket.create_connection(("127.0.0.1", server.port)) as sock:
            sock.sendall(head + body[:cut])
            if random.random() < 0.5:
                sock.shutdown(socket.SHUT_WR)
                sock.settimeout(5)
                with contextlib.suppress(OSError):
                    sock.recv(100)
    if client.value(0) != (1, 1):
        raise Fault(f"a part of an upload counts: {client.value(0)}")
    server.stop()
    bench.verify(data)
    return f"{times} uploads cut off at the end of a statement; none had an effect"


@fault
def clock_going_back(bench, long):
    library, clock, data = shim(bench), bench.folder / "clock", fresh(bench, "times")
    times = 20 if long else 2
    writers = Writers(1)
    for turn in range(times):
        clock.write_text("0")
        server = Server(bench, data, {"LD_PRELOAD": library, "FAULTS_CLOCK": str(clock)})
        writers.check(server)
        client = server.client()
        for behind in (0, 10, 3600 * (turn + 1), 5):
            clock.write_text(str(behind))
            writers.sent[0] += 1
            answer = client.write(0, writers.sent[0])
            if answer.status not in (201, 204):
                raise Fault(f"a write {behind} s back was answered with {answer.status}: {answer.body}")
            writers.acknowledged[0] = (writers.sent[0], answer.version)
        server.kill()
        bench.verify(data)
    listed = [line.split("\t")[1] for line in bench.run("log", "--data", data).stdout.splitlines()]
    if listed != sorted(listed) or len(listed) != 4 * times:
        raise Fault(f"times go back: {listed}")
    return f"{len(listed)} writes while the clock went back and forth by up to {times} h; times never went back"


@fault
def read_only_folder(bench, long):
    data = fresh(bench, "original")
    server = Server(bench, data)
    server.client().put(0, 1)
    server.stop()
    fixed = bench.folder / "fixed"
    with mounted("-o", "bind,ro", data, at=fixed):
        started = bench.run("serve", "--project", bench.project, "--data", fixed, "--port", 0, "--tokens", bench.tokens)
        if started.returncode != 2 or str(fixed) not in started.stdout or len(started.stdout.splitlines()) != 1:
            raise Fault(f"not refused in one line: {started.returncode} {started.stdout}")
        copy = bench.folder / "fixed.tar"
        copied, listed = bench.run("backup", "--data", fixed, copy), bench.run("log", "--data", fixed)
        if copied.returncode or listed.returncode:
            raise Fault(f"what only reads does not work: {copied.stdout} {listed.stdout}")
        copy.unlink()
    return "the start is refused in one line; backup and log work"


@fault
def many_writers(bench, long):
    """All count in one graph: by updates, and by reading, adding and writing under If-Match."""
    data, each, conditional = fresh(bench, "crowd"), 1000 if long else 5, 60 if long else 1
    server = Server(bench, data)
    counter = "http://x/counter"
    setup = f"INSERT DATA {{ GRAPH <{counter}> {{ <{counter}> <http://x/n> 0 }} }}"
    server.client().send("POST", "/update", setup, Content_Type="application/sparql-update")
    faults, versions, lock, done = [], [], threading.Lock(), threading.Event()
    ask = f"SELECT ?n {{ GRAPH <{counter}> {{ ?s ?p ?n }} }}"
    add = (f"DELETE {{ GRAPH <{counter}> {{ ?s ?p ?n }} }} INSERT {{ GRAPH <{counter}> {{ ?s ?p ?m }} }} "
           f"WHERE {{ GRAPH <{counter}> {{ ?s ?p ?n }} BIND(?n + 1 AS ?m) }}")

    def guarded(act):
        def acting():
            try:
                act()
            except Exception as broken:
                faults.append(broken)
        return threading.Thread(target=acting)

    def one(client, text, headers=None):
        while True:
            answer = client.send("POST", "/update", text, Content_Type="application/sparql-update", **(headers or {}))
            if answer.status == 204:
                with lock:
                    versions.append(answer.version)
                return True
            if answer.status == 412:
                return False
            if answer.status != 503:
                raise Fault(f"a write was answered with {answer.status}: {answer.body[:300]}")
            time.sleep(0.1)

    def write():
        client = server.client()
        for _ in range(each):
            one(client, add)
        for _ in range(conditional):
            while True:
                version, rows = client.query(ask)
                put = (f"DELETE WHERE {{ GRAPH <{counter}> {{ ?s ?p ?n }} }};"
                       f"INSERT DATA {{ GRAPH <{counter}> {{ <{counter}> <http://x/n> {int(rows[0]) + 1} }} }}")
                if one(client, put, {"If_Match": f'"{version}"'}):
                    break

    def read():
        client, last = server.client(), (0, -1)
        while not done.is_set():
            version, rows = client.query(ask)
            now = (version, int(rows[0]))
            if now < last or now[1] != version - 1:
                raise Fault(f"{last} was read, and then {now}")
            last = now

    begun = time.monotonic()
    writing, reading = [guarded(write) for _ in range(16)], [guarded(read) for _ in range(16)]
    for thread in writing + reading:
        thread.start()
    for thread in writing:
        thread.join()
    seconds = time.monotonic() - begun
    done.set()
    for thread in reading:
        thread.join()
    if faults:
        raise faults[0]
    expected = 16 * (each + conditional)
    counted = int(server.client().query(ask)[1][0])
    if counted != expected or sorted(versions) != list(range(2, expected + 2)):
        raise Fault(f"{expected} were acknowledged, {counted} are there")
    server.kill()
    server = Server(bench, data)
    if int(server.client().query(ask)[1][0]) != expected:
        raise Fault("some are gone after SIGKILL")
    server.stop()
    bench.verify(data)
    return (f"16 writers × {each} updates and × {conditional} writes under If-Match, 16 readers: {expected} counted, "
            f"{expected / seconds:.0f} versions a second")
