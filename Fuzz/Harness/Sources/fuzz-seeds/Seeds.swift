import Foundation
import FuzzSupport
import HuaweiCloud
import SAML
import TestSupport
import XMLSecurity

/// Writes valid examples for each target.
struct Seeds {
    private let folder: URL
    private let serviceProvider: FakeServiceProvider
    private let key: SigningKey
    private var signed: Set<String> = []

    init(folder: String) throws {
        self.folder = URL(fileURLWithPath: folder, isDirectory: true)
        key = try SigningKey(
            privateKey: TestPKI.rsa2048,
            certificate: TestPKI.certificate(for: TestPKI.rsa2048, commonName: "fuzz")
        )
        serviceProvider = try FakeServiceProvider(
            entityID: Scene.serviceProvider,
            assertionConsumerService: Scene.assertionConsumerService,
            key: TestPKI.rsa2048
        )
    }

    mutating func write() throws {
        try writeRequests()
        try writeResponses()
        try writeMetadata()
        try writeForms()
        try writePinned()
    }

    private var request: AuthnRequest {
        serviceProvider.request(id: Scene.requestID, to: "https://idp.example/saml/sso", at: Scene.now)
    }

    private mutating func writeRequests() throws {
        var writer = CanonicalWriter()
        request.write(to: &writer)
        let plain = try writer.finish()
        signed.insert(Scene.fingerprint(plain))
        try save(plain, "fuzz-message", "request-unsigned.xml")
        writer = CanonicalWriter()
        try request.write(to: &writer, signedBy: key)
        try save(try writer.finish(), "fuzz-message", "request-signed.xml")
        try requireAccepted(serviceProvider.post(request), isSigned: true)
        for (name, state, isSigned) in [
            ("signed", "relay", true), ("signed-without-state", nil, true), ("unsigned", "a b", false),
        ] {
            let message = try serviceProvider.redirect(request, relayState: state, signed: isSigned)
            guard case .redirect(let query) = message else { continue }
            try requireAccepted(message, isSigned: isSigned)
            if let octets = try message.decode(.request).detached?.signed { signed.insert(Scene.fingerprint(octets)) }
            try save(query, "fuzz-redirect", "\(name).query")
        }
        let query = try HTTPRedirectBinding.query(plain, as: .response, relayState: "", signedBy: nil)
        try save(Array(query.utf8), "fuzz-redirect", "response.query")
    }

    private mutating func writeResponses() throws {
        for signing in Response.Signing.allCases {
            let xml = try response(.success).document(signedBy: key, signing: signing)
            let expectations = ResponseExpectations(
                identityProvider: Scene.identityProvider,
                keys: [VerificationKey(key.certificate.publicKey)],
                serviceProvider: Scene.serviceProvider,
                assertionConsumerService: Scene.assertionConsumerService,
                requestID: Scene.requestID
            )
            let validated = try ResponseValidator(expectations).validate(xml, at: Scene.now).get()
            signed.insert(Scene.fingerprint(validated.signature.bytes))
            try save(xml, "fuzz-message", "response-\(signing.rawValue).xml")
        }
        let failure = try response(Status(.responder, .authnFailed)).document(signedBy: key, signing: .response)
        try save(failure, "fuzz-message", "response-failure.xml")
    }

    private func response(_ status: Status) -> Response {
        let attributes = ["xUserId": "user", "name": "名称"].sorted { $0.key < $1.key }
        let assertion = Assertion(
            id: "_assertion",
            issueInstant: Scene.now,
            issuer: Scene.identityProvider,
            subject: Subject(
                nameID: NameID(value: "_name", format: NameIDFormat.transient),
                confirmations: [
                    SubjectConfirmation(
                        recipient: Scene.assertionConsumerService,
                        notOnOrAfter: Scene.now.adding(seconds: 300),
                        inResponseTo: Scene.requestID
                    )
                ]
            ),
            conditions: Conditions(
                notBefore: Scene.now.adding(seconds: -60),
                notOnOrAfter: Scene.now.adding(seconds: 300),
                audience: Scene.serviceProvider
            ),
            authnStatement: AuthnStatement(
                authnInstant: Scene.now,
                sessionIndex: "_session",
                sessionNotOnOrAfter: nil,
                authnContextClassRef: AuthnContextClass.unspecified
            ),
            attributes: attributes.map {
                Attribute(name: $0.key, nameFormat: Attribute.uriFormat, friendlyName: $0.key, values: [$0.value])
            }
        )
        return Response(
            id: "_response",
            issueInstant: Scene.now,
            issuer: Scene.identityProvider,
            destination: Scene.assertionConsumerService,
            inResponseTo: Scene.requestID,
            status: status,
            assertion: status == .success ? assertion : nil
        )
    }

    private mutating func writeMetadata() throws {
        let entity = serviceProvider.metadata
        let plain = try entity.document()
        signed.insert(Scene.fingerprint(plain))
        try save(plain, "fuzz-metadata", "sp.xml")
        let document = try entity.document(signedBy: key, id: "_metadata")
        let metadata = try MetadataDocument(document, signedBy: key.certificate, at: Scene.now)
        always(metadata.entities == [entity], "the signed metadata is the entity's")
        try save(document, "fuzz-metadata", "sp-signed.xml")
    }

    // A seed that is refused would leave what lies behind the signature untried, and nobody would notice.
    private func requireAccepted(_ message: InboundMessage, isSigned: Bool) throws {
        let keys = [VerificationKey(key.certificate.publicKey)]
        let verified = try UnverifiedRequest(message.decode(.request)).verify(keys: keys, required: isSigned)
        always((verified.signature != nil) == isSigned && verified.request == request, "the seed is accepted")
    }

    private func writeForms() throws {
        let json = #"{"domainName":"yongzhi","domainId":"yongzhiid","xUserId":"yongzhix","bindAction":1}"#
        let text = Base64.encode(Array(json.utf8))
        let value = try key.privateKey.sign(Array(text.utf8), with: .rsaSHA256)
        let method = SignatureAlgorithm.rsaSHA256.rawValue
        for (name, method) in [("capitals", method.uppercased()), ("plain", method)] {
            let body =
                "bindRequest=\(PercentEncoding.encode(text))&SigAlg=\(PercentEncoding.encode(method))"
                + "&Signature=\(PercentEncoding.encode(Base64.encode(value)))"
            try save(Array(body.utf8), "fuzz-form", "\(name).form")
        }
    }

    private func writePinned() throws {
        let list = signed.sorted().map { "        \"\($0)\"," }.joined(separator: "\n")
        let source = """
            // Written by Fuzz/seeds.

            /// What the seeds' key signed before it was thrown away: nothing else can verify.
            public enum Pinned: Sendable {
                /// The certificate.
                public static let certificate =
                    "\(key.certificate.base64)"
                /// Fingerprints of everything that it signed.
                public static let signed: Set<String> = [
            \(list)
                ]
            }

            """
        let place = folder.appendingPathComponent("Harness/Sources/FuzzSupport/Pinned.swift")
        try Data(source.utf8).write(to: place)
    }

    private func save(_ octets: [UInt8], _ target: String, _ name: String) throws {
        let corpus = folder.appendingPathComponent("Corpus/\(target)", isDirectory: true)
        try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
        try Data(octets).write(to: corpus.appendingPathComponent(name))
    }
}
