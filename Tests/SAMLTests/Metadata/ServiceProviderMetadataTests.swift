import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite struct ServiceProviderMetadataTests {
    @Test(arguments: ServiceProviderShape.all)
    func metadataOfOtherToolkitsIsRead(_ shape: ServiceProviderShape) throws {
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048, commonName: "sp.test")
        let document = try MetadataDocument(Array(shape.text(certificate.base64).utf8), at: MetadataText.now)
        #expect(document.signature == .none)
        let entity = try #require(document.entities.first)
        #expect(document.entities.count == 1)
        #expect(entity.entityID == shape.entityID)
        let provider = try #require(entity.spSSODescriptor)
        #expect(provider.signingCertificates == Array(repeating: certificate, count: shape.signingKeys))
        #expect(provider.signingKeys.map(\.publicKey) == provider.signingCertificates.map(\.publicKey))
        let service = try provider.assertionConsumerService(url: nil, index: nil, binding: nil)
        #expect(service.location == shape.assertionConsumerService)
        #expect(provider.role.nameIDFormats.allSatisfy { $0 == NameIDFormat.transient })
    }

    @Test(arguments: ServiceProviderShape.all)
    func whatWasReadIsWrittenAndReadBackEqual(_ shape: ServiceProviderShape) throws {
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048, commonName: "sp.test")
        let entity = try #require(
            MetadataDocument(Array(shape.text(certificate.base64).utf8), at: MetadataText.now).entities.first
        )
        let written = try entity.document()
        #expect(try MetadataDocument(written, at: MetadataText.now).entities == [entity])
    }

    @Test func aFederationOfThemIsReadInItsOrder() throws {
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048).base64
        let shapes = [ServiceProviderShape.lasso, .pysaml2, .shibboleth, .simpleSAMLphp]
        let text = MetadataText.list(
            shapes.map { $0.text(certificate).withoutDeclaration }.joined(),
            attributes: " Name=\"urn:test:federation\""
        ).replacingFirst("<!-- Made for the tests. Keep this comment: real files begin with one. -->", with: "")
        let document = try MetadataDocument(Array(text.utf8), at: MetadataText.now)
        #expect(document.entities.map(\.entityID) == shapes.map(\.entityID))
    }

    @Test func anEntityWithOtherRolesOnlyIsReadAndHasNone() throws {
        let text =
            "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"urn:a\">"
            + "<AttributeAuthorityDescriptor/></EntityDescriptor>"
        let entity = try #require(MetadataDocument(Array(text.utf8), at: MetadataText.now).entities.first)
        #expect(entity.spSSODescriptor == nil)
        #expect(entity.idpSSODescriptor == nil)
    }

    @Test func contactsAreReadWithoutTheScheme() throws {
        let certificate = try TestPKI.certificate(for: TestPKI.rsa2048).base64
        let text = ServiceProviderShape.simpleSAMLphp.text(certificate)
        let entity = try #require(MetadataDocument(Array(text.utf8), at: MetadataText.now).entities.first)
        #expect(entity.validUntil == Instant(xsDateTime: "2030-01-01T00:00:00Z"))
        #expect(
            entity.contactPersons == [
                ContactPerson(type: .technical, givenName: "Administrator", emailAddress: "admin@ssp.test")
            ]
        )
    }
}
