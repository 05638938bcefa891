"""The browser between an SP and Drawbridge: cookies, redirects, forms that post themselves, and a portal."""

import base64
import html.parser
import http.client
import subprocess
import urllib.parse


class Form(html.parser.HTMLParser):
    """The self-posting form of a page."""

    def __init__(self, page):
        super().__init__()
        self.action, self.fields = None, {}
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.action = attributes["action"]
        elif tag == "input" and "name" in attributes:
            self.fields[attributes["name"]] = attributes.get("value", "")


class Browser:
    """Follows nothing by itself and keeps cookies by name."""

    def __init__(self):
        self.cookies, self.address = {}, None
        # What went to SPs: (address, decoded response).
        self.responses = []

    def send(self, method, url, form=None):
        self.address = urllib.parse.urljoin(self.address or url, url)
        parts = urllib.parse.urlsplit(self.address)
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
        target = parts.path + ("?" + parts.query if parts.query else "")
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())} if self.cookies else {}
        body = None
        if form is not None:
            if "SAMLResponse" in form:
                self.responses.append(base64.b64decode(form["SAMLResponse"]).decode())
            body = urllib.parse.urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, target, body, headers)
        answer = connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                pair = value.split(";")[0]
                self.cookies[pair.split("=", 1)[0]] = pair.split("=", 1)[1]
        return answer.status, answer.getheader("Location"), answer.read().decode()


def sign_in(browser, location, mint):
    """What the portal does with a browser that Drawbridge sent."""
    waiting = urllib.parse.parse_qs(urllib.parse.urlsplit(location).query)
    command = mint + ["--request", waiting["request"][0]]
    token = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    return browser.send("POST", waiting["return"][0], {"token": token})


def follow(browser, answer, portal, mint=None, stop=None):
    """Goes on as a browser does, up to a page that nothing leads on from, or one for which stop is true.

    Without mint it stops in front of the portal."""
    for _ in range(20):
        status, location, page = answer
        if status in (302, 303, 307):
            if not location.startswith(portal):
                answer = browser.send("GET", location)
            elif mint is None:
                return answer
            else:
                answer = sign_in(browser, location, mint)
        elif "document.forms[0].submit()" in page and not (stop and stop(page)):
            form = Form(page)
            answer = browser.send("POST", form.action, form.fields)
        else:
            return answer
    raise RuntimeError(f"it never ends: {answer}")
