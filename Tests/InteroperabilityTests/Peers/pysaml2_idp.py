"""pysaml2 as an identity provider with a sign-in form, well or badly configured.

See OtherIdentityProvider+PySAML2.swift. Takes one JSON object on standard input and serves until it is killed. The SP's
metadata is read with the first request: the harness writes it when it starts."""

import base64
import html
import http.server
import json
import logging
import sys
import urllib.parse

import saml2
import saml2.config
import saml2.metadata
import saml2.saml
import saml2.server
import saml2.xmldsig

logging.disable(logging.CRITICAL)

ATTRIBUTE_FORMAT = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri"


def configuration(job, local):
    base = f"http://127.0.0.1:{job['port']}"
    config = saml2.config.IdPConfig()
    config.load(
        {
            "entityid": base + "/metadata",
            "service": {
                "idp": {
                    "endpoints": {"single_sign_on_service": [(base + "/sso", saml2.BINDING_HTTP_REDIRECT)]},
                    "name_id_format": [saml2.saml.NAMEID_FORMAT_TRANSIENT],
                    "policy": {"default": {"name_form": ATTRIBUTE_FORMAT, "lifetime": {"minutes": 5}}},
                }
            },
            "metadata": {"local": local},
            "key_file": job["key"],
            "cert_file": job["certificate"],
            "xmlsec_binary": "/usr/bin/xmlsec1",
        }
    )
    return config


def attributes(job):
    all_of_them = {"xUserId": ["user-1"], "xAccountId": [job["account"]], "bpId": ["0123456789abcdef0123456789abcdef"]}
    return {name: all_of_them[name] for name in all_of_them if name not in job.get("without", [])}


def response(job, query):
    idp = saml2.server.Server(config=configuration(job, [job["sp_metadata"]]))
    asked = idp.parse_authn_request(query["SAMLRequest"], saml2.BINDING_HTTP_REDIRECT).message
    weak = job.get("sha1", False)
    audience = job.get("audience")
    made = idp.create_authn_response(
        attributes(job),
        asked.id,
        asked.assertion_consumer_service_url,
        asked.issuer.text,
        name_id_policy=asked.name_id_policy,
        userid="user-1",
        authn={"class_ref": saml2.saml.AUTHN_PASSWORD_PROTECTED, "authn_auth": ""},
        sign_response=False,
        sign_assertion=not job.get("unsigned", False) and not audience,
        sign_alg=saml2.xmldsig.SIG_RSA_SHA1 if weak else saml2.xmldsig.SIG_RSA_SHA256,
        digest_alg=saml2.xmldsig.DIGEST_SHA1 if weak else saml2.xmldsig.DIGEST_SHA256,
    )
    text = str(made)
    if audience:
        # Signed after the change, as a wrong configuration would.
        text = text.replace(f"Audience>{asked.issuer.text}<", f"Audience>{audience}<")
        return signed(idp, text)
    return text


def signed(idp, text):
    message = saml2.samlp.response_from_string(text)
    assertion = message.assertion[0]
    assertion.signature = saml2.sigver.pre_signature_part(
        assertion.id, idp.sec.my_cert, 1, digest_alg=saml2.xmldsig.DIGEST_SHA256, sign_alg=saml2.xmldsig.SIG_RSA_SHA256
    )
    return idp.sec.sign_statement(str(message), saml2.class_name(assertion), node_id=assertion.id)


class Pages(http.server.BaseHTTPRequestHandler):
    job = {}

    def log_message(self, *arguments):
        pass

    def page(self, body, content_type="text/html; charset=utf-8", status=200):
        octets = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(octets)))
        self.end_headers()
        self.wfile.write(octets)

    def form(self, action, fields):
        inputs = "".join(
            f'<input type="{kind}" name="{name}" value="{html.escape(value)}">' for name, value, kind in fields
        )
        self.page(f'<html><body><form method="post" action="{html.escape(action)}">{inputs}<button>Go</button></form>')

    def do_GET(self):
        address = urllib.parse.urlsplit(self.path)
        if address.path == "/metadata":
            descriptor = saml2.metadata.entity_descriptor(configuration(self.job, []))
            return self.page(str(descriptor), "application/samlmetadata+xml")
        query = dict(urllib.parse.parse_qsl(address.query))
        hidden = [(name, query[name], "hidden") for name in ("SAMLRequest", "RelayState") if name in query]
        self.form("/login", [("username", "", "text"), ("password", "", "password"), *hidden])

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        query = dict(urllib.parse.parse_qsl(body))
        if query.get("username") != self.job["user"] or query.get("password") != self.job["password"]:
            return self.page("<html><body><p>wrong password")
        try:
            encoded = base64.b64encode(response(self.job, query).encode()).decode()
        except Exception as refusal:
            return self.page(f"<html><body><p>{html.escape(str(refusal))}", status=400)
        fields = [("SAMLResponse", encoded, "hidden")]
        if "RelayState" in query:
            fields.append(("RelayState", query["RelayState"], "hidden"))
        self.form(self.job["acs"], fields)


if __name__ == "__main__":
    Pages.job = json.load(sys.stdin)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", Pages.job["port"]), Pages)
    server.serve_forever()
