"""What pysaml2 says of responses. One JSON object in, one out; see VerdictTests.swift."""

import base64
import json
import logging
import sys

import saml2
import saml2.client
import saml2.config

logging.disable(logging.CRITICAL)
TOLERANCE = 180


def client(job):
    config = saml2.config.SPConfig()
    config.load(
        {
            "entityid": job["sp"],
            "service": {
                "sp": {
                    "endpoints": {"assertion_consumer_service": [(job["acs"], saml2.BINDING_HTTP_POST)]},
                    "allow_unsolicited": False,
                    "want_response_signed": False,
                    "want_assertions_signed": False,
                    "want_assertions_or_response_signed": True,
                }
            },
            "metadata": {"local": [job["idp_metadata"]]},
            "key_file": job["sp_key"],
            "cert_file": job["sp_certificate"],
            "encryption_keypairs": [{"key_file": job["sp_key"], "cert_file": job["sp_certificate"]}],
            "accepted_time_diff": TOLERANCE,
            "allow_unknown_attributes": True,
            "xmlsec_binary": "/usr/bin/xmlsec1",
        }
    )
    return saml2.client.Saml2Client(config)


def main():
    job = json.load(sys.stdin)
    answers = {}
    for name, document in job["documents"].items():
        try:
            response = client(job).parse_authn_request_response(
                document, saml2.BINDING_HTTP_POST, outstanding={job["request"]: "/"}
            )
            answers[name] = "accepted" if response is not None and response.ava is not None else "nothing"
        except Exception as error:  # pysaml2 refuses with exceptions of any type, AttributeError among them
            answers[name] = f"{type(error).__name__}: {str(error)[:200]}"
    json.dump(answers, sys.stdout)


main()
