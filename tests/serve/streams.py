# SPDX-License-Identifier: Apache-2.0
"""Streams of events: what goes over the line, what a stream costs, who is here, and clients that take nothing."""
import re
import socket

from served import Client, Events, Server, Tap, folder, invited, make_case, wait_for

tap = Tap()


def head_of(target, server, client, *more, size=0):
    """An open line that has asked for events."""
    line = socket.socket()
    if size:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, size)
    line.connect(("127.0.0.1", server.port))
    line.settimeout(20)
    line.sendall("\r\n".join([f"GET {target} HTTP/1.1", f"Host: 127.0.0.1:{server.port}", f"Cookie: {client.cookie}", *more, "", ""]).encode())
    return line


def read_until(line, mark):
    got = b""
    while mark not in got and (piece := line.recv(65536)):
        got += piece
    return got


def unchunked(body):
    """The bytes of an answer in chunks, by RFC 9112; what is not whole is an error."""
    out = b""
    while body:
        size, _, rest = body.partition(b"\r\n")
        length = int(size, 16)
        assert rest[length:length + 2] == b"\r\n", "a chunk is not as long as it says"
        out, body = out + rest[:length], rest[length + 2:]
    return out


with folder() as place, Server(make_case(place)) as server:
    host = server.host()
    slot = host.json("/api/v1/cases/talks/slots")[0]["id"]

    def act(number):
        return host.act("talks", act="comment", slot=slot, text=f"number {number}", party="EU")[0] == 201

    at_rest = server.descriptors()

    # What goes over the line, whatever the client says of the connection.
    for more in ([], ["Connection: close"], ["Connection: keep-alive"]):
        with head_of("/talks/events", server, host, *more) as line:
            begun = read_until(line, b"event: at")
            while begun.count(b"\n\n") < 3:
                begun += line.recv(65536)
            done = act(more)
            told = begun + read_until(line, b"event: changed")
            head, _, body = told.partition(b"\r\n\r\n")
            events = unchunked(body)
            tap.check(done and head.startswith(b"HTTP/1.1 200 ") and b"text/event-stream" in head and head.lower().count(b"transfer-encoding: chunked") == 1
                      and events.startswith(b"retry: ") and events.count(b"event: changed\n") == 1 and events.endswith(b"\n\n"),
                      f"the head, then chunks that hold whole events ({', '.join(more) or 'no word of the connection'})", told)

    # What many streams cost, and that each is told the same.
    tap.check(wait_for(lambda: server.descriptors() == at_rest), "lines that were closed hold nothing", server.descriptors() - at_rest)
    lines = [Events(host, "/talks/events") for _ in range(200)]
    first = [each.next(b"at") for each in lines]
    tap.check(wait_for(lambda: server.descriptors() == at_rest + 200), "a stream holds one descriptor", server.descriptors() - at_rest)
    act("many")
    tap.check(len({str(each.next()) for each in lines}) == 1 and len({str(each) for each in first}) == 1, "200 streams of one viewer are told the same")
    for each in lines:
        each.close()
    tap.check(wait_for(lambda: server.descriptors() == at_rest), "and none is left when they have gone", server.descriptors() - at_rest)

    # A client that sends bytes into its stream, and one that half closes, hurt nobody.
    with head_of("/talks/events", server, host) as line, head_of("/talks/events", server, host) as half:
        read_until(line, b"event: at")
        read_until(half, b"event: at")
        line.sendall(b"GET /healthy HTTP/1.1\r\nHost: x\r\n\r\n" * 3)
        half.shutdown(socket.SHUT_WR)
        tap.check(half.recv(65536) == b"", "whoever has said that it sends no more has gone")
        act("bytes")
        tap.check(b"number" not in read_until(line, b"event: changed") and host.get("/healthy")[0] == 200, "bytes sent into a stream are nothing")

    # Who is here: told to all when it changes, and to nobody else when it does not.
    ua, ru = (invited(host, server, name, f"the words of {name}")[0] for name in ("UA", "RU"))
    watching = Events(ua, "/talks/events")
    tap.check(watching.next(b"here") == {"parties": ["UA"]}, "the first hears that it is here alone")
    other = Events(ru, "/talks/events")
    tap.check(other.next(b"here") == {"parties": ["UA", "RU"]} and watching.next(b"here") == {"parties": ["UA", "RU"]}, "a second party comes, and both hear of both")
    tab = Events(ru, "/talks/events")
    tap.check(tab.next(b"here") == {"parties": ["UA", "RU"]}, "its second window hears who is here")
    tab.close()
    act("between")
    heard = []
    while (line := watching.file.readline()) and not line.startswith(b"event: changed"):
        heard += [line] if line.startswith(b"event: here") else []
    tap.check(not heard, "a second window of the same party is no news to others", heard)
    other.close()
    tap.check(watching.next(b"here") == {"parties": ["UA"]}, "and when its last window closes, that is")

    # A stream ends with the session that opened it, whatever lay in its way; that of another session of the same party does not.
    again = Client(server)
    again.post("/sign-in", {"party": "RU", "passphrase": "the words of RU", "case": "talks"})
    again.cookie = (again.answer.getheader("Set-Cookie") or "").split(";")[0]
    stays = Events(again, "/talks/events")
    stays.next(b"at")
    gone = [Events(ru, "/talks/events") for _ in range(3)]
    for each in gone:
        each.next(b"at")
    tap.check(act("before") and [bool(each.next()) for each in (*gone, stays)] == [True] * 4, "four windows of two sessions are told")
    with head_of("/talks/events", server, ru, size=2048) as lying:
        for row in range(60):
            act(f"lying {row}")
        tap.check(all(stays.next() for _ in range(60)), "and go on to be told")
        tap.check(ru.post("/sign-out", {}, page="/talks")[0] == 303, "one signs out")
        last = (stays.next() if act("after the end") else None) or {"size": 0}
        tap.check(last["size"] > 60, "what comes then its other session is told", last)
        told, ends = [], []
        for line in (*(each.line for each in gone), lying):
            line.settimeout(10)
            try:
                told.append(read_until(line, b"there is no such mark"))
                ends.append(True)
            except ConnectionResetError:
                told.append(b"")
                ends.append(True)
            except TimeoutError:
                ends.append(False)
        tap.check(ends == [True] * 4 and not any(f'"size":{last["size"]}'.encode() in each.replace(b" ", b"") for each in told), "the session that ended is told nothing more, and its lines end", ends, told)
    tap.check(wait_for(lambda: Events(ua, "/talks/events").next(b"here") == {"parties": ["UA", "RU"]}), "the party is still here by its other session")
    answer = Client(server).ask("GET", "/talks/events", None, {"Cookie": ru.cookie})
    tap.check(answer[0] == 401, "and a stream that is opened again with the old one is refused", answer)
    again.post("/sign-out", {}, page="/talks")
    tap.check(stays.next() is None and stays.file.closed is False, "as the other one when it signs out")
    for each in (*gone, stays):
        each.close()
    tap.check(wait_for(lambda: Events(ua, "/talks/events").next(b"here") == {"parties": ["UA"]}), "and then the party is here no more")

    # What let a party in is taken back by the secretariat, and by nobody else.
    ru, link = invited(host, server, "RU", "the words of RU")
    link = re.search(r"/link/(\w+)", host.act("talks", act="invite", party="RU")[1]["told"])[1]
    taken = Events(ru, "/talks/events")
    taken.next(b"at")
    tap.check(ua.act("talks", act="revoke", party="RU")[0] == 400 and ru.get("/talks")[0] == 200, "a party takes nothing back")
    status, told = host.act("talks", act="revoke", party="RU")
    tap.check(status == 200 and "1 link void, 1 session ended" in told["told"], "an invitation is taken back", told)
    tap.check(taken.next() is None and not taken.file.readline(), "what the session listened to ends at once")
    tap.check(ru.get("/talks")[0] in (303, 401) and ua.get("/talks")[0] == 200, "it opens nothing more, and others go on")
    late = Client(server)
    late.post("/sign-in", {"link": link, "party": "RU", "passphrase": "the words of RU"})
    tap.check(late.answer.status == 410, "the link is void", late.answer.status)
    late.post("/sign-in", {"party": "RU", "passphrase": "the words of RU", "case": "talks"})
    tap.check(late.answer.status == 303, "the passphrase still opens", late.answer.status)
    taken.close()

    # While one takes nothing, the others are told everything.
    with head_of("/talks/events", server, host, size=2048):
        for row in range(40):
            act(row)
        tap.check(sum(1 for _ in range(40) if watching.next()) == 40, "while one takes nothing another is told 40 acts")
    watching.close()
tap.end()
