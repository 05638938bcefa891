"""What Lasso says of responses, asked as mod_auth_mellon asks it. One JSON object in, one out; see VerdictTests.swift."""

import base64
import json
import sys
import time

import lasso

VALID = 0  # LASSO_SAML2_ASSERTION_VALID; the binding does not export it
TOLERANCE = 180


def judge(server, job, document):
    login = lasso.Login(server)
    login.processAuthnResponseMsg(base64.b64encode(document).decode())
    response, assertion = login.response, login.assertion
    # acceptSso would compare InResponseTo with an ID that Lasso itself made; that comparison stands below.
    # What the library leaves to its caller, as mod_auth_mellon 0.18 does it (am_validate_* in auth_mellon_handler.c).
    if response.destination and response.destination != job["acs"]:
        return "Destination"
    if response.inResponseTo != job["request"]:
        return "InResponseTo"
    if assertion.validateConditions(job["sp"]) != VALID:
        return "conditions"
    if assertion.validateTimeChecks(TOLERANCE, int(time.time())) != VALID:
        return "time"
    if not assertion.subject.nameID.content:
        return "NameID"
    data = assertion.subject.subjectConfirmation.subjectConfirmationData
    if data.recipient != job["acs"]:
        return "Recipient"
    if data.inResponseTo != job["request"]:
        return "confirmation's InResponseTo"
    return None


def main():
    job = json.load(sys.stdin)
    server = lasso.Server(job["sp_metadata"], job["sp_key"], None, job["sp_certificate"])
    server.addProvider(lasso.PROVIDER_ROLE_IDP, job["idp_metadata"], None, None)
    answers = {}
    for name, document in job["documents"].items():
        try:
            answers[name] = judge(server, job, base64.b64decode(document)) or "accepted"
        except lasso.Error as error:
            answers[name] = f"{type(error).__name__}: {error}"
        except AttributeError as error:
            answers[name] = f"nothing there: {error}"
    json.dump(answers, sys.stdout)


main()
