import IdentityProvider
import SAML
import XMLSecurity

/// An input made to cost its reader more than its sender.
struct HostileInput {
    /// What it does, in a few words.
    let name: String
    /// Gives it to the reader that it is made for; the code of the refusal.
    let refusal: () -> String?

    /// Everything that grows faster than its size in a careless reader, in what `signOn` answers.
    static func all(_ signOn: SignOn, _ response: SignedResponse) throws -> [HostileInput] {
        let text = String(decoding: response.xml, as: UTF8.self)
        return whole(signOn) + bodies() + signatures(signOn, text) + contents(signOn, text) + metadata()
    }

    private static func whole(_ signOn: SignOn) -> [HostileInput] {
        let laughs = (1..<10).map { "<!ENTITY l\($0) \"\(repeated("&l\($0 - 1);", 10))\">" }.joined()
        return [
            ("a text of 20 MB", "<a>" + repeated("x", 20 << 20) + "</a>"),
            ("an attribute of 20 MB", "<a b=\"" + repeated("x", 20 << 20) + "\"/>"),
            ("a billion laughs", "<!DOCTYPE a [<!ENTITY l0 \"ha\">\(laughs)]><a>&l9;</a>"),
            ("100,000 elements, one in the other", repeated("<a>", 100_000)),
            ("60,000 elements side by side", "<a>" + repeated("<b/>", 60_000) + "</a>"),
            ("20,000 attributes", "<a " + (0..<20_000).map { "a\($0)=''" }.joined(separator: " ") + "/>"),
            ("9,000 prefixes", "<a " + (0..<9_000).map { "xmlns:n\($0)='urn:\($0)'" }.joined(separator: " ") + "/>"),
        ].map { name, text in HostileInput(name: name) { signOn.refusal(of: Array(text.utf8)) } }
    }

    private static func bodies() -> [HostileInput] {
        func bomb(_ megabytes: Int) -> String {
            let zeros = [UInt8](repeating: 0x41, count: megabytes << 20)
            return PercentEncoding.encode(Base64.encode(Deflate.deflate(zeros)))
        }
        let post = Array("SAMLResponse=\(bomb(1024))".utf8)
        let query = Array("SAMLRequest=\(bomb(8))".utf8)
        let escapes = Array("SAMLRequest=\(repeated("%41", 20_000))".utf8)
        let fields = Array(repeated("a=b&", 20_000).utf8)
        return [
            HostileInput(name: "a DEFLATE bomb of 1 GB in a POST") {
                code { () throws(Refusal) in try InboundMessage.post(body: post).decode(.response) }
            },
            HostileInput(name: "a DEFLATE bomb in a query") {
                code { () throws(Refusal) in try InboundMessage.redirect(query: query).decode(.request) }
            },
            HostileInput(name: "60 KB of escapes in a query") {
                code { () throws(Refusal) in try InboundMessage.redirect(query: escapes).decode(.request) }
            },
            HostileInput(name: "20,000 fields in a form") {
                code { () throws(Refusal) in try InboundMessage.post(body: fields).decode(.response) }
            },
        ]
    }

    private static func signatures(_ signOn: SignOn, _ text: String) -> [HostileInput] {
        let reference = part(text, "<ds:Reference", "</ds:Reference>")
        let transform = part(text, "<ds:Transform Algorithm", "</ds:Transforms>").replacing(
            "</ds:Transforms>",
            with: ""
        )
        let signature = part(text, "<ds:Signature ", "</ds:Signature>")
        let value = part(text, "<ds:SignatureValue>", "</ds:SignatureValue>")
        let certificate = part(text, "<ds:X509Certificate>", "</ds:X509Certificate>")
        let prefixes = (0..<9_000).map { "p\($0)" }.joined(separator: " ")
        let inclusive =
            "<ec:InclusiveNamespaces xmlns:ec=\"http://www.w3.org/2001/10/xml-exc-c14n#\" PrefixList=\"\(prefixes)\"/>"
        return [
            ("200 references in the signature", reference, repeated(reference, 200)),
            ("200 transforms", transform, repeated(transform, 200)),
            ("100 signatures", signature, repeated(signature, 100)),
            ("a signature value of 60 KB", value, "<ds:SignatureValue>\(repeated("QUJD", 15_000))</ds:SignatureValue>"),
            ("150 certificates in KeyInfo", certificate, repeated(certificate, 150)),
            ("9,000 prefixes in InclusiveNamespaces", "</ds:Transforms>", inclusive + "</ds:Transforms>"),
        ].map { name, old, new in changed(signOn, name, text, old, new) }
    }

    private static func contents(_ signOn: SignOn, _ text: String) -> [HostileInput] {
        let assertion = part(text, "<saml:Assertion ", "</saml:Assertion>")
        let statement = "</saml:AttributeStatement>"
        let declarations = (0..<60).map { " xmlns:n\($0)=\"urn:\($0)\"" }.joined()
        let value = "<saml:AttributeValue xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">"
        let deep = (0..<40).map { "<x:a\(declarations) xmlns:x=\"urn:x\($0)\">" }.joined() + repeated("</x:a>", 40)
        let key = "<xenc:EncryptedKey xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\"/>"
        let sealed = "<saml:EncryptedAssertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">"
        return [
            ("30 assertions", assertion, repeated(assertion, 30)),
            ("60 prefixes on each of 40 levels", statement, value + deep + "</saml:AttributeValue>" + statement),
            ("1,800 values", statement, repeated(value + "x</saml:AttributeValue>", 1_800) + statement),
            ("60 KB of white space", statement, repeated(" ", 60_000) + statement),
            ("20,000 comments", statement, repeated("<!---->", 20_000) + statement),
            ("500 encrypted keys", assertion, sealed + repeated(key, 500) + "</saml:EncryptedAssertion>"),
        ].map { name, old, new in changed(signOn, name, text, old, new) }
    }

    private static func metadata() -> [HostileInput] {
        let open = "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
        let nested = Array((repeated(open, 60) + repeated("</md:EntitiesDescriptor>", 60)).utf8)
        let garbage = Array((open + repeated("<x/>", 500_000) + "</md:EntitiesDescriptor>").utf8)
        return [("metadata nested 60 deep", nested), ("2 MB of small elements as metadata", garbage)].map {
            name,
            bytes in
            HostileInput(name: name) {
                code { () throws(Refusal) in try MetadataDocument(bytes, at: SignOn.usualTime) }
            }
        }
    }

    private static func changed(
        _ signOn: SignOn,
        _ name: String,
        _ text: String,
        _ old: String,
        _ new: String
    ) -> HostileInput {
        precondition(text.contains(old), "\(name) cannot be made")
        let bytes = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
        return HostileInput(name: name) { signOn.refusal(of: bytes) }
    }

    private static func code<Value>(_ body: () throws(Refusal) -> Value) -> String? {
        do {
            _ = try body()
            return nil
        } catch {
            return error.code.id
        }
    }

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private static func part(_ text: String, _ start: String, _ end: String) -> String {
        guard let first = text.firstRange(of: start), let last = text[first.upperBound...].firstRange(of: end) else {
            preconditionFailure("the response has no \(start)")
        }
        return String(text[first.lowerBound..<last.upperBound])
    }
}
