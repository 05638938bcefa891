"""An independent SP: Lasso makes the request and takes the answer; this script is the browser between them.

Reads one JSON object from standard input, prints one JSON object. See LassoSignOnTests.swift.
"""

import html.parser
import http.client
import json
import subprocess
import sys
import urllib.parse

import lasso


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
        elif tag == "input":
            self.fields[attributes["name"]] = attributes.get("value", "")


class Browser:
    """Follows nothing by itself and keeps cookies by name."""

    def __init__(self):
        self.cookies = {}

    def send(self, method, url, form=None):
        parts = urllib.parse.urlsplit(url)
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
        target = parts.path + ("?" + parts.query if parts.query else "")
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())} if self.cookies else {}
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, target, body, headers)
        answer = connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                pair = value.split(";")[0]
                self.cookies[pair.split("=", 1)[0]] = pair.split("=", 1)[1]
        return answer.status, answer.getheader("Location"), answer.read().decode()


def sign_on(job):
    server = lasso.Server(job["sp_metadata"], job["sp_key"], None, job["sp_certificate"])
    server.signatureMethod = lasso.SIGNATURE_METHOD_RSA_SHA256
    server.addProvider(lasso.PROVIDER_ROLE_IDP, job["idp_metadata"], None, None)
    login = lasso.Login(server)
    is_post = job["binding"] == "post"
    login.initAuthnRequest(job["idp"], lasso.HTTP_METHOD_POST if is_post else lasso.HTTP_METHOD_REDIRECT)
    request = login.request
    request.nameIdPolicy.format = job.get("name_id_format", lasso.SAML2_NAME_IDENTIFIER_FORMAT_TRANSIENT)
    request.nameIdPolicy.allowCreate = True
    request.protocolBinding = lasso.SAML2_METADATA_BINDING_POST
    request.isPassive = job.get("is_passive", False)
    if not job.get("signed", True):
        login.setSignatureHint(lasso.PROFILE_SIGNATURE_HINT_FORBID)
    login.msgRelayState = job["relay_state"]
    login.buildAuthnRequestMsg()

    browser = Browser()
    if is_post:
        form = {"SAMLRequest": login.msgBody, "RelayState": job["relay_state"]}
        status, location, page = browser.send("POST", login.msgUrl, form)
    else:
        status, location, page = browser.send("GET", login.msgUrl)
    if status == 303:
        waiting = urllib.parse.parse_qs(urllib.parse.urlsplit(location).query)
        token = subprocess.run(
            job["mint"] + ["--request", waiting["request"][0]], check=True, capture_output=True, text=True
        ).stdout.strip()
        status, location, page = browser.send("POST", waiting["return"][0], {"token": token})
        if status == 303:
            status, location, page = browser.send("GET", location)
    if status != 200:
        return {"status": status, "page": page, "request_url": login.msgUrl}

    form = Form(page)
    try:
        login.processAuthnResponseMsg(form.fields["SAMLResponse"])
        login.acceptSso()
    except lasso.Error as error:
        codes = []
        code = login.response and login.response.status and login.response.status.statusCode
        while code:
            codes.append(code.value)
            code = code.statusCode
        return {"status": status, "error": str(error), "codes": codes, "assertions": len(login.response.assertion)}

    attributes = {}
    for statement in login.assertion.attributeStatement:
        for attribute in statement.attribute:
            values = [value.any[0].content for value in attribute.attributeValue if value.any]
            attributes[attribute.name] = values
    return {
        "status": status,
        "action": form.action,
        "relay_state": form.fields.get("RelayState"),
        "name_id_format": login.nameIdentifier.format,
        "name_id": login.nameIdentifier.content,
        "attributes": attributes,
        "request_url": login.msgUrl,
    }


print(json.dumps(sign_on(json.load(sys.stdin))))
