"""pysaml2 as an SP of a running Drawbridge. See PySAML2SignOnTests.swift.

With "metadata_only" it prints the SP's metadata; else it signs on once per request in "requests"."""

import json
import logging
import sys

import saml2
import saml2.client
import saml2.config
import saml2.metadata
import web

logging.disable(logging.CRITICAL)


def configuration(job):
    config = saml2.config.SPConfig()
    config.load(
        {
            "entityid": job["sp"],
            "service": {
                "sp": {
                    "endpoints": {"assertion_consumer_service": [(job["acs"], saml2.BINDING_HTTP_POST)]},
                    "want_assertions_signed": True,
                    "want_response_signed": False,
                    "authn_requests_signed": job["signed"],
                }
            },
            "metadata": {"local": [job["idp_metadata"]]},
            "key_file": job["sp_key"],
            "cert_file": job["sp_certificate"],
            "encryption_keypairs": [{"key_file": job["sp_key"], "cert_file": job["sp_certificate"]}],
            "allow_unknown_attributes": True,
            "xmlsec_binary": "/usr/bin/xmlsec1",
        }
    )
    return config


def sign_on(job):
    client = saml2.client.Saml2Client(configuration(job))
    # Its own default is SHA-1.
    client.signing_algorithm = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    client.digest_algorithm = "http://www.w3.org/2001/04/xmlenc#sha256"
    binding = saml2.BINDING_HTTP_POST if job["binding"] == "post" else saml2.BINDING_HTTP_REDIRECT
    identifier, _, message = client.prepare_for_negotiated_authenticate(
        relay_state="state & \"quoted\"",
        binding=binding,
        response_binding=saml2.BINDING_HTTP_POST,
        nameid_format=job.get("name_id_format"),
    )
    browser = web.Browser()
    if binding == saml2.BINDING_HTTP_POST:
        form = web.Form(message["data"])
        answer = browser.send("POST", form.action, form.fields)
    else:
        answer = browser.send("GET", dict(message["headers"])["Location"])
    status, _, page = web.follow(browser, answer, job["portal"], job["mint"], stop=lambda page: "SAMLResponse" in page)
    form = web.Form(page)
    if status != 200 or "SAMLResponse" not in form.fields:
        return {"status": status, "page": page}
    response = client.parse_authn_request_response(
        form.fields["SAMLResponse"], saml2.BINDING_HTTP_POST, outstanding={identifier: "/"}
    )
    return {
        "status": status,
        "action": form.action,
        "relay_state": form.fields.get("RelayState"),
        "name_id": response.name_id.text,
        "attributes": {key: list(values) for key, values in response.ava.items()},
        "is_encrypted": "EncryptedAssertion" in str(response.xmlstr),
    }


def main():
    job = json.load(sys.stdin)
    if job.get("metadata_only"):
        text = saml2.metadata.create_metadata_string(None, configuration(job), sign=False)
        print(json.dumps({"metadata": text.decode()}))
    else:
        print(json.dumps(sign_on(job)))


main()
