import SAML
import XMLSecurity

/// A document as a naive reader walks it.
struct WeakDocument {
    static let dsig: StaticString = "http://www.w3.org/2000/09/xmldsig#"
    static let saml: StaticString = "urn:oasis:names:tc:SAML:2.0:assertion"
    static let samlp: StaticString = "urn:oasis:names:tc:SAML:2.0:protocol"

    let root: XMLElement
    let all: [XMLElement]

    init(_ octets: [UInt8]) throws {
        self.init(try XMLDocument(parsing: octets, limits: .metadata).root)
    }

    init(_ root: XMLElement) {
        self.root = root
        all = Self.below(root)
    }

    static func below(_ element: XMLElement) -> [XMLElement] {
        [element] + element.children.flatMap(below)
    }

    func all(_ name: XMLName) -> [XMLElement] { all.filter { $0.is(name) } }

    func with(id: String) -> [XMLElement] { all.filter { $0.attribute("ID") == id } }

    /// The canonical form of an element with a signature and the elements that a predicate names taken out.
    static func octets(
        _ element: XMLElement,
        without signature: XMLElement,
        and isLeftOut: (XMLElement) -> Bool = { _ in false }
    ) throws -> [UInt8] {
        var text = String(decoding: try CanonicalForm.exclusive(element), as: UTF8.self)
        for part in [signature] + below(element).filter(isLeftOut) {
            let part = String(decoding: try CanonicalForm.exclusive(part), as: UTF8.self)
            if let range = text.firstRange(of: part) { text.removeSubrange(range) }
        }
        return Array(text.utf8)
    }
}

func dsig(_ name: StaticString) -> XMLName { XMLName(WeakDocument.dsig, name) }
func saml(_ name: StaticString) -> XMLName { XMLName(WeakDocument.saml, name) }
func samlp(_ name: StaticString) -> XMLName { XMLName(WeakDocument.samlp, name) }

extension XMLElement {
    /// A child, a child of it, and so on.
    func at(_ path: XMLName...) -> XMLElement? {
        path.reduce(Optional(self)) { $0?.child($1) }
    }
}

/// A reader's "no".
struct Refused: Error, CustomStringConvertible {
    let description: String
    init(_ why: String) { description = why }
}
