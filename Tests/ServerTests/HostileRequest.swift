import SAML
import TestSupport
import Testing
import XMLSecurity

/// One request that must not be answered, with the code that says why.
struct HostileRequest: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let code: String
    let status: Int
    let make: @Sendable (Bridge) throws -> InboundMessage

    init(
        _ what: String,
        _ code: String,
        _ status: Int = 403,
        _ make: @escaping @Sendable (Bridge) throws -> InboundMessage
    ) {
        testDescription = what
        self.code = code
        self.status = status
        self.make = make
    }

    private static func query(_ message: InboundMessage) -> String {
        guard case .redirect(let query) = message else { return "" }
        return String(decoding: query, as: UTF8.self)
    }

    private static func raw(_ query: String) -> InboundMessage { .redirect(query: Array(query.utf8)) }

    private static func good(_ bridge: Bridge) throws -> String {
        query(try bridge.serviceProvider.redirect(bridge.request()))
    }

    private static func unsigned(_ xml: [UInt8]) -> InboundMessage {
        raw("SAMLRequest=" + PercentEncoding.encode(Base64.encode(Deflate.deflate(xml))))
    }

    private static func changed(_ bridge: Bridge, _ change: (AuthnRequest) -> AuthnRequest) throws -> InboundMessage {
        try bridge.serviceProvider.redirect(change(bridge.request()))
    }

    private static func copy(
        _ request: AuthnRequest,
        at instant: Instant? = nil,
        issuer: String? = nil,
        destination: String? = nil,
        consumer: String? = nil
    ) -> AuthnRequest {
        AuthnRequest(
            id: request.id,
            issueInstant: instant ?? request.issueInstant,
            issuer: issuer ?? request.issuer,
            destination: destination ?? request.destination,
            assertionConsumerServiceURL: consumer ?? request.assertionConsumerServiceURL,
            nameIDPolicy: request.nameIDPolicy
        )
    }

    static let all: [HostileRequest] = [
        HostileRequest("unsigned", "signature.missing") {
            try $0.serviceProvider.redirect($0.request(), signed: false)
        },
        HostileRequest("unsigned, by POST", "signature.missing") {
            try $0.serviceProvider.post($0.request(), signed: false)
        },
        HostileRequest("RelayState changed after signing", "signature.value-mismatch") {
            raw(try good($0).replacing("RelayState=relay", with: "RelayState=other"))
        },
        HostileRequest("an escape written differently after signing", "signature.value-mismatch") {
            raw(try good($0).replacing("%3a", with: "%3A"))
        },
        HostileRequest("XML changed after signing, by POST", "signature.reference-mismatch") {
            guard case .post(let body) = try $0.serviceProvider.post($0.request(), relayState: nil) else {
                throw Broken()
            }
            let decoded = try InboundMessage.post(body: body).decode(.request)
            let xml = String(decoding: decoded.xml, as: UTF8.self).replacing(
                "AllowCreate=\"true\"",
                with: "AllowCreate=\"false\""
            )
            return .post(body: Array(("SAMLRequest=" + PercentEncoding.encode(Base64.encode(Array(xml.utf8)))).utf8))
        },
        HostileRequest("signed with another key", "signature.value-mismatch") {
            try FakeServiceProvider(key: TestPKI.rsa3072).redirect($0.request())
        },
        HostileRequest("SigAlg rsa-sha1", "algorithm.signature") {
            raw(
                try good($0).replacing(
                    PercentEncoding.encode(SignatureAlgorithm.rsaSHA256.rawValue, .lower),
                    with: "http%3a%2f%2fwww.w3.org%2f2000%2f09%2fxmldsig%23rsa-sha1"
                )
            )
        },
        HostileRequest("SigAlg without Signature", "transport.signature-pair", 400) {
            raw(String(try good($0).split(separator: "&Signature=")[0]))
        },
        HostileRequest("unknown SP", "issuer.unknown") { bridge in
            try changed(bridge) { copy($0, issuer: "https://auth.huaweicloud.com") }
        },
        HostileRequest("unregistered ACS", "acs.unregistered") { bridge in
            try changed(bridge) { copy($0, consumer: bridge.serviceProvider.assertionConsumerService + "/") }
        },
        HostileRequest("ACS on a foreign host", "acs.unregistered") { bridge in
            try changed(bridge) { copy($0, consumer: "https://auth.huaweicloud.com.evil.example/acs") }
        },
        HostileRequest("wrong Destination", "destination.mismatch") { bridge in
            try changed(bridge) { copy($0, destination: Bridge.address + "/") }
        },
        HostileRequest("too old", "time.stale") { bridge in
            try changed(bridge) { copy($0, at: $0.issueInstant.adding(seconds: -480)) }
        },
        HostileRequest("from the future", "time.future") { bridge in
            try changed(bridge) { copy($0, at: $0.issueInstant.adding(seconds: 181)) }
        },
        HostileRequest("a percent-encoded parameter name", "transport.parameter-name", 400) {
            raw(try good($0).replacing("SAMLRequest=", with: "%53AMLRequest="))
        },
        HostileRequest("a parameter name in another case", "transport.parameter-name", 400) {
            raw(try good($0).replacing("SAMLRequest=", with: "samlrequest="))
        },
        HostileRequest("a doubled parameter", "transport.duplicate-parameter", 400) {
            raw("SAMLRequest=AAAA&" + (try good($0)))
        },
        HostileRequest("request and response together", "transport.ambiguous-message", 400) {
            raw(try good($0) + "&SAMLResponse=AAAA")
        },
        HostileRequest("another SAMLEncoding", "transport.saml-encoding", 400) {
            raw(try good($0) + "&SAMLEncoding=gzip")
        },
        HostileRequest("no message", "transport.message-missing", 400) { _ in raw("RelayState=x") },
        HostileRequest("not Base64", "transport.base64", 400) { _ in raw("SAMLRequest=a*b") },
        HostileRequest("half an escape", "transport.percent-encoding", 400) { _ in raw("SAMLRequest=%4") },
        HostileRequest("not deflated", "transport.deflate", 400) { _ in raw("SAMLRequest=AAAA") },
        HostileRequest("a DEFLATE bomb", "limit.size", 400) { _ in
            unsigned(Array(repeating: UInt8(ascii: " "), count: 8 * 1024 * 1024))
        },
        HostileRequest("a query without end", "limit.size", 400) { _ in
            raw("SAMLRequest=" + String(repeating: "A", count: 20_000))
        },
        HostileRequest("a RelayState without end", "limit.relay-state", 400) {
            try $0.serviceProvider.redirect($0.request(), relayState: String(repeating: "x", count: 2049))
        },
        HostileRequest("a DOCTYPE", "dtd.doctype", 400) { _ in
            unsigned(Array("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>".utf8))
        },
        HostileRequest("not XML", "schema.malformed", 400) { _ in unsigned(Array("<a".utf8)) },
        HostileRequest("another root", "structure.root", 400) { _ in unsigned(Array("<a/>".utf8)) },
        HostileRequest("an XML signature inside a Redirect", "signature.embedded-in-redirect") {
            guard case .post(let body) = try $0.serviceProvider.post($0.request(), relayState: nil) else {
                throw Broken()
            }
            return unsigned(try InboundMessage.post(body: body).decode(.request).xml)
        },
    ]

    struct Broken: Error {}
}
