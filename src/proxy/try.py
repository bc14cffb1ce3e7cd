#!/usr/bin/env python3
"""Tries the sample for nginx of docs/operators.md: nginx as it stands there, in front of ./dramatis serve.

    python3 src/proxy/try.py [--nginx PATH]

Only the address, the port and a certificate made for the occasion are put into the sample. Prints a line for what was
tried each, and ends with 1 if anything was not as it should be. Everything runs on loopback, as processes of this user.
"""
import argparse
import contextlib
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

HOME = pathlib.Path(__file__).resolve().parents[2]
NAME = "dramatis.example"
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
NEVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
failures = []


def expect(what, seen, right):
    print(f"{'ok ' if right else 'NOT'} {what}: {seen}", flush=True)
    if not right:
        failures.append(what)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def sample():
    page = (HOME / "docs/operators.md").read_text(encoding="utf-8")
    return re.search(r"```nginx\n(.*?)```", page, re.S).group(1)


@contextlib.contextmanager
def nginx(program, folder, port, backend):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN={NAME}",
         "-keyout", folder / "key.pem", "-out", folder / "cert.pem"], check=True, capture_output=True)
    server = sample().replace("listen 443 ssl", f"listen 127.0.0.1:{port} ssl")
    server = server.replace("127.0.0.1:3030", f"127.0.0.1:{backend}")
    server = re.sub(r"ssl_certificate(_key)? [^;]*;", "", server)
    (folder / "logs").mkdir()
    (folder / "nginx.conf").write_text(f"""
        {'user root;' if os.geteuid() == 0 else ''}
        daemon off; pid nginx.pid; error_log logs/error.log info;
        events {{}}
        http {{
          access_log off;
          client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
          ssl_certificate {folder}/cert.pem; ssl_certificate_key {folder}/key.pem;
          {server}
        }}""")
    process = subprocess.Popen([program, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "logs/error.log"])
    try:
        wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait(10)


def wait_for(port, process):
    for _ in range(100):
        if process.poll() is not None:
            sys.exit("nginx ended early")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    sys.exit("nginx does not listen")


@contextlib.contextmanager
def dramatis(folder, *options):
    tokens = folder / "tokens"
    made = subprocess.run([HOME / "dramatis", "token", "writer", "--write", "--graph", "*", "--tokens", tokens],
                          capture_output=True, text=True, check=True)
    command = [HOME / "dramatis", "serve", "--port", "0", "--behind-proxy", "--tokens", tokens, *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=open(folder / "dramatis.log", "w"), text=True)
    try:
        ready = process.stdout.readline()
        port = int(re.search(r":(\d+)/", ready).group(1))
        yield process, port, made.stdout.split()[0]
    finally:
        process.terminate()
        process.wait(60)


class Proxy:
    """Asks by curl, as somebody on the other side of the proxy would."""

    def __init__(self, port):
        self.port = port

    def command(self, path, *options):
        return ["curl", "--silent", "--show-error", "--insecure", "--noproxy", "*", "--max-time", "90",
                "--resolve", f"{NAME}:{self.port}:127.0.0.1", *options, f"https://{NAME}:{self.port}{path}"]

    def curl(self, path, *options, data=None):
        # An address may be longer than the program's arguments: curl takes it from a file.
        *command, address = self.command(path, *options)
        with tempfile.NamedTemporaryFile("w", suffix=".curl") as file:
            file.write(f'url = "{address}"')
            file.flush()
            return subprocess.run([*command, "--config", file.name], input=data, capture_output=True)

    def status(self, path, *options, data=None):
        done = self.curl(path, "--output", "/dev/null", "--write-out", "%{http_code}", *options, data=data)
        return done.stdout.decode() if done.returncode == 0 else f"curl {done.returncode}"

    def head(self, path, *options, data=None):
        done = self.curl(path, "--output", "/dev/null", "--dump-header", "-", *options, data=data)
        return done.stdout.decode("latin-1")


def sparql(query, **more):
    return "/sparql?" + urllib.parse.urlencode({"query": query, **more})


def plain(proxy):
    expect("a query", s := proxy.status(sparql("ASK {}")), s == "200")
    expect("the landing page", s := proxy.status("/", "-H", "Accept: text/html"), s == "200")
    described = proxy.curl("/sparql", "-H", "Accept: text/turtle").stdout.decode()
    expect("its own address", s := re.search(r"https?://[^/]*/sparql", described).group(), s == f"https://{NAME}/sparql")
    expect("/metrics", s := proxy.status("/metrics"), s == "403")
    long = "ASK { FILTER(STRLEN('" + "x" * 60_000 + "') > 0) }"
    expect("an address of 60 kB", s := proxy.status(sparql(long)), s == "200")
    expect("an address of 70 kB", s := proxy.status(sparql(long + "#" + "x" * 10_000)), s == "414")
    expect("HTTP/1.0", s := proxy.status(sparql("ASK {}"), "--http1.0"), s == "505")
    head = proxy.head(sparql("ASK {}"), "-H", "X-Request-Id: mine")
    expect("the id is that of the proxy", s := re.search(r"(?i)x-request-id: (\S+)", head).group(1), s != "mine")


