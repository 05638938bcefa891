import Foundation
import SAML
import TestSupport
import Testing
import XMLSecurity

/// One identity provider and one SP in files, for three programs to judge the same documents with.
struct VerdictStage {
    let now: Instant
    let directory: URL
    private let provider = SigningPair.rsa
    private let service = SigningPair.rsaOther

    init() throws {
        // Lasso and pysaml2 know no other time than this.
        now = Instant(seconds: Int64(Date().timeIntervalSince1970))
        directory = FileManager.default.temporaryDirectory.appending(path: "drawbridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        for (name, bytes) in try files() { try Data(bytes).write(to: directory.appending(path: name)) }
    }

    private func files() throws -> [String: [UInt8]] {
        let keys = [provider, .p256, .p384]
        let role = IDPSSODescriptor(
            role: RoleDescriptor(
                keyDescriptors: try keys.map { KeyDescriptor(use: .signing, certificate: try $0.certificate) }
            ),
            wantAuthnRequestsSigned: false,
            singleSignOnServices: [Endpoint(binding: .httpRedirect, location: "https://idp.example/sso")]
        )
        let sp = SPSSODescriptor(
            role: RoleDescriptor(keyDescriptors: [KeyDescriptor(use: nil, certificate: try service.certificate)]),
            authnRequestsSigned: false,
            wantAssertionsSigned: true,
            assertionConsumerServices: [
                Endpoint(binding: .httpPOST, location: ResponseText.acs, index: 0, isDefault: true)
            ]
        )
        return [
            "idp.key": provider.pem, "idp.crt": provider.certificatePEM,
            "sp.key": service.pem, "sp.crt": service.certificatePEM,
            "idp.xml": try EntityDescriptor(entityID: ResponseText.idp, idpSSODescriptor: role).document(),
            "sp.xml": try EntityDescriptor(entityID: ResponseText.sp, spSSODescriptor: sp).document(),
        ]
    }

    /// What every script of the peers is told.
    func job(_ more: [String: Any] = [:]) -> [String: Any] {
        func path(_ name: String) -> String { directory.appending(path: name).path(percentEncoded: false) }
        return [
            "idp": ResponseText.idp, "sp": ResponseText.sp, "acs": ResponseText.acs, "request": "_request",
            "idp_key": path("idp.key"), "idp_certificate": path("idp.crt"), "idp_metadata": path("idp.xml"),
            "sp_key": path("sp.key"), "sp_certificate": path("sp.crt"), "sp_metadata": path("sp.xml"),
            "times": [
                "now": now.xsDateTime, "start": now.adding(seconds: -60).xsDateTime,
                "end": now.adding(seconds: 300).xsDateTime,
            ],
        ].merging(more) { $1 }
    }

    /// Our own verdict: the code of the refusal, or `accepted`.
    func judge(_ document: [UInt8]) throws -> String {
        let expectations = ResponseExpectations(
            identityProvider: ResponseText.idp,
            keys: [provider, .p256, .p384].map(\.verification),
            serviceProvider: ResponseText.sp,
            assertionConsumerService: ResponseText.acs,
            request: .id("_request"),
            decryptionKeys: [try service.privateKey]
        )
        switch ResponseValidator(expectations).validate(document, at: now) {
        case .success: return "accepted"
        case .failure(let refusal): return refusal.code.id
        }
    }

    /// A response signed by OpenSAML.
    func signedBySamlsign(_ method: SignatureAlgorithm) throws -> [UInt8] {
        var text = ResponseText(at: now)
        text.signed = .nothing
        let outcome = try CommandLineTool.run(
            "samlsign",
            [
                "-s", "-k", "key", "-c", "certificate", "-f", "file", "-alg", method.rawValue, "-dig",
                method.digest.rawValue,
            ],
            files: ["key": provider.pem, "certificate": provider.certificatePEM, "file": try text.document()]
        )
        try #require(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    /// An assertion encrypted to the SP, signed inside or not.
    func encrypted(signed: Bool) throws -> [UInt8] {
        var text = ResponseText(at: now)
        text.signed = signed ? .assertion : .nothing
        let parts = ResponseText.parts(
            String(decoding: try text.document(), as: UTF8.self),
            from: "<saml:Assertion ",
            through: "</saml:Assertion>"
        )
        let declared = parts.1.replacing(
            "<saml:Assertion ",
            with: "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ",
            maxReplacements: 1
        )
        var writer = CanonicalWriter()
        try Encryptor.write(Array(declared.utf8), to: service.certificate.publicKey, in: &writer)
        let data = String(decoding: try writer.finish(), as: UTF8.self)
        return Array((parts.0 + "<saml:EncryptedAssertion>\(data)</saml:EncryptedAssertion>" + parts.2).utf8)
    }
}
