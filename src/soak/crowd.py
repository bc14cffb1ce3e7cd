#!/usr/bin/env python3
"""Many connections at once, most of them slow, and how long an ordinary question takes meanwhile.

    ./dramatis serve --port 3030 --client-work 0        (in another terminal)
    python3 src/soak/crowd.py [--port 3030] [--idle 2000] [--headers 500] [--bodies 500] [--readers 200] [--seconds 20]

Prints the latencies of `ASK` before and during the crowd, and the server's resident memory when its process id is given
by --pid. Exits with 1 when the p99 during the crowd is 200 ms or more. Loopback only; needs as many open files as
connections (ulimit -n), here and at the server.
"""
import argparse
import asyncio
import pathlib
import re
import resource
import socket
import statistics
import sys
import time
import urllib.parse

LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
QUICK = "ASK { FILTER(1 = 2) }"


def head(query, rest=""):
    return f"GET /sparql?query={urllib.parse.quote(query)} HTTP/1.1\r\nHost: localhost\r\n{rest}\r\n".encode()


BODY = (b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        b"Content-Length: 1000\r\n\r\nASK")


async def connect(port, small=False):
    sock = socket.socket()
    if small:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    sock.setblocking(False)
    await asyncio.get_running_loop().sock_connect(sock, ("127.0.0.1", port))
    return sock


async def trickle(port, beginning, piece, end):
    """Sends a piece a second, and comes again when it is cut off."""
    loop, cuts = asyncio.get_running_loop(), 0
    while time.monotonic() < end:
        sock = await connect(port)
        try:
            await loop.sock_sendall(sock, beginning)
            while time.monotonic() < end:
                await asyncio.sleep(1)
                if piece:
                    await loop.sock_sendall(sock, piece)
        except OSError:
            cuts += 1
        finally:
            sock.close()
    return cuts


async def read_slowly(port, number, end):
    """Takes a few bytes a second of an answer that has many megabytes."""
    loop = asyncio.get_running_loop()
    while time.monotonic() < end:
        sock = await connect(port, small=True)
        try:
            await loop.sock_sendall(sock, head(f"{LARGE} #{number}"))
            while time.monotonic() < end:
                await asyncio.sleep(1)
                if not await asyncio.wait_for(loop.sock_recv(sock, 64), 30):
                    break
        except (OSError, asyncio.TimeoutError):
            pass
        finally:
            sock.close()


async def ask(port, seconds):
    """Latencies in milliseconds of one question after the other on one connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    took, refused, end = [], 0, time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.monotonic()
        writer.write(head(f"{QUICK} #{len(took)}"))
        answer = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", answer)
        await reader.readexactly(int(length.group(1)))
        took.append((time.monotonic() - began) * 1000)
        refused += b" 200 " not in answer.split(b"\r\n", 1)[0]
        await asyncio.sleep(0.01)
    writer.close()
    return took, refused


def resident(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text() if pid else ""
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return f"{int(found.group(1)) / 1024:.0f} MiB" if found else "not asked"


def tell(name, took, refused, pid):
    took.sort()
    p99 = took[len(took) * 99 // 100]
    print(f"{name}: {len(took)} asked, {refused} refused, p50 {statistics.median(took):.1f} ms, p99 {p99:.1f} ms, "
          f"longest {took[-1]:.1f} ms, server memory {resident(pid)}", flush=True)
    return p99


async def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("port", 3030), ("idle", 2000), ("headers", 500), ("bodies", 500), ("readers", 200),
                          ("seconds", 20), ("pid", 0)):
        options.add_argument(f"--{name}", type=int, default=default)
    chosen = options.parse_args()
    needed = chosen.idle + chosen.headers + chosen.bodies + chosen.readers + 100
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < needed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(needed, hard), hard))
    tell("alone", *await ask(chosen.port, 5), chosen.pid)
    end = time.monotonic() + chosen.seconds + 5
    port = chosen.port
    crowd = [asyncio.create_task(trickle(port, b"", b"", end)) for _ in range(chosen.idle)]
    crowd += [asyncio.create_task(trickle(port, b"GET /sparql?query=ASK HTTP/1.1\r\n", b"X-A: b\r\n", end))
              for _ in range(chosen.headers)]
    crowd += [asyncio.create_task(trickle(port, BODY, b" ", end)) for _ in range(chosen.bodies)]
    crowd += [asyncio.create_task(read_slowly(port, i, end)) for i in range(chosen.readers)]
    await asyncio.sleep(5)
    p99 = tell("in the crowd", *await ask(port, chosen.seconds), chosen.pid)
    await asyncio.gather(*crowd)
    await asyncio.sleep(2)
    tell("afterwards", *await ask(port, 5), chosen.pid)
    return 0 if p99 < 200 else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
