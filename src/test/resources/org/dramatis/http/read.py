"""Reads an address to its end with one of Python's own clients, as a script would.

Exit code 0: the answer is taken for whole; 10: it broke off; 11: it was an error and no answer. Any other is a fault of
this script.
"""
import http.client
import sys
import urllib.error

client, address = sys.argv[1], sys.argv[2]

try:
    if client == "urllib":
        import urllib.request
        with urllib.request.urlopen(address, timeout=60) as answer:
            answer.read()
    elif client == "http.client":
        from urllib.parse import urlsplit
        parts = urlsplit(address)
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
        connection.request("GET", parts.path + "?" + parts.query)
        answer = connection.getresponse()
        if answer.status != 200:
            sys.exit(11)
        while answer.read(262144):
            pass
    else:
        import requests
        answer = requests.get(address, timeout=60)
        if answer.status_code != 200:
            sys.exit(11)
except urllib.error.HTTPError as refused:
    sys.exit(11)
except (http.client.HTTPException, OSError) as broken:
    print(type(broken).__name__)
    sys.exit(10)
