"""Sign-ons one after the other from several processes, and what the service's process holds meanwhile.

Reads {"base", "pid", "count", "workers", "sp", "acs", "sp_key", "portal", "portal_key"} and prints how many sign-ons
succeeded, the failures, the rate, and samples of the resident memory and the open files of that process.
"""

import base64
import datetime
import http.client
import json
import multiprocessing
import os
import re
import sys
import time
import urllib.parse
import uuid
import zlib

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, utils

RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def base64url(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


class Worker:
    def __init__(self, job):
        self.job = job
        self.address = urllib.parse.urlsplit(job["base"])
        with open(job["sp_key"], "rb") as file:
            self.sp_key = serialization.load_pem_private_key(file.read(), None)
        with open(job["portal_key"], "rb") as file:
            self.portal_key = serialization.load_pem_private_key(file.read(), None)
        self.connect()

    def connect(self):
        self.connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=30)

    def send(self, method, path, body=None, headers=None):
        self.connection.request(method, path, body, headers or {})
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def request(self):
        now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        xml = (
            '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_%s" Version="2.0"'
            ' IssueInstant="%s" Destination="%s/saml/sso" AssertionConsumerServiceURL="%s"><saml:Issuer'
            ' xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:Issuer></samlp:AuthnRequest>'
            % (uuid.uuid4().hex, now, self.job["base"], self.job["acs"], self.job["sp"])
        )
        raw = zlib.compressobj(wbits=-15)
        octets = raw.compress(xml.encode()) + raw.flush()
        query = urllib.parse.urlencode(
            [("SAMLRequest", base64.b64encode(octets).decode()), ("RelayState", "soak"), ("SigAlg", RSA_SHA256)]
        )
        signature = self.sp_key.sign(query.encode(), padding.PKCS1v15(), hashes.SHA256())
        return query + "&" + urllib.parse.urlencode({"Signature": base64.b64encode(signature).decode()})

    def token(self, waiting, number):
        now = int(time.time())
        claims = {
            "iss": self.job["portal"], "aud": self.job["base"] + "/saml/metadata", "iat": now, "exp": now + 100,
            "jti": uuid.uuid4().hex, "sub": "user-%d" % number, "x_account_id": "account-%d" % number,
            "request": waiting,
        }
        signed = base64url(b'{"alg":"ES256","typ":"JWT"}') + "." + base64url(json.dumps(claims).encode())
        r, s = utils.decode_dss_signature(self.portal_key.sign(signed.encode(), ec.ECDSA(hashes.SHA256())))
        return signed + "." + base64url(r.to_bytes(32, "big") + s.to_bytes(32, "big"))

    def sign_on(self, number):
        """As a browser that nobody knows: request, hand-off, and the page for the ACS."""
        status, headers, body = self.send("GET", "/saml/sso?" + self.request())
        if status != 303:
            return "request: %d %s" % (status, body[:300])
        waiting = urllib.parse.parse_qs(urllib.parse.urlsplit(headers["Location"]).query)["request"][0]
        cookie = headers["Set-Cookie"].split(";")[0]
        form = urllib.parse.urlencode({"token": self.token(waiting, number)})
        status, headers, body = self.send("POST", "/sso/resume", form, FORM)
        if status != 303:
            return "hand-off: %d %s" % (status, body[:300])
        path = urllib.parse.urlsplit(headers["Location"]).path
        status, _, body = self.send("GET", path, None, {"Cookie": cookie})
        found = re.search(rb'name="SAMLResponse" value="([^"]+)"', body)
        if status != 200 or not found or b"<saml:Assertion" not in base64.b64decode(found.group(1)):
            return "arrival: %d %s" % (status, body[:300])
        return None


def run(job, share, done, failures):
    worker = Worker(job)
    for number in range(share):
        try:
            failure = worker.sign_on(number % 1000)
        except Exception as error:  # the connection is made anew, and the failure counts
            failure = repr(error)
            worker.connect()
        if failure:
            failures.put(failure)
        with done.get_lock():
            done.value += 1


def held(pid):
    with open("/proc/%d/status" % pid) as file:
        resident = next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
    with open("/proc/%d/stat" % pid) as file:
        fields = file.read().rsplit(")", 1)[1].split()
    seconds = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return {"rss_kb": resident, "files": len(os.listdir("/proc/%d/fd" % pid)), "cpu_seconds": seconds}


def main():
    job = json.load(sys.stdin)
    done, failures = multiprocessing.Value("i", 0), multiprocessing.Queue()
    share = job["count"] // job["workers"]
    total = share * job["workers"]
    first = held(job["pid"])
    start = time.monotonic()
    processes = [multiprocessing.Process(target=run, args=(job, share, done, failures)) for _ in range(job["workers"])]
    for process in processes:
        process.start()
    samples, failed = [], []
    for part in range(1, 11):
        while done.value < total * part // 10 and any(process.is_alive() for process in processes):
            time.sleep(0.02)
        samples.append({"sign_ons": done.value, **held(job["pid"])})
        print("soak:", samples[-1], file=sys.stderr, flush=True)
    for process in processes:
        process.join()
    seconds = time.monotonic() - start
    while not failures.empty():
        failed.append(failures.get())
    json.dump(
        {
            "done": done.value, "failures": len(failed), "first_failures": failed[:5], "seconds": seconds,
            "per_second": done.value / seconds, "before": first, "samples": samples,
        },
        sys.stdout,
    )


main()
