"""A browser at an Apache with mod_auth_mellon: sign-on, and logout from either side. See MellonTests.swift."""

import json
import sys

import web

SIGN_OUT = {"sign_out": ""}


def main():
    job = json.load(sys.stdin)
    browser = web.Browser()
    portal, secret = job["portal"], job["apache"] + "/secret/"

    def visit(mint):
        return web.follow(browser, browser.send("GET", secret), portal, mint)

    answers = {"first": visit(job["mint"])}
    answers["again"] = browser.send("GET", secret)
    logout = browser.send("GET", job["apache"] + "/mellon/logout?ReturnTo=" + job["apache"] + "/")
    answers["logout_by_sp"] = web.follow(browser, logout, portal)
    answers["after_logout_by_sp"] = visit(None)
    answers["second"] = visit(job["mint"])
    answers["logout_by_idp"] = web.follow(browser, browser.send("POST", job["idp"] + "/saml/slo", SIGN_OUT), portal)
    answers["after_logout_by_idp"] = visit(None)
    names = ["status", "location", "page"]
    printed = {name: dict(zip(names, answer)) for name, answer in answers.items()}
    sign_ons = [response for response in browser.responses if "LogoutResponse" not in response]
    printed["encrypted"] = {"page": f"{sum('EncryptedAssertion' in one for one in sign_ons)} of {len(sign_ons)}"}
    print(json.dumps(printed))


main()
