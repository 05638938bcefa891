import TestSupport
import Testing
import XMLSecurity

/// XSW1 to XSW9 (Somorovsky 2012) at the level of signatures: whoever asks for the evil element gets a refusal, and
/// whatever verifies in the document, no evil is among the octets.
@Suite("Signature wrapping")
struct SignatureWrappingTests {
    struct Shape: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// Where the evil element stands.
        let evil: [Int]
        let code: SignatureFailure.Code
        let document: @Sendable () -> String

        init(
            _ name: String,
            evil: [Int] = [],
            _ code: SignatureFailure.Code,
            _ document: @escaping @Sendable () -> String
        ) {
            self.testDescription = name
            self.evil = evil
            self.code = code
            self.document = document
        }
    }

    private static let good = SignatureRefusalTests.good
    private static let signature = SignatureRefusalTests.element(good, "ds:Signature")
    /// The original content without its signature.
    private static let bare = good.replacing(signature, with: "")
    private static func evil(_ text: String, id: String = "_evil") -> String {
        text.replacing("honest", with: "evil").replacing(
            "Message xmlns:t=\"urn:test\" ID=\"_1\"",
            with: "Message xmlns:t=\"urn:test\" ID=\"\(id)\""
        )
    }
    private static func inside(_ outer: String, _ marker: String, _ inner: String) -> String {
        outer.replacing(marker, with: inner + marker)
    }
    private static func response(_ content: String) -> String {
        "<r:Response xmlns:r=\"urn:r\">\(content)</r:Response>"
    }

    static let shapes: [Shape] = [
        Shape("XSW1: the original inside the signature of an evil root", .structure) {
            inside(evil(good), "</ds:Signature>", bare)
        },
        Shape("XSW2: the original in front of the signature", .position) {
            evil(good).replacing("<ds:Signature ", with: bare + "<ds:Signature ")
        },
        Shape("XSW3: an evil element before the signed one", evil: [0], .missing) { response(evil(bare) + good) },
        Shape("XSW3 with the signed one's ID", evil: [0], .missing) { response(evil(bare, id: "_1") + good) },
        Shape("XSW4: an evil element around the signed one", evil: [0], .missing) {
            response(inside(evil(bare), "</t:Message>", good))
        },
        Shape("XSW5: an evil element keeps the signature, the original behind it", evil: [0], .referenceURI) {
            response(evil(good) + bare)
        },
        Shape("XSW5 with the original's ID", evil: [0], .identifier) { response(evil(good, id: "_1") + bare) },
        Shape("XSW5 with the original's ID, in front", evil: [1], .identifier) {
            response(bare + evil(good, id: "_1"))
        },
        Shape("XSW6: the original inside the evil one's signature", evil: [0], .structure) {
            response(inside(evil(good), "</ds:Signature>", bare))
        },
        Shape("XSW7: an evil element of the same ID in Extensions", evil: [0, 0], .missing) {
            response("<r:Extensions>\(evil(bare, id: "_1"))</r:Extensions>" + good)
        },
        Shape("XSW8: the original in ds:Object", evil: [0], .structure) {
            response(inside(evil(good), "</ds:Signature>", "<ds:Object>\(bare)</ds:Object>"))
        },
        Shape("XSW9: a second SignedInfo for the evil element", evil: [], .structure) {
            let info = SignatureRefusalTests.element(good, "ds:SignedInfo")
            return evil(good).replacing(info, with: info + info.replacing("#_1", with: "#_evil"))
        },
        Shape("the original in KeyInfo", .referenceURI) { inside(evil(good), "</ds:KeyInfo>", bare) },
        Shape("the original in KeyInfo, with its ID", .identifier) {
            inside(evil(good, id: "_1"), "</ds:KeyInfo>", bare)
        },
        Shape("the signature of the original moved to an evil parent of its own ID", evil: [], .referenceURI) {
            evil(bare).replacing("</t:Issuer>", with: "</t:Issuer>" + signature)
                .replacing("</t:Message>", with: bare + "</t:Message>")
        },
        Shape("the signature of an inner element lifted to the root", evil: [], .referenceURI) {
            "<t:Message xmlns:t=\"urn:test\" ID=\"_evil\"><t:Issuer>sp</t:Issuer>\(signature)<t:X>evil</t:X>\(bare)</t:Message>"
        },
    ]

    @Test("the evil element is refused, and no evil is ever among the octets that verified", arguments: shapes)
    func wrapping(shape: Shape) throws {
        let bytes = Array(shape.document().utf8)
        let keys = SignatureRefusalTests.keys
        #expect(String(decoding: bytes, as: UTF8.self).contains("evil"))
        #expect(try failure(bytes, at: shape.evil, keys: keys)?.code == shape.code)
        func visit(_ path: [Int]) throws {
            // A document for each try, as a caller has it.
            var element = try XMLDocument(parsing: bytes, limits: .message).root
            for step in path { element = element.children[step] }
            for index in element.children.indices { try visit(path + [index]) }
            guard let signed = try? SignatureVerifier.verify(element, keys: keys, policy: .strict) else { return }
            #expect(String(decoding: signed.bytes, as: UTF8.self) == Self.bare)
        }
        try visit([])
    }

    @Test("the original verifies beside an evil sibling, and gives its own octets only")
    func sibling() throws {
        let document = Array(Self.response(Self.evil(Self.bare) + Self.good).utf8)
        let root = try XMLDocument(parsing: document, limits: .message).root
        let signed = try SignatureVerifier.verify(root.children[1], keys: SignatureRefusalTests.keys, policy: .strict)
        #expect(String(decoding: signed.bytes, as: UTF8.self) == Self.bare)
    }
}
