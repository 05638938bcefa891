import SAML
import TestSupport
import Testing
import XMLSecurity

@Suite("What differs between two metadata files")
struct MetadataDiffTests {
    /// An edit of the good document, and the one difference that it makes.
    struct Edit: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let old: String
        let new: String
        let kinds: [MetadataChange.Kind]

        init(_ subject: String, _ old: String, _ new: String, _ kinds: MetadataChange.Kind...) {
            testDescription = subject
            self.old = old
            self.new = new
            self.kinds = kinds
        }

        static let all: [Edit] = [
            Edit("entityID", "https://idp.example.com/saml", "https://idp.example.com/", .changed),
            Edit("validUntil", "2099-01-01T00:00:00Z", "2098-01-01T00:00:00Z", .changed),
            Edit("validUntil", " validUntil=\"2099-01-01T00:00:00Z\"", "", .removed),
            Edit("ContactPerson", "Gate", "Keeper", .removed, .added),
            Edit("IDPSSODescriptor WantAuthnRequestsSigned", "Signed=\"true\"", "Signed=\"false\"", .changed),
            Edit("IDPSSODescriptor errorURL", "com/help", "com/error", .changed),
            Edit("IDPSSODescriptor NameIDFormat", "format:transient", "format:persistent", .changed),
            Edit(
                "IDPSSODescriptor key",
                MetadataSample.certificate.base64,
                MetadataSample.otherCertificate.base64,
                .removed,
                .added
            ),
            Edit("IDPSSODescriptor key", "use=\"signing\"", "", .removed, .added),
            Edit("SingleSignOnService", "com/sso", "com/sso2", .changed),
            Edit("SingleLogoutService", "bindings:HTTP-POST", "bindings:SOAP", .removed, .added),
        ]
    }

    private static func entities(_ text: String) throws -> [EntityDescriptor] {
        try MetadataDocument(Array(text.utf8), at: MetadataSample.now).entities
    }

    @Test("Each difference is told once, in both languages", arguments: Edit.all)
    func edits(edit: Edit) throws {
        let before = MetadataSample.identityProvider
        let after = before.replacing(edit.old, with: edit.new, maxReplacements: 1)
        try #require(before != after)
        let changes = MetadataDiff(from: try Self.entities(before), to: try Self.entities(after)).changes
        #expect(changes.map(\.kind) == edit.kinds)
        #expect(changes.allSatisfy { $0.subject == edit.testDescription })
        #expect(changes.allSatisfy { !$0.sentence.en.isEmpty && $0.sentence.en != $0.sentence.zh })
    }

    @Test("Prefixes, line ends and comments are no difference")
    func same() throws {
        let before = MetadataSample.identityProvider
        let after = before.replacing("md:", with: "m:").replacing(":md=", with: ":m=").replacing("\n", with: "\n\n")
            .replacing("<ds:KeyInfo>", with: "<!-- key --><ds:KeyInfo>")
        #expect(MetadataDiff(from: try Self.entities(before), to: try Self.entities(after)).changes.isEmpty)
    }

    @Test("A role or an entity that came or went is one difference")
    func roles() throws {
        let idp = try Self.entities(MetadataSample.identityProvider)
        let sp = try Self.entities(MetadataSample.serviceProvider)
        let exchanged = MetadataDiff(from: idp, to: sp).changes
        #expect(exchanged.filter { $0.subject == "role" }.map(\.kind) == [.removed, .added])
        #expect(MetadataDiff(from: idp, to: idp + sp).changes.map(\.kind) == [.added])
        #expect(MetadataDiff(from: idp + sp, to: sp).changes.map(\.old) == ["https://idp.example.com/saml"])
    }
}
