import SAML
import XMLSecurity

@testable import IdentityProvider

/// Values to store, at a fixed time.
enum Sample {
    static let now = Instant(seconds: 1_795_000_000)

    static func id() -> OpaqueID { OpaqueID(from: .openSSL) }

    static func session(account: String = "account-1", until: Instant = now.adding(seconds: 300)) -> Session {
        Session(
            customer: Customer(
                portal: "mall",
                xUserID: "user-1",
                xAccountID: account,
                accountName: "张伟 <&\"'> \u{1F600}",
                email: "zhang.wei@example.cn",
                mobile: nil,
                firstLogin: true,
                authnContextClass: "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"
            ),
            authnInstant: now.adding(seconds: -5),
            createdAt: Instant(milliseconds: now.milliseconds + 123),
            expiresAt: until
        )
    }

    static func pending(_ id: OpaqueID = id(), until: Instant = now.adding(seconds: 600)) throws -> PendingRequest {
        let request = AuthnRequest(
            id: "_request-1",
            issueInstant: now,
            issuer: "https://sp.example",
            destination: "https://idp.example/saml/sso",
            forceAuthn: true,
            nameIDPolicy: NameIDPolicy(format: nil, spNameQualifier: "https://sp.example", allowCreate: true)
        )
        return PendingRequest(
            id: id,
            browser: Self.id().digest,
            request: AcceptedRequest(
                request: request,
                assertionConsumerService: "https://sp.example/acs",
                relayState: try RelayState("opaque & 中文"),
                signatureAlgorithm: nil,
                receivedAt: now,
                replayUntil: now.adding(seconds: 480)
            ),
            expiresAt: until
        )
    }

    static func resumption(until: Instant = now.adding(seconds: 60)) -> Resumption {
        Resumption(.request(id().text), session: session(), expiresAt: until)
    }

    static func refusal(_ number: Int = 1, at: Instant = now) -> TrailEntry {
        var entry = TrailEntry(at: at, kind: .handOffRefused)
        entry.reference = "T-\(number)"
        entry.code = "token.expired"
        entry.refusalClass = "token"
        entry.portal = "mall"
        entry.account = "5e884898"
        return entry
    }

    static let sealingKey = ChainSealKey(Secret("a secret of the tests"))

    static func entry(_ number: Int = 1, at: Instant = now) -> LedgerEntry {
        let record = IssuanceRecord(
            at: at,
            serviceProvider: "https://sp.example",
            requestID: "_request-\(number)",
            responseID: "_response-\(number)",
            assertionID: number.isMultiple(of: 2) ? nil : "_assertion-\(number)",
            xAccountID: "account-1",
            keyID: "00ff",
            algorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            decision: number.isMultiple(of: 2) ? "whitelist.account" : "asserted"
        )
        return LedgerEntry(record, reference: "R-\(number)", account: number.isMultiple(of: 2) ? nil : "5e884898")
    }
}
