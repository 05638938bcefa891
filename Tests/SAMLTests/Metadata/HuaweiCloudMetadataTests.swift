import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite struct HuaweiCloudMetadataTests {
    let now = Instant(seconds: 1_795_000_000)

    @Test func theSignedFileImportsUnderTheNamedExceptionAndSaysSo() throws {
        let bytes = try HuaweiCloudShape.published.get()
        let certificate = try HuaweiCloudShape.certificate()
        let document = try MetadataDocument(bytes, signedBy: certificate, at: now)
        #expect(document.signature == .verified(digest: .sha1))
        #expect(document.warnings == [.sha1Digest])
        #expect(document.warnings.map(\.rawValue) == ["metadata-sha1-digest"])
        #expect(document.sha256 == Digest.sha256(bytes))
        try expectTheValues(of: document)
    }

    @Test func theUnsignedFileImportsWithoutACertificate() throws {
        let document = try MetadataDocument(Array(HuaweiCloudShape.document().utf8), at: now)
        #expect(document.signature == .none)
        #expect(document.warnings == [.unsigned])
        try expectTheValues(of: document)
    }

    @Test func aSignatureThatNobodyCheckedIsAWarning() throws {
        let document = try MetadataDocument(HuaweiCloudShape.published.get(), at: now)
        #expect(document.signature == .unchecked)
        #expect(document.warnings == [.signatureUnchecked])
        try expectTheValues(of: document)
    }

    @Test func aSHA256DigestNeedsNoException() throws {
        let bytes = try HuaweiCloudShape.signed(digest: "http://www.w3.org/2001/04/xmlenc#sha256")
        let document = try MetadataDocument(bytes, signedBy: HuaweiCloudShape.certificate(), at: now)
        #expect(document.signature == .verified(digest: .sha256))
        #expect(document.warnings.isEmpty)
    }

    @Test func theExceptionDoesNotReachTheSignatureMethod() throws {
        let bytes = try HuaweiCloudShape.signed(method: "http://www.w3.org/2000/09/xmldsig#rsa-sha1")
        #expect(try refusal(bytes, HuaweiCloudShape.certificate()) == .algorithmSignature)
    }

    @Test(arguments: [
        ("SAMLAssertionConsumer\"", "SAMLAssertionConsumeR\"", RefusalCode.referenceMismatch),
        ("WantAssertionsSigned=\"true\"", "WantAssertionsSigned=\"false\"", .referenceMismatch),
        ("entityID=\"https://auth.huaweicloud.com/\"", "entityID=\"https://auth.huaweicloud.com\"", .referenceMismatch),
        ("#\(HuaweiCloudShape.id)\"", "\"", .referenceURI),
        ("<ds:DigestValue>", "<ds:DigestValue>AAAA", .referenceMismatch),
        ("<ds:SignedInfo>", "<ds:SignedInfo><!---->", .signatureStructure),
    ])
    func aChangedFileIsRefused(_ original: String, _ changed: String, _ code: RefusalCode) throws {
        let text = String(decoding: try HuaweiCloudShape.published.get(), as: UTF8.self)
        let tampered = text.replacingFirst(original, with: changed)
        try #require(tampered != text)
        #expect(try refusal(Array(tampered.utf8), HuaweiCloudShape.certificate()) == code)
    }

    @Test func anotherKeyIsRefusedThoughTheFileCarriesItsOwnCertificate() throws {
        let stranger = try TestPKI.certificate(for: TestPKI.rsa2048)
        #expect(try refusal(HuaweiCloudShape.published.get(), stranger) == .signatureMismatch)
    }

    @Test func anUnsignedFileIsRefusedWhenASignerIsNamed() throws {
        let bytes = Array(try HuaweiCloudShape.document().utf8)
        #expect(try refusal(bytes, HuaweiCloudShape.certificate()) == .signatureMissing)
    }

    @Test func aSignedEntityInsideAnUnsignedListProvesNothingAboutTheList() throws {
        let signed = String(decoding: try HuaweiCloudShape.published.get(), as: UTF8.self).withoutDeclaration
        let wrapped =
            "<EntitiesDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\">\(signed)</EntitiesDescriptor>"
        #expect(try refusal(Array(wrapped.utf8), HuaweiCloudShape.certificate()) == .signatureMissing)
    }

    @Test func whatIsReadIsWhatWasSigned() throws {
        // Canonical octets have no comments: this file still verifies, and its text is read whole.
        let text = String(decoding: try HuaweiCloudShape.published.get(), as: UTF8.self)
        let commented = text.replacingFirst("nameid-format:transient", with: "nameid-format:<!-- -->transient")
        try #require(commented != text)
        let document = try MetadataDocument(
            Array(commented.utf8),
            signedBy: HuaweiCloudShape.certificate(),
            at: now
        )
        try expectTheValues(of: document)
    }

    private func refusal(_ bytes: [UInt8], _ certificate: Certificate) throws -> RefusalCode? {
        #expect(throws: Refusal.self) { try MetadataDocument(bytes, signedBy: certificate, at: now) }?.code
    }

    private func expectTheValues(of document: MetadataDocument) throws {
        let entity = try #require(document.entities.first)
        #expect(document.entities.count == 1)
        #expect(entity.entityID == HuaweiCloudShape.entityID)
        #expect(entity.idpSSODescriptor == nil)
        let provider = try #require(entity.spSSODescriptor)
        #expect(provider.authnRequestsSigned)
        #expect(provider.wantAssertionsSigned)
        #expect(provider.role.keyDescriptors.map(\.use) == [.signing, .encryption])
        #expect(try provider.signingCertificates == [HuaweiCloudShape.certificate()])
        #expect(provider.signingKeys.map(\.publicKey.algorithm) == [.rsa(bits: 4096)])
        #expect(provider.role.nameIDFormats == [NameIDFormat.transient])
        #expect(provider.role.artifactResolutionServices.map(\.index) == [0])
        #expect(provider.role.manageNameIDServices.map { $0.binding.suffix(4) } == ["POST", "rect", "SOAP"])
        #expect(
            provider.role.singleLogoutServices.map(\.responseLocation) == [
                HuaweiCloudShape.base + "LogoutServiceHTTPRedirectResponse",
                HuaweiCloudShape.base + "LogoutServiceHTTPPostResponse",
            ]
        )
        let service = try provider.assertionConsumerService(url: nil, index: nil, binding: nil)
        #expect(service.location == HuaweiCloudShape.base + "SAMLAssertionConsumer")
        #expect(service.index == 0)
        #expect(service.isDefault == true)
    }
}

extension String {
    /// The text without its XML declaration, to stand inside another document.
    var withoutDeclaration: String {
        guard hasPrefix("<?xml"), let end = firstIndex(of: ">") else { return self }
        return String(self[index(after: end)...])
    }

    func replacingFirst(_ part: String, with replacement: String) -> String {
        guard let range = firstRange(of: part) else { return self }
        return replacingCharacters(in: range, replacement)
    }

    private func replacingCharacters(in range: Range<String.Index>, _ replacement: String) -> String {
        var text = self
        text.replaceSubrange(range, with: replacement)
        return text
    }
}