def writing(proxy, token):
    graph = "/data?graph=https://w3id.org/dramatis/source/editors"
    put = ["-H", f"Authorization: Bearer {token}", "-H", "Content-Type: text/turtle", "--request", "PUT",
           "--data-binary", "@-"]
    comments = b"".join(b"# %d %s\n" % (i, b"x" * 40_000) for i in range(200))
    body = (HOME / "seeds/editors.ttl").read_bytes() + comments
    size = f"an upload of {len(body) / 1e6:.1f} MB"
    expect(f"{size}, with its length", s := proxy.status(graph, *put, data=body), s in ("200", "201", "204"))
    chunks = ["-H", "Transfer-Encoding: chunked"]
    expect(f"{size}, in chunks", s := proxy.status(graph, *put, *chunks, data=body), s in ("200", "201", "204"))
    expect(f"{size}, without a token", s := proxy.status(graph, *put[2:], data=body), s == "401")
    large = body + comments * 8
    done = proxy.curl(graph, *put, "--write-out", " %{http_code}", data=large).stdout.decode()
    expect(f"an upload of {len(large) / 1e6:.0f} MB", done[-3:], done.endswith(" 413") and "problems/" in done)


def broken(proxy, query, options, what):
    done = proxy.curl(sparql(query, format="csv"), "--fail", "--output", "/dev/null", *options)
    expect(what, f"curl ended with {done.returncode}", done.returncode in (18, 56, 92))


def cut(proxy, what):
    broken(proxy, ENDLESS, [], f"{what}, HTTP/1.1")
    broken(proxy, ENDLESS, ["--compressed"], f"{what}, gzip")
    broken(proxy, ENDLESS, ["-H", "Connection: close"], f"{what}, Connection: close")


def streaming(proxy):
    done = proxy.curl(sparql(ENDLESS, format="csv"), "--output", "/dev/null", "--write-out",
                      "%{time_starttransfer} %{time_total} %{size_download}")
    first, total, size = (float(x) for x in done.stdout.split())
    expect("an answer comes as it is computed", f"first byte after {first:.2f} s of {total:.2f} s, {size / 1e6:.0f} MB",
           first < total / 2)


def leaving(proxy, token):
    client = subprocess.Popen(proxy.command(sparql(NEVER), "--output", "/dev/null"), stderr=subprocess.DEVNULL)
    def running():
        listed = proxy.curl("/queries/running", "-H", f"Authorization: Bearer {token}").stdout.decode()
        return listed.count("COUNT(*)")
    time.sleep(1)
    before = running()
    client.kill()
    client.wait()
    time.sleep(1)
    expect("a client that leaves stops its query", f"{before} before, {running()} a second later",
           before == 1 and running() == 0)


def quota(proxy):
    def ask(address, query, *more):
        return proxy.status(sparql(query), "--interface", address, *more)
    expect("one who used up a quota", s := (ask("127.0.0.1", NEVER), ask("127.0.0.1", "ASK {}")), s == ("504", "429"))
    expect("who says to be another", s := ask("127.0.0.1", "ASK {}", "-H", "X-Forwarded-For: 192.0.2.7"), s == "429")
    expect("another address", s := ask("127.0.0.2", "ASK {}"), s == "200")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nginx", default="nginx")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        port = free_port()
        proxy = Proxy(port)

        @contextlib.contextmanager
        def both(part, *options):
            (folder / part).mkdir()
            with dramatis(folder / part, *options) as (process, backend, token):
                with nginx(arguments.nginx, folder / part, port, backend):
                    yield process, backend, token

        with both("usual", "--client-work", "0", "--time-limit", "4") as (_, _, token):
            plain(proxy)
            streaming(proxy)
            cut(proxy, "an answer cut by the time limit")
            leaving(proxy, token)
        with both("writing", "--client-work", "0") as (_, _, token):
            writing(proxy, token)
        with both("bytes", "--client-work", "0", "--max-bytes", "6M") as _:
            cut(proxy, "an answer cut by the limit of bytes")
        with both("quota", "--client-work", "1", "--client-burst", "1", "--time-limit", "2") as _:
            quota(proxy)
        with both("killed", "--client-work", "0") as (process, _, _):
            client = subprocess.Popen(proxy.command(sparql(ENDLESS, format="csv"), "--fail", "--output", "/dev/null"),
                                      stderr=subprocess.DEVNULL)
            time.sleep(3)
            process.kill()
            expect("an answer whose server was killed", f"curl ended with {client.wait(60)}", client.returncode in (18, 56))
            expect("a query without a server", s := proxy.status(sparql("ASK {}")), s == "502")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
