import Foundation
import TestSupport
import Testing
import XMLSecurity

@Suite("Every signed document holds for every peer", .ownThread)
struct PeerVerificationTests {
    @Test("libxml2's exclusive C14N gives the octets that were written", arguments: MessageShape.allCases)
    func canonical(shape: MessageShape) throws {
        let document = try shape.document()
        #expect(try CanonicalForm.exclusive(XMLDocument(parsing: document, limits: .message).root) == document)
    }

    @Test("libxmlsec1 verifies it in this process", arguments: MessageShape.allCases)
    func inProcess(shape: MessageShape) throws {
        let document = try XMLDocument(parsing: shape.document(), limits: .message)
        let keys = [VerificationKey(try MessageShape.certificate.get().publicKey)]
        let assertion = XMLName("urn:oasis:names:tc:SAML:2.0:assertion", "Assertion")
        for name in shape.elements {
            let isAssertion = name.hasSuffix(":Assertion")
            let element = try isAssertion ? #require(document.root.child(assertion)) : document.root
            let signed = try SignatureVerifier.verify(element, keys: keys, policy: .strict)
            #expect(signed.id == element.attribute("ID"))
        }
    }

    @Test("The xmlsec1 command verifies it with the pinned certificate", arguments: MessageShape.allCases)
    func command(shape: MessageShape) throws {
        let certificate = try MessageShape.certificate.get().pem
        for place in shape.elements.indices {
            try XMLSec1.verify(
                shape.document(),
                certificate: certificate,
                element: shape.elements[0],
                shape.elements.last ?? "",
                xpath: "(//*[local-name()='Signature'])[\(place + 1)]"
            )
        }
    }

    @Test("lxml computes the digests that stand in it", arguments: MessageShape.allCases)
    func lxml(shape: MessageShape) async throws {
        let xml = String(decoding: try shape.document(), as: UTF8.self)
        let answer = try await PeerPython.run("lxml_digest.py", ["xml": xml])
        let digests = try #require(answer["digests"] as? [[String: String]])
        #expect(digests.count == shape.elements.count)
        for digest in digests { #expect(digest["claimed"] == digest["computed"]) }
        #expect(answer["is_canonical"] as? Bool == true)
    }

    @Test(
        "samlsign verifies signed metadata",
        arguments: [MessageShape.identityProviderMetadata, .serviceProviderMetadata]
    )
    func samlsign(shape: MessageShape) throws {
        let files = ["metadata.xml": try shape.document(), "idp.pem": try MessageShape.certificate.get().pem]
        let outcome = try CommandLineTool.run("samlsign", ["-f", "metadata.xml", "-c", "idp.pem"], files: files)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }
}
