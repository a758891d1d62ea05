# SPDX-License-Identifier: Apache-2.0
"""A server under test, and clients for it: each starts its own program on a port of its own and ends it by its id."""
import atexit
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse
import uuid

ENTENTE = os.environ["ENTENTE"]
WAIT = 60 if os.environ.get("ENTENTE_SANITISED") else 20


class Tap:
    """Checks by name; the number planned is told at the end."""
    def __init__(self):
        self.count, self.wrong = 0, 0

    def check(self, truth, name, *more):
        self.count += 1
        self.wrong += not truth
        print(f"{'ok' if truth else 'not ok'} {self.count} - {name}", flush=True)
        for each in () if truth else more:
            print("#", str(each)[:600].replace("\n", "\n# "))

    def end(self):
        print(f"1..{self.count}")
        raise SystemExit(1 if self.wrong else 0)


class Server:
    def __init__(self, *words, cwd=None, env=None, stderr=None):
        self.process = subprocess.Popen([ENTENTE, "serve", "--no-open", *words], stdout=subprocess.PIPE, stderr=stderr, text=True, cwd=cwd,
                                        env={**os.environ, **(env or {})})
        atexit.register(self.process.kill)
        self.line = self.process.stdout.readline()
        found = re.search(r"http://[\w.]+:(\d+)(/link/\w+)", self.line)
        self.port, self.link = int(found[1]), found[2]

    def host(self):
        return Client(self).opened(self.link)

    def raw(self, sent: bytes, wait=WAIT) -> bytes:
        """What comes back for bytes, until the other side closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as line:
            line.sendall(sent)
            back = b""
            try:
                while piece := line.recv(65536):
                    back += piece
            except (TimeoutError, ConnectionResetError):
                pass
            return back

    def memory(self) -> int:
        """Resident bytes."""
        with open(f"/proc/{self.process.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def descriptors(self) -> int:
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def end(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        code = self.process.wait(WAIT)
        self.process.stdout.close()
        return code

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.end()


class Client:
    def __init__(self, server, port=None):
        self.port, self.cookie, self.line, self.answer = port or server.port, "", None, None

    def opened(self, link):
        self.get(link)
        self.cookie = (self.answer.getheader("Set-Cookie") or "").split(";")[0]
        return self

    def ask(self, method, target, body=None, fields=()):
        """Status and body; the answer's fields lie in self.answer. A connection that was closed is opened again."""
        sent = dict(fields)
        if self.cookie:
            sent.setdefault("Cookie", self.cookie)
        for attempt in range(2):
            try:
                self.line = self.line or http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
                self.line.request(method, target, body, sent)
                self.answer = self.line.getresponse()
                break
            except (ConnectionError, http.client.RemoteDisconnected):
                self.line = None
                if attempt:
                    raise
        found = self.answer.read()
        if self.answer.will_close:
            self.line = None
        return self.answer.status, found

    def get(self, target, **fields):
        return self.ask("GET", target, None, fields)

    def json(self, target):
        status, body = self.get(target)
        return json.loads(body) if status == 200 else {"status": status, **json.loads(body)}

    def token(self, page):
        found = re.search(rb'name="token" value="(\w+)"', self.get(page)[1])
        return found[1].decode() if found else ""

    def post(self, target, values, page=None, files=(), **fields):
        """A form as a browser sends it; the token is that of `page`."""
        values = list(values.items() if isinstance(values, dict) else values)
        if page:
            values.insert(0, ("token", self.token(page)))
        if not files:
            fields["Content-Type"] = "application/x-www-form-urlencoded"
            return self.ask("POST", target, urllib.parse.urlencode(values), fields)
        edge = uuid.uuid4().hex
        fields["Content-Type"] = f"multipart/form-data; boundary={edge}"
        body = b""
        for name, value in values:
            body += f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, file, content in files:
            body += (f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n'
                     "Content-Type: application/octet-stream\r\n\r\n").encode() + content + b"\r\n"
        return self.ask("POST", target, body + f"--{edge}--\r\n".encode(), fields)

    def act(self, case, **values):
        """An act over the API: status and what is told."""
        status, body = self.ask("POST", f"/api/v1/cases/{case}/acts", json.dumps(values),
                                {"Content-Type": "application/json", "Authorization": f"Bearer {self.cookie.split('=')[-1]}",
                                 "Cookie": ""})
        return status, json.loads(body)


def invited(host, server, party, passphrase, case="talks"):
    """A client that has come in by its link."""
    status, body = host.act(case, act="invite", party=party)
    link = re.search(r"/link/(\w+)", body["told"])[1]
    client = Client(server)
    page = client.get("/link/" + link)[1]
    again = {"again": passphrase} if b'name="again"' in page else {}
    client.post("/sign-in", {"link": link, "party": party, "passphrase": passphrase, **again})
    client.cookie = (client.answer.getheader("Set-Cookie") or "").split(";")[0]
    return client, link


class Events:
    """A stream of server-sent events."""
    def __init__(self, client, target):
        self.line = socket.create_connection(("127.0.0.1", client.port), timeout=WAIT)
        self.line.sendall(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{client.port}\r\nCookie: {client.cookie}\r\n\r\n".encode())
        self.file = self.line.makefile("rb")
        self.head = self.file.readline().decode()

    def next(self, kind=b"changed"):
        """The data of the next event of a kind; None when none comes in time."""
        try:
            wanted = False
            while line := self.file.readline():
                if line.startswith(b"event: "):
                    wanted = line.strip() == b"event: " + kind
                elif line.startswith(b"data: ") and wanted:
                    return json.loads(line[6:])
        except TimeoutError:
            pass
        return None

    def past(self, size):
        """Whether it is told that there are more than so many acts."""
        try:
            while line := self.file.readline():
                if line.startswith(b"data: ") and json.loads(line[6:]).get("size", 0) > size:
                    return True
        except TimeoutError:
            pass
        return False

    def close(self):
        self.file.close()
        self.line.close()


def run(*words, stdin=None):
    return subprocess.run([ENTENTE, *map(str, words)], check=True, capture_output=True, text=True, input=stdin).stdout


BASE = """# Plan

1. Troops leave within 30 days.

2. The bridge is opened on the first day of May.

3. Water is shared in equal parts.

4. Prisoners are exchanged within ten days.
"""


def make_case(folder, name="talks", parties=("UA", "RU", "EU")) -> str:
    """A case with three parties, a text, and a place where two want other words."""
    path = os.path.join(folder, name + ".entente")
    run("init", path, "--title", "Talks", "--id", "talks-2031")
    for party in parties:
        run("party", path, party, "--name", f"The party {party}")
    run("enter", path, "document", "plan", "--set", "title=Plan")
    texts = {"base": BASE, "UA": BASE.replace("30 days", "20 days"), "RU": BASE.replace("30 days", "60 days").replace("equal", "fair"),
             "EU": BASE}
    for who, text in texts.items():
        if who == "base" or who in parties:
            file = os.path.join(folder, f"{name}-{who}.md")
            with open(file, "w") as out:
                out.write(text)
            run("submit", path, file, "--document", "plan", *(["--base"] if who == "base" else ["--party", who]))
    return path


def folder():
    return tempfile.TemporaryDirectory(prefix="entente-test-")


def wait_for(truth, wait=WAIT):
    until = time.monotonic() + wait
    while time.monotonic() < until:
        if truth():
            return True
        time.sleep(0.02)
    return False
