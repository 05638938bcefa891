"""Responses made by pysaml2 and by Lasso as identity providers. One JSON object in, one out; see VerdictTests.swift."""

import base64
import json
import logging
import sys

import lasso
import saml2
import saml2.config
import saml2.saml
import saml2.server

logging.disable(logging.CRITICAL)
SHA512 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "http://www.w3.org/2001/04/xmlenc#sha512"
SHA384 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "http://www.w3.org/2001/04/xmldsig-more#sha384"
SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256"


def pysaml2_server(job):
    config = saml2.config.IdPConfig()
    config.load(
        {
            "entityid": job["idp"],
            "service": {
                "idp": {
                    "endpoints": {"single_sign_on_service": [("https://idp.example/sso", saml2.BINDING_HTTP_REDIRECT)]},
                    "policy": {"default": {"lifetime": {"minutes": 5}, "name_form": saml2.saml.NAME_FORMAT_URI}},
                }
            },
            "metadata": {"local": [job["sp_metadata"]]},
            "key_file": job["idp_key"],
            "cert_file": job["idp_certificate"],
            "xmlsec_binary": "/usr/bin/xmlsec1",
        }
    )
    return saml2.server.Server(config=config)


def by_pysaml2(job):
    server = pysaml2_server(job)
    shapes = {
        "pysaml2: assertion signed": dict(sign_assertion=True, sign_response=False),
        "pysaml2: response signed": dict(sign_assertion=False, sign_response=True),
        "pysaml2: both signed": dict(sign_assertion=True, sign_response=True),
        "pysaml2: sha384": dict(sign_assertion=True, sign_response=True, algorithms=SHA384),
        "pysaml2: sha512": dict(sign_assertion=True, sign_response=True, algorithms=SHA512),
        "pysaml2: nothing signed": dict(sign_assertion=False, sign_response=False),
        "pysaml2: for another request": dict(sign_assertion=True, sign_response=False, request="_other"),
        "pysaml2: to another address": dict(sign_assertion=True, sign_response=False, acs=job["acs"] + "/"),
    }
    documents = {}
    for name, shape in shapes.items():
        sign, digest = shape.get("algorithms", SHA256)
        response = server.create_authn_response(
            {"givenName": ["伟"], "mail": ["a@b.cn", "c@d.cn"]},
            shape.get("request", job["request"]),
            shape.get("acs", job["acs"]),
            job["sp"],
            name_id=saml2.saml.NameID(format=saml2.saml.NAMEID_FORMAT_TRANSIENT, text="_pysaml2"),
            authn={"class_ref": saml2.saml.AUTHN_PASSWORD, "authn_auth": job["idp"]},
            sign_assertion=shape["sign_assertion"],
            sign_response=shape["sign_response"],
            sign_alg=sign,
            digest_alg=digest,
        )
        documents[name] = base64.b64encode(str(response).encode()).decode()
    return documents


def by_lasso(job):
    documents = {}
    methods = {"rsa-sha256": lasso.SIGNATURE_METHOD_RSA_SHA256, "rsa-sha512": lasso.SIGNATURE_METHOD_RSA_SHA512}
    for name, method in methods.items():
        server = lasso.Server(job["idp_metadata"], job["idp_key"], None, job["idp_certificate"])
        server.signatureMethod = method
        server.addProvider(lasso.PROVIDER_ROLE_SP, job["sp_metadata"], None, None)
        login = lasso.Login(server)
        login.initIdpInitiatedAuthnRequest(job["sp"])
        login.request.protocolBinding = lasso.SAML2_METADATA_BINDING_POST
        login.request.nameIDPolicy.format = lasso.SAML2_NAME_IDENTIFIER_FORMAT_TRANSIENT
        login.request.nameIDPolicy.allowCreate = True
        login.processAuthnRequestMsg(None)
        login.request.iD = job["request"]
        login.validateRequestMsg(True, True)
        times = job["times"]
        login.buildAssertion(
            lasso.SAML2_AUTHN_CONTEXT_PASSWORD, times["now"], "", times["start"], times["end"]
        )
        confirmation = login.assertion.subject.subjectConfirmation.subjectConfirmationData
        confirmation.inResponseTo = job["request"]
        confirmation.notBefore = None
        login.response.inResponseTo = job["request"]
        login.buildAuthnResponseMsg()
        documents[f"Lasso: {name}"] = login.msgBody
    return documents


def main():
    job = json.load(sys.stdin)
    json.dump({**by_pysaml2(job), **by_lasso(job)}, sys.stdout)


main()
