# SPDX-License-Identifier: Apache-2.0
"""The gate: malformed requests, foreign sites, slow clients, links that were used. Usage: gate.py SLOW_CLIENTS"""
import re
import socket
import sys
import threading
import time

from served import Client, Server, Tap

tap = Tap()
server = Server()
P = server.port
HOST = f"Host: 127.0.0.1:{P}\r\n"


def get(line="GET /healthy HTTP/1.1", fields=HOST, end="\r\n", body=""):
    return (line + "\r\n" + fields + end + body).encode("latin-1")


def post(fields, body="", host=HOST):
    return ("POST /sign-in HTTP/1.1\r\n" + host + fields + "\r\n" + body).encode("latin-1")


FORM = "Content-Type: application/x-www-form-urlencoded\r\n"
# Request, the status it must get; None: closed without a word.
MALFORMED = [
    ("a blank before the method", get(" GET /healthy HTTP/1.1"), 400),
    ("an empty line before the request", b"\r\n" + get(), 400),
    ("two blanks in the line", get("GET  /healthy HTTP/1.1"), 400),
    ("a tab for a blank", get("GET\t/healthy HTTP/1.1"), 400),
    ("a blank behind the version", get("GET /healthy HTTP/1.1 "), 400),
    ("no version", get("GET /healthy"), 400),
    ("HTTP/1.0", get("GET /healthy HTTP/1.0"), 505),
    ("HTTP/2.0", get("GET /healthy HTTP/2.0"), 505),
    ("HTTP/1.10", get("GET /healthy HTTP/1.10"), 400),
    ("a version in small letters", get("GET /healthy http/1.1"), 400),
    ("the preface of HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
    ("a method in small letters", get("get /healthy HTTP/1.1"), 501),
    ("an unknown method", get("BREW /healthy HTTP/1.1"), 501),
    ("CONNECT", get(f"CONNECT 127.0.0.1:{P} HTTP/1.1"), 501),
    ("TRACE", get("TRACE /healthy HTTP/1.1"), 501),
    ("a method that is no token", get("G(T /healthy HTTP/1.1"), 400),
    ("a NUL in the method", get("G\0T /healthy HTTP/1.1"), 400),
    ("the absolute form", get(f"GET http://127.0.0.1:{P}/healthy HTTP/1.1"), 400),
    ("the asterisk form", get("GET * HTTP/1.1"), 400),
    ("a fragment", get("GET /healthy#top HTTP/1.1"), 400),
    ("a bare percent sign", get("GET /health% HTTP/1.1"), 400),
    ("half an escape", get("GET /healthy%4 HTTP/1.1"), 400),
    ("an escape of no digits", get("GET /healthy%zz HTTP/1.1"), 400),
    ("an escaped NUL", get("GET /healthy%00 HTTP/1.1"), 400),
    ("an escaped line end", get("GET /healthy%0d%0aX:1 HTTP/1.1"), 400),
    ("an escaped slash", get("GET /assets%2fdesk.css HTTP/1.1"), 400),
    ("an escaped backslash", get("GET /assets%5cdesk.css HTTP/1.1"), 400),
    ("a backslash", get("GET /assets\\desk.css HTTP/1.1"), 400),
    ("an escaped percent sign", get("GET /assets/%252e HTTP/1.1"), 400),
    ("a step up", get("GET /assets/../healthy HTTP/1.1"), 400),
    ("an escaped step up", get("GET /assets/%2e%2e/healthy HTTP/1.1"), 400),
    ("a step on the spot", get("GET /./healthy HTTP/1.1"), 400),
    ("two slashes", get("GET //healthy HTTP/1.1"), 400),
    ("a slash at the end", get("GET /healthy/ HTTP/1.1"), 400),
    ("bytes above ASCII in the address", get("GET /h\xe9 HTTP/1.1"), 400),
    ("a blank in the address", get("GET /a b HTTP/1.1"), 400),
    ("an address of 3,000 bytes", get("GET /" + "a" * 3000 + " HTTP/1.1"), 414),
    ("no host", get(fields=""), 400),
    ("an empty host", get(fields="Host:\r\n"), 400),
    ("two hosts", get(fields=HOST + HOST), 400),
    ("two hosts in two ways", get(fields=HOST + HOST.replace("Host", "hOST")), 400),
    ("two hosts in one field", get(fields=f"Host: 127.0.0.1:{P}, evil.example\r\n"), 421),
    ("a foreign host", get(fields="Host: evil.example\r\n"), 421),
    ("the right host without its port", get(fields="Host: 127.0.0.1\r\n"), 421),
    ("the right host with another port", get(fields=f"Host: 127.0.0.1:{P + 1}\r\n"), 421),
    ("a host that ends like ours", get(fields=f"Host: evil.localhost:{P}\r\n"), 421),
    ("a host with a user", get(fields=f"Host: a@127.0.0.1:{P}\r\n"), 421),
    ("a blank before the colon", get(fields=f"Host : 127.0.0.1:{P}\r\n"), 400),
    ("a field without a colon", get(fields=HOST + "Accept\r\n"), 400),
    ("a field without a name", get(fields=HOST + ": a\r\n"), 400),
    ("a field's name with a blank", get(fields=HOST + "A b: c\r\n"), 400),
    ("a folded field", get(fields=HOST + "Accept: a\r\n b\r\n"), 400),
    ("a folded host", get(fields=f"Host:\r\n 127.0.0.1:{P}\r\n"), 400),
    ("a NUL in a field", get(fields=HOST + "Accept: a\0b\r\n"), 400),
    ("a control character in a field", get(fields=HOST + "Accept: a\x07b\r\n"), 400),
    ("DEL in a field", get(fields=HOST + "Accept: a\x7fb\r\n"), 400),
    ("a bare CR in a field", get(fields=HOST + "Accept: a\rb\r\n"), 400),
    ("a bare LF for a line end", get(fields=HOST + "Accept: a\nX: b\r\n"), 400),
    ("a line that ends with CR CR LF", get(fields=HOST.replace("\r\n", "\r\r\n")), 400),
    ("101 fields", get(fields=HOST + "A: b\r\n" * 101), 431),
    ("a head of 20,000 bytes", get(fields=HOST + "A: " + "b" * 20000 + "\r\n"), 431),
    ("two cookies fields", get(fields=HOST + "Cookie: a=1\r\nCookie: a=2\r\n"), 400),
    ("two lengths", post(FORM + "Content-Length: 3\r\nContent-Length: 3\r\n", "a=b"), 400),
    ("two lengths that differ", post(FORM + "Content-Length: 3\r\nContent-Length: 4\r\n", "a=b"), 400),
    ("two lengths in one field", post(FORM + "Content-Length: 3, 3\r\n", "a=b"), 400),
    ("a length with a sign", post(FORM + "Content-Length: +3\r\n", "a=b"), 400),
    ("a negative length", post(FORM + "Content-Length: -3\r\n", "a=b"), 400),
    ("a length in hexadecimal", post(FORM + "Content-Length: 0x3\r\n", "a=b"), 400),
    ("a length with a point", post(FORM + "Content-Length: 3.0\r\n", "a=b"), 400),
    ("a length with zeros before it", post(FORM + "Content-Length: 003\r\n", "a=b"), 400),
    ("an empty length", post(FORM + "Content-Length:\r\n", "a=b"), 400),
    ("a length of thirty digits", post(FORM + "Content-Length: " + "9" * 30 + "\r\n", ""), 413),
    ("a body of a terabyte", post(FORM + "Content-Length: 1000000000000\r\n", ""), 413),
    ("no length", post(FORM, "a=b"), 411),
    ("chunks", post(FORM + "Transfer-Encoding: chunked\r\n", "3\r\na=b\r\n0\r\n\r\n"), 411),
    ("chunks and a length", post(FORM + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n"), 400),
    ("a length and chunks", post(FORM + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400),
    ("two codings", post(FORM + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", ""), 400),
    ("an unknown coding", post(FORM + "Transfer-Encoding: gzip, chunked\r\n", ""), 501),
    ("a coding that is misspelt", post(FORM + "Transfer-Encoding: xchunked\r\n", ""), 501),
    ("a coding behind a vertical tab", post(FORM + "Transfer-Encoding: \x0bchunked\r\n", ""), 400),
    ("a body with GET", get(fields=HOST + "Content-Length: 3\r\n", body="abc"), 400),
    ("chunks with GET", get(fields=HOST + "Transfer-Encoding: chunked\r\n", body="0\r\n\r\n"), 411),
    ("an unknown expectation", post(FORM + "Expect: 200-ok\r\nContent-Length: 3\r\n", "a=b"), 417),
    ("an expectation without a body", get(fields=HOST + "Expect: 100-continue\r\n"), 400),
    ("two expectations", post(FORM + "Expect: 100-continue\r\nExpect: 100-continue\r\nContent-Length: 3\r\n", "a=b"), 417),
    ("a foreign origin", post(FORM + "Origin: https://evil.example\r\nContent-Length: 3\r\n", "a=b"), 403),
    ("no origin at all, said so", post(FORM + "Origin: null\r\nContent-Length: 3\r\n", "a=b"), 403),
    ("our origin on another port", post(FORM + f"Origin: http://127.0.0.1:{P + 1}\r\nContent-Length: 3\r\n", "a=b"), 403),
    ("our origin over TLS", post(FORM + f"Origin: https://127.0.0.1:{P}\r\nContent-Length: 3\r\n", "a=b"), 403),
    ("a form from another site", post(FORM + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nContent-Length: 3\r\n",
                                      "a=b"), 403),
    ("a form from a site beside ours", post(FORM + "Sec-Fetch-Site: same-site\r\nContent-Length: 3\r\n", "a=b"), 403),
    ("a picture for another site", get(fields=HOST + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n"), 403),
    ("a GET with a foreign origin", get(fields=HOST + "Origin: https://evil.example\r\n"), 403),
    ("a form that is no form", post("Content-Type: text/plain\r\nContent-Length: 3\r\n", "a=b"), 415),
    ("a multipart form without an edge", post("Content-Type: multipart/form-data\r\nContent-Length: 3\r\n", "a=b"), 415),
    ("bytes that are no HTTP", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 40 + b"\r\n\r\n", 400),
]


def status_of(answer: bytes):
    return int(answer[9:12]) if answer.startswith(b"HTTP/1.1 ") else None


def answers_in(answer: bytes) -> int:
    return len(re.findall(rb"HTTP/1\.1 \d\d\d ", answer))


before = server.descriptors()
wrong = []
for name, sent, wanted in MALFORMED:
    answer = server.raw(sent)
    if status_of(answer) != wanted or answers_in(answer) != 1:
        wrong.append((name, wanted, answer[:120]))
tap.check(len(MALFORMED) >= 60 and not wrong, f"{len(MALFORMED)} malformed or foreign requests are refused, each once and for its reason", wrong)
good = [get(), get(fields=f"Host: localhost:{P}\r\n"), get(fields=HOST + "Connection: close\r\n"),
        get(fields=HOST + f"Origin: http://127.0.0.1:{P}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n"),
        get("HEAD /healthy HTTP/1.1", HOST + "Connection: close\r\n")]
tap.check(all(status_of(server.raw(each, 1)) == 200 for each in good), "what is right goes through")

# Two requests in one piece are answered one after the other; one that is wrong ends the connection at its place.
both = server.raw(get() + get(fields=HOST + "Connection: close\r\n"))
tap.check(both.count(b"HTTP/1.1 200") == 2, "requests that come together are answered in their order", both)
smuggled = server.raw(post(FORM + "Content-Length: 3\r\n", "a=bGET /healthy HTTP/1.0\r\n\r\n"))
tap.check(answers_in(smuggled) == 2 and b"HTTP/1.1 505 " in smuggled, "what stands behind a body is read as the next request", smuggled)

# A body of 200 MB is refused before it comes; with "Expect" the client need not send it.
large = server.raw(post(FORM + "Content-Length: 209715200\r\n", ""))
tap.check(status_of(large) == 413, "a body over the limit is refused before it comes")

# Links.
client = Client(server).opened(server.link)
tap.check(bool(client.cookie) and client.get("/")[0] == 200, "the link opens a session")
tap.check(client.get(server.link)[0] == 303, "whoever has opened it comes to the first page with it")
stranger = Client(server)
tap.check(stranger.get(server.link)[0] == 410 and not stranger.answer.getheader("Set-Cookie"), "for anybody else it is used up")
tap.check(stranger.get("/link/" + "0" * 32)[0] == 410, "a link that was never given out is none")
tap.check(stranger.get("/")[0] == 401, "without a session there is nothing to see")
headers = {name.lower(): value for name, value in client.answer.getheaders()} if client.get("/")[0] == 200 else {}
tap.check("'unsafe-inline'" not in headers.get("content-security-policy", "'unsafe-inline'") and headers.get("x-content-type-options") == "nosniff"
          and headers.get("referrer-policy") == "same-origin" and headers.get("cross-origin-opener-policy") == "same-origin"
          and headers.get("cross-origin-resource-policy") == "same-origin", "pages bear their guards", headers)
tag = client.answer.getheader("ETag")
tap.check(client.get("/", **{"If-None-Match": tag})[0] == 304, "a page that is known is not sent again")
tap.check(client.post("/merge", {"token": "0" * 32})[0] == 403 and client.post("/merge", {})[0] == 403, "a form without its token is refused")

# Slow clients.
slow = []
for _ in range(int(sys.argv[1])):
    line = socket.create_connection(("127.0.0.1", P), timeout=5)
    line.sendall(b"GET /healthy HTTP/1.1\r\nHost: 127")
    slow.append(line)
times = []
for _ in range(200):
    begun = time.perf_counter()
    client.get("/healthy")
    times.append(time.perf_counter() - begun)
tap.check(sorted(times)[197] < 0.05, f"{len(slow)} slow clients do not hold up an honest one: p99 {sorted(times)[197] * 1000:.1f} ms")
closed = threading.Event()


def let_go():
    slow[0].settimeout(15)
    closed.set() if slow[0].recv(100).startswith(b"HTTP/1.1 408") else None


if len(slow) and len(sys.argv) > 2:
    let_go()
    tap.check(closed.is_set(), "a head that does not come in ten seconds is no longer waited for")
for line in slow:
    line.close()
client.line.close()
deadline = time.monotonic() + 5
while server.descriptors() > before + 4 and time.monotonic() < deadline:
    time.sleep(0.05)
tap.check(server.descriptors() <= before + 4, "all descriptors are given back", before, server.descriptors())
tap.check(server.end() == 0, "it ends when it is told to")
tap.end()
