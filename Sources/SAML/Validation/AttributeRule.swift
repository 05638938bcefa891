/// Each attribute stands once under its name and format; of two, one reader would take the first and another the last
/// (saml-core 2.7.3.1).
enum AttributeRule {
    static func judge(_ attributes: [Attribute]) throws(Refusal) {
        struct Key: Hashable {
            let name: String
            let format: String?
        }
        var seen: Set<Key> = []
        for attribute in attributes {
            // Unspecified is what is meant when nothing is said (saml-core 8.2.1).
            let format = attribute.nameFormat == Attribute.unspecifiedFormat ? nil : attribute.nameFormat
            guard seen.insert(Key(name: attribute.name, format: format)).inserted else {
                throw Refusal(
                    .attributeDuplicate,
                    xpath: AssertionPath.assertion + "/saml:AttributeStatement",
                    expected: "each attribute once",
                    found: attribute.name
                )
            }
        }
    }
}
