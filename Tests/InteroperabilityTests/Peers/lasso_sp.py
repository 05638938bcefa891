"""An independent SP: Lasso makes the request and takes the answer; this script is the browser between them.

Reads one JSON object from standard input, prints one JSON object. See LassoSignOnTests.swift.
"""

import json
import sys

import lasso
import web


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

    browser = web.Browser()
    if is_post:
        form = {"SAMLRequest": login.msgBody, "RelayState": job["relay_state"]}
        answer = browser.send("POST", login.msgUrl, form)
    else:
        answer = browser.send("GET", login.msgUrl)
    status, _, page = web.follow(browser, answer, job["portal"], job["mint"], stop=lambda page: "SAMLResponse" in page)
    if status != 200:
        return {"status": status, "page": page, "request_url": login.msgUrl}

    form = web.Form(page)
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
