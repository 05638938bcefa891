"""pysaml2: the whole response, as an SP reads it. Prints the microseconds of one reading."""

import base64
import json
import logging
import pathlib
import sys
import time

import saml2
import saml2.client
import saml2.config

logging.disable(logging.CRITICAL)
directory, seconds = pathlib.Path(sys.argv[1]), float(sys.argv[2])
facts = json.loads((directory / "facts.json").read_text())
document = base64.b64encode((directory / "response.xml").read_bytes()).decode()
config = saml2.config.SPConfig()
config.load(
    {
        "entityid": facts["sp"],
        "service": {
            "sp": {
                "endpoints": {"assertion_consumer_service": [(facts["acs"], saml2.BINDING_HTTP_POST)]},
                "want_response_signed": False,
                "want_assertions_signed": True,
            }
        },
        "metadata": {"local": [str(directory / "metadata.xml")]},
        "allow_unknown_attributes": True,
        "accepted_time_diff": 180,
        "xmlsec_binary": "/usr/bin/xmlsec1",
    }
)
client = saml2.client.Saml2Client(config)


def read():
    response = client.parse_authn_request_response(
        document, saml2.BINDING_HTTP_POST, outstanding={facts["request"]: "/"}
    )
    assert response is not None and response.ava is not None


read()
start, count = time.perf_counter(), 0
while time.perf_counter() - start < seconds or count < 3:
    read()
    count += 1
print((time.perf_counter() - start) / count * 1e6)
