import XMLSecurity

/// Where a role is reached, and by which binding (saml-metadata 2.2.2, 2.2.3).
public struct Endpoint: Hashable, Sendable {
    /// The binding's URI; bindings that this program does not speak are kept.
    public let binding: String
    /// The address.
    public let location: String
    /// Where responses go when that is another address.
    public let responseLocation: String?
    /// The number, for endpoints that have one.
    public let index: Int?
    /// Whether it is the default of its kind; `nil` when not said.
    public let isDefault: Bool?

    /// Makes an endpoint.
    public init(
        binding: Binding,
        location: String,
        responseLocation: String? = nil,
        index: Int? = nil,
        isDefault: Bool? = nil
    ) {
        self.binding = binding.rawValue
        self.location = location
        self.responseLocation = responseLocation
        self.index = index
        self.isDefault = isDefault
    }

    init(decoding element: XMLElement, indexed: Bool = false) throws(Refusal) {
        binding = try element.required("Binding")
        location = try element.required("Location")
        responseLocation = element.attribute("ResponseLocation")
        index = try element.index("index")
        isDefault = try element.boolean("isDefault")
        guard !indexed || index != nil else {
            throw Refusal(.schemaAttribute, at: element, expected: "the attribute index")
        }
        if let (address, fault) = unusableAddress {
            throw Refusal(.metadataLocation, at: element, expected: fault, found: address)
        }
    }

    private var unusableAddress: (address: String, fault: String)? {
        for address in [location, responseLocation].compactMap({ $0 }) {
            if let fault = Location.fault(of: address) { return (address, fault) }
        }
        return nil
    }

    /// The rules of reading, for what is about to be written.
    func requireWritable(indexed: Bool = false) throws(Refusal) {
        if let (address, fault) = unusableAddress {
            throw Refusal(.metadataLocation, expected: fault, found: address)
        }
        guard !indexed || index != nil else { throw Refusal(.schemaAttribute, expected: "the attribute index") }
        guard index.map({ UInt16(exactly: $0) != nil }) ?? true else {
            throw Refusal(.schemaValue, expected: "an index from 0 to 65535", found: index.map(String.init))
        }
    }

    func write(_ name: XMLName, to writer: inout CanonicalWriter) {
        var attributes = [XMLAttribute("Binding", binding), XMLAttribute("Location", location)]
        if let responseLocation { attributes.append(XMLAttribute("ResponseLocation", responseLocation)) }
        if let index { attributes.append(XMLAttribute("index", String(index))) }
        if let isDefault { attributes.append(XMLAttribute("isDefault", isDefault ? "true" : "false")) }
        writer.element(MD.written(name), attributes)
    }
}
