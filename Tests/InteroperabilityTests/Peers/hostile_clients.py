"""Clients that do not behave, and beside them one that does.

Reads {"host", "port", "path", "idle": N, "kinds": [...], "seconds": S} and prints for each kind of misbehaviour what came
of it, and what the well-behaved client saw meanwhile: how many requests, how many answered 200, the slowest in
milliseconds.
"""

import json
import selectors
import socket
import sys
import threading
import time

job = json.load(sys.stdin)
host, port = job["host"], job["port"]


def connect(source=None, timeout=30):
    bound = (source, 0) if source else None
    return socket.create_connection((host, port), timeout=timeout, source_address=bound)


def read_all(sock, seconds):
    """What arrives until the other side closes or the time is over."""
    end = time.monotonic() + seconds
    data = b""
    closed = False
    while time.monotonic() < end:
        sock.settimeout(max(0.01, end - time.monotonic()))
        try:
            part = sock.recv(65536)
        except socket.timeout:
            break
        except OSError:
            closed = True
            break
        if not part:
            closed = True
            break
        data += part
    return data, closed


def idle():
    """Thousands of connections that say nothing, from as many addresses as one is allowed per address."""
    opened = []
    for number in range(job["idle"]):
        opened.append(connect("127.0.%d.%d" % (1 + number // 100 // 250, 1 + number // 100 % 250)))
    usual = beside(lambda: time.sleep(job["seconds"]))
    alive = sum(not closed_now(s) for s in opened)
    for s in opened:
        s.close()
    return {"opened": len(opened), "alive": alive, "while_open": usual}


def closed_now(sock):
    sock.setblocking(False)
    try:
        return sock.recv(1) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def dribble(first, drop, seconds):
    """Sends an octet now and then; says when the other side closed."""
    sock = connect()
    sock.sendall(first)
    start = time.monotonic()
    selector = selectors.DefaultSelector()
    selector.register(sock, selectors.EVENT_READ)
    answer = b""
    while time.monotonic() - start < seconds:
        try:
            sock.sendall(drop)
            if selector.select(0.5):
                part = sock.recv(65536)
                if not part:
                    return {"closed_after": time.monotonic() - start, "answer": answer[:40].decode("latin-1")}
                answer += part
        except OSError:
            return {"closed_after": time.monotonic() - start, "answer": answer[:40].decode("latin-1")}
    return {"closed_after": None, "answer": answer[:40].decode("latin-1")}


def slow_head():
    return dribble(b"GET /saml/metadata HTTP/1.1\r\nHost: a\r\nX-Slow: ", b"a", 60)


def slow_body():
    head = (
        b"POST /saml/sso HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: 100000\r\n\r\nSAMLRequest="
    )
    return dribble(head, b"a", 60)


def endless_body():
    head = (
        b"POST /saml/sso HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n"
    )
    return dribble(head, b"4000\r\n" + b"a" * 0x4000 + b"\r\n", 60)


def half_open():
    """Says that it sends no more in the middle of a head, and waits."""
    sock = connect()
    sock.sendall(b"GET /saml/metadata HTTP/1.1\r\nHost: a\r\n")
    sock.shutdown(socket.SHUT_WR)
    start = time.monotonic()
    data, closed = read_all(sock, 60)
    return {"closed_after": time.monotonic() - start if closed else None, "answer": data[:40].decode("latin-1")}


def large(first, piece, count):
    sock = connect()
    start = time.monotonic()
    try:
        sock.sendall(first)
        for _ in range(count):
            sock.sendall(piece)
        sock.sendall(b"\r\n\r\n")
    except OSError:
        pass
    data, closed = read_all(sock, 60)
    return {"closed_after": time.monotonic() - start if closed else None, "answer": data[:40].decode("latin-1")}


def large_header():
    return large(b"GET /saml/metadata HTTP/1.1\r\nHost: a\r\nX-Large: ", b"a" * 65536, 32)


def many_headers():
    return large(b"GET /saml/metadata HTTP/1.1\r\nHost: a\r\n", b"X-A: b\r\n" * 8192, 32)


def large_query():
    return large(b"GET /saml/sso?SAMLRequest=", b"a" * 65536, 32)


def crowd():
    """More connections from one address than it may have."""
    sockets = []
    refused = 0
    for _ in range(job["crowd"]):
        try:
            sockets.append(connect("127.9.9.9", timeout=5))
        except OSError:
            refused += 1
    # The kernel says yes before the service has looked at them.
    end = time.monotonic() + 15
    closed = 0
    while time.monotonic() < end and closed < job["crowd"] - job["room"]:
        time.sleep(0.2)
        closed = sum(closed_now(s) for s in sockets)
    for s in sockets:
        s.close()
    return {"refused": refused + closed}


class Usual:
    """One request after the other on new connections, as browsers come."""

    def __init__(self):
        self.asked = self.answered = 0
        self.slowest = 0.0
        self.over = False
        self.thread = threading.Thread(target=self.run)

    def run(self):
        while not self.over:
            start = time.monotonic()
            self.asked += 1
            try:
                sock = connect("127.8.8.8", timeout=20)
                sock.sendall(b"GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" % job["path"].encode())
                data, _ = read_all(sock, 20)
                sock.close()
                if data.startswith(b"HTTP/1.1 200"):
                    self.answered += 1
            except OSError:
                pass
            self.slowest = max(self.slowest, time.monotonic() - start)
            time.sleep(0.02)


def beside(work):
    """What the well-behaved client sees while something goes on."""
    usual = Usual()
    usual.thread.start()
    work()
    usual.over = True
    usual.thread.join()
    return {
        "asked": usual.asked,
        "answered": usual.answered,
        "slowest_milliseconds": round(usual.slowest * 1000, 1),
    }


results = {"alone": {"usual": beside(lambda: time.sleep(2))}}


def run(kind):
    outcome = {}
    usual = beside(lambda: outcome.update(globals()[kind]()))
    outcome["usual"] = usual
    results[kind] = outcome


# The ones that wait for a time limit wait at once; the two that fill the listener come alone.
waiting = [threading.Thread(target=run, args=(kind,)) for kind in job["kinds"] if kind not in ("idle", "crowd")]
for thread in waiting:
    thread.start()
for thread in waiting:
    thread.join()
for kind in job["kinds"]:
    if kind in ("idle", "crowd"):
        run(kind)
json.dump(results, sys.stdout)
