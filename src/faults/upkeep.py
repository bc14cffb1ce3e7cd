"""The server is killed while it writes a snapshot, and while it writes its database anew.

It looks every ten seconds whether there is a reason to. A large upload is one for a snapshot; for the other a file without
content is put beside those of the database, which then seems to have grown in vain. Since most of this is waiting, several
servers, each with a folder of its own, wait at the same time.
"""
import collections
import concurrent.futures
import random
import time

from faults import fault, fresh, large, require_one_upload
from harness import Fault, Server, Writers

LOOKED_WITHIN = 50
PADDING = 2 << 30
APART = 15


def database(data):
    """The folder of the database that is read, which is the one with the least number."""
    return min((data / "store").iterdir(), key=lambda path: int(path.name))


def snapshot_begun(data):
    return (data / "snapshots" / "unfinished").exists()


def rewriting_begun(data):
    return len(list((data / "store").iterdir())) > 1


KINDS = {"a snapshot": snapshot_begun, "compaction": rewriting_begun}


def lane(bench, number, kinds):
    """One folder, and one kill after the other; tells in how many of each kind the work was under way."""
    data, writers, within = fresh(bench, f"upkeep-{number}"), Writers(1, pause=0.3), collections.Counter()
    time.sleep(number * APART)
    for n, kind in enumerate(kinds, start=1):
        server = Server(bench, data)
        try:
            writers.check(server)
            require_one_upload(server.client(), n - 1, n - 1)
            uploaded = large(server.client().again, n)
            if uploaded.status not in (201, 204):
                raise Fault(f"an upload was answered with {uploaded.status}: {uploaded.body[:300]}")
            if kind == "compaction":
                with open(database(data) / "padding", "wb") as file:
                    file.truncate(PADDING)
            writers.start(server)
            wait_for(KINDS[kind], data)
            time.sleep(random.uniform(0, 0.3 if kind == "a snapshot" else 2.0))
            within[kind] += KINDS[kind](data)
        finally:
            server.kill()
        writers.join()
        bench.verify(data)
    server = Server(bench, data)
    writers.check(server)
    require_one_upload(server.client(), len(kinds), len(kinds))
    server.stop()
    bench.verify(data)
    return within


def wait_for(begun, data):
    end = time.monotonic() + LOOKED_WITHIN
    while not begun(data):
        if time.monotonic() > end:
            raise Fault(f"{begun.__name__} was waited for in vain for {LOOKED_WITHIN} s")
        time.sleep(0.001)


@fault
def kill_in_upkeep(bench, long):
    lanes, each = (5, 10) if long else (2, 1)
    kinds = [[list(KINDS)[(number + turn) % 2] for turn in range(each)] for number in range(lanes)]
    with concurrent.futures.ThreadPoolExecutor(lanes) as pool:
        within = sum(pool.map(lane, [bench] * lanes, range(lanes), kinds), collections.Counter())
    wanted = collections.Counter(kind for some in kinds for kind in some)
    if not long:
        return f"{wanted.total()} times SIGKILL when a snapshot or compaction had begun, {within.total()} before its end"
    if not all(within[kind] for kind in KINDS):
        raise Fault(f"none was killed in time: {within}")
    return "; ".join(f"{wanted[kind]} times SIGKILL when {kind} had begun, {within[kind]} before its end" for kind in KINDS)
