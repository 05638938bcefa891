import XMLSecurity

// How the schema types of SAML's attributes and elements are read; a value that is not of its type refuses the message.
extension XMLElement {
    /// An attribute that must be there and not be blank (saml-core 1.3.1).
    func required(_ name: StaticString) throws(Refusal) -> String {
        guard let value = attribute(name), value.contains(where: { !$0.isWhitespace }) else {
            throw Refusal(.schemaAttribute, at: self, expected: "the attribute \(name)")
        }
        return value
    }

    /// The attribute `ID` of a message or an assertion (saml-core 1.3.4).
    func identifier() throws(Refusal) -> String {
        let id = try required("ID")
        guard NCName.holds(id) else {
            let expected = "an ID that begins with a letter or _, of at most \(NCName.longest) octets"
            throw Refusal(.schemaValue, at: self, expected: expected, found: id)
        }
        return id
    }

    /// An `xs:boolean`, `nil` when absent.
    func boolean(_ name: StaticString) throws(Refusal) -> Bool? {
        switch attribute(name) {
        case nil: return nil
        case "true", "1": return true
        case "false", "0": return false
        case let found: throw Refusal(.schemaValue, at: self, expected: "true or false in \(name)", found: found)
        }
    }

    /// An `xs:unsignedShort` such as an endpoint's index, `nil` when absent.
    func index(_ name: StaticString) throws(Refusal) -> Int? {
        guard let text = attribute(name) else { return nil }
        guard let value = UInt16(text) else {
            throw Refusal(.schemaValue, at: self, expected: "a number from 0 to 65535 in \(name)", found: text)
        }
        return Int(value)
    }

    /// An `xs:dateTime` in UTC (saml-core 1.3.3), `nil` when absent.
    func instant(_ name: StaticString) throws(Refusal) -> Instant? {
        guard let text = attribute(name) else { return nil }
        guard let instant = Instant(xsDateTime: text) else {
            throw Refusal(
                .schemaTime,
                at: self,
                expected: "a time in UTC such as 2026-11-23T05:57:28Z in \(name)",
                found: text
            )
        }
        return instant
    }

    /// A time that must be there.
    func requiredInstant(_ name: StaticString) throws(Refusal) -> Instant {
        _ = try required(name)
        guard let instant = try instant(name) else { throw Refusal(.schemaAttribute, at: self, expected: "\(name)") }
        return instant
    }

    /// A child that must be there.
    func required(child name: XMLName) throws(Refusal) -> XMLElement {
        guard let child = child(name) else {
            throw Refusal(.schemaElement, at: self, expected: "the element \(name.local)")
        }
        return child
    }

    /// Refuses a second child of a name that the schema allows once; two readers would read two values.
    func requireAtMostOne(_ names: XMLName...) throws(Refusal) {
        for name in names {
            let found = children(name)
            guard found.count <= 1 else {
                throw Refusal(
                    .structureDuplicate,
                    at: found[1],
                    expected: "at most one \(name.local)",
                    found: "\(found.count)"
                )
            }
        }
    }

    /// The `Issuer`: not blank, and of no format but entity (saml-profiles 4.1.4.1, saml-core 8.3.6).
    func issuer() throws(Refusal) -> String? {
        guard let element = child(SAMLA.issuer) else { return nil }
        let format = element.attribute("Format") ?? NameIDFormat.entity
        guard format == NameIDFormat.entity else {
            throw Refusal(.issuerFormat, at: element, expected: NameIDFormat.entity, found: format)
        }
        let value = element.text
        guard !value.isEmpty, value.utf8.count <= longestEntityID else {
            throw Refusal(
                .issuerMissing,
                at: element,
                expected: "an entity id of 1 to \(longestEntityID) octets",
                found: value
            )
        }
        return value
    }
}

/// saml-core 8.3.6.
let longestEntityID = 1024

extension Refusal {
    /// A refusal with the place of an element.
    init(_ code: RefusalCode, at element: XMLElement, expected: String? = nil, found: String? = nil) {
        self.init(code, xpath: element.xpath, line: element.line, expected: expected, found: found)
    }
}
