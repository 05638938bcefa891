import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite struct MetadataWritingTests {
    static let id = "_0123456789abcdef"
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    static func signingKey() throws -> SigningKey {
        try SigningKey(privateKey: TestPKI.rsa3072, certificate: TestPKI.certificate(for: TestPKI.rsa3072))
    }

    static func identityProvider(organization: String = "示例 & <Söhne> \"GmbH\" 🌉") throws -> EntityDescriptor {
        let next = try TestPKI.certificate(for: TestPKI.rsa2048)
        return EntityDescriptor(
            entityID: "https://idp.test/saml/metadata?a=1&b='2'",
            validUntil: Instant(xsDateTime: "2030-01-01T00:00:00Z"),
            idpSSODescriptor: IDPSSODescriptor(
                role: RoleDescriptor(
                    keyDescriptors: [
                        KeyDescriptor(use: .signing, certificate: try signingKey().certificate),
                        KeyDescriptor(use: nil, certificate: next),
                    ],
                    singleLogoutServices: [
                        Endpoint(
                            binding: .httpRedirect,
                            location: "https://idp.test/saml/slo",
                            responseLocation: "https://idp.test/saml/slo/return"
                        )
                    ]
                ),
                wantAuthnRequestsSigned: true,
                singleSignOnServices: [
                    Endpoint(binding: .httpRedirect, location: "https://idp.test/saml/sso"),
                    Endpoint(binding: .httpPOST, location: "https://idp.test/saml/sso"),
                ],
                errorURL: "https://idp.test/help"
            ),
            organization: Organization(
                name: organization,
                displayName: organization,
                url: "https://idp.test/",
                language: "zh"
            ),
            contactPersons: [ContactPerson(type: .technical, givenName: "李雷", emailAddress: "ops@idp.test")]
        )
    }

    static func entities() throws -> [EntityDescriptor] {
        let provider = try FakeServiceProvider()
        return [try identityProvider(), provider.metadata]
    }

    @Test func whatIsWrittenIsReadBackEqual() throws {
        let key = try Self.signingKey()
        for entity in try Self.entities() {
            #expect(try MetadataDocument(entity.document(), at: MetadataText.now).entities == [entity])
            let signed = try entity.document(signedBy: key, id: Self.id)
            let document = try MetadataDocument(signed, signedBy: key.certificate, at: MetadataText.now)
            #expect(document.entities == [entity])
            #expect(document.signature == .verified(digest: .sha256))
        }
    }

    @Test func theSameEntityGivesTheSameOctets() throws {
        let key = try Self.signingKey()
        for entity in try Self.entities() {
            #expect(try entity.document() == entity.document())
            let signed = try entity.document(signedBy: key, id: Self.id)
            #expect(try signed == entity.document(signedBy: key, id: Self.id))
        }
    }

    @Test func whatIsWrittenIsItsOwnCanonicalForm() throws {
        let key = try Self.signingKey()
        for entity in try Self.entities() {
            for bytes in [try entity.document(), try entity.document(signedBy: key, id: Self.id)] {
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(text.hasPrefix(Self.declaration))
                #expect(text.hasSuffix(">\n"))
                let body = Array(bytes.dropFirst(Self.declaration.utf8.count).dropLast())
                let root = try XMLDocument(parsing: bytes, limits: .metadata).root
                #expect(try CanonicalForm.exclusive(root) == body)
            }
        }
    }

    @Test func theXmlsec1CommandVerifiesIt() throws {
        let key = try Self.signingKey()
        for entity in try Self.entities() {
            let bytes = try entity.document(signedBy: key, id: Self.id)
            #expect(try xmlsec1(bytes, key.certificate) == 0)
            #expect(try xmlsec1(bytes, TestPKI.certificate(for: TestPKI.rsa2048)) != 0)
            #expect(try xmlsec1(Self.tampered(bytes), key.certificate) != 0)
        }
    }

    @Test func theSamlsignCommandVerifiesIt() throws {
        let key = try Self.signingKey()
        for entity in try Self.entities() {
            let bytes = try entity.document(signedBy: key, id: Self.id)
            #expect(try samlsign(bytes, key.certificate) == 0)
            #expect(try samlsign(bytes, TestPKI.certificate(for: TestPKI.rsa2048)) != 0)
            #expect(try samlsign(Self.tampered(bytes), key.certificate) != 0)
        }
    }

    @Test func theChildrenStandInTheOrderOfTheSchema() throws {
        let bytes = try Self.identityProvider().document(signedBy: Self.signingKey(), id: Self.id)
        let root = try XMLDocument(parsing: bytes, limits: .metadata).root
        #expect(
            root.children.map(\.localName) == ["Signature", "IDPSSODescriptor", "Organization", "ContactPerson"]
        )
        #expect(
            root.children[1].children.map(\.localName) == [
                "KeyDescriptor", "KeyDescriptor", "SingleLogoutService", "NameIDFormat", "SingleSignOnService",
                "SingleSignOnService",
            ]
        )
    }

    @Test(arguments: ["a\u{0}b", "a\u{8}b", "a\u{1B}b", "a\u{FFFE}b"])
    func aCharacterThatXMLForbidsIsRefused(_ name: String) throws {
        let entity = try Self.identityProvider(organization: name)
        #expect(throws: XMLError.self) { try entity.document() }
        #expect(throws: XMLError.self) { try entity.document(signedBy: Self.signingKey(), id: Self.id) }
    }

    @Test(arguments: [
        ("", "https://sp.test/acs", Int?(0), RefusalCode.metadataEntityID),
        (String(repeating: "a", count: 1025), "https://sp.test/acs", 0, .metadataEntityID),
        ("https://sp.test/", "http://sp.test/acs", 0, .metadataLocation),
        ("https://sp.test/", "javascript:alert(1)", 0, .metadataLocation),
        ("https://sp.test/", "https://sp.test/acs", nil, .schemaAttribute),
        ("https://sp.test/", "https://sp.test/acs", 65536, .schemaValue),
    ])
    func whatReadingWouldRefuseIsNotWritten(_ id: String, _ url: String, _ index: Int?, _ code: RefusalCode) throws {
        let entity = EntityDescriptor(
            entityID: id,
            spSSODescriptor: SPSSODescriptor(
                role: RoleDescriptor(keyDescriptors: []),
                authnRequestsSigned: false,
                wantAssertionsSigned: true,
                assertionConsumerServices: [Endpoint(binding: .httpPOST, location: url, index: index)]
            )
        )
        #expect(#expect(throws: Refusal.self) { try entity.document() }?.code == code)
        let key = try Self.signingKey()
        #expect(#expect(throws: Refusal.self) { try entity.document(signedBy: key, id: Self.id) }?.code == code)
    }

    @Test func anEntityWithoutARoleIsNotWritten() {
        let refusal = #expect(throws: Refusal.self) { try EntityDescriptor(entityID: "urn:a").document() }
        #expect(refusal?.code == .metadataNoRole)
    }

    private static func tampered(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        return Array(text.replacingFirst("nameid-format:transient", with: "nameid-format:persistent").utf8)
    }

    private func xmlsec1(_ bytes: [UInt8], _ certificate: Certificate) throws -> Int32 {
        try CommandLineTool.run(
            "xmlsec1",
            [
                "--verify", "--enabled-key-data", "rsa", "--id-attr:ID",
                "urn:oasis:names:tc:SAML:2.0:metadata:EntityDescriptor", "--pubkey-cert-pem", "certificate.pem",
                "metadata.xml",
            ],
            files: ["metadata.xml": bytes, "certificate.pem": certificate.pem]
        ).status
    }

    private func samlsign(_ bytes: [UInt8], _ certificate: Certificate) throws -> Int32 {
        try CommandLineTool.run(
            "samlsign",
            ["-f", "metadata.xml", "-c", "certificate.pem"],
            files: ["metadata.xml": bytes, "certificate.pem": certificate.pem]
        ).status
    }
}
