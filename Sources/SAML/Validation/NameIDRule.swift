/// The name identifier keeps the rules of its format (saml-core 8.3).
enum NameIDRule {
    /// saml-core 8.3.7, 8.3.8.
    private static let longest = 256

    static func judge(_ nameID: NameID?, _ expectations: ResponseExpectations) throws(Refusal) {
        guard let nameID else { return }
        switch nameID.format {
        case NameIDFormat.transient:
            try requireShort(nameID)
            try requireQualifiers(nameID, expectations)
        case NameIDFormat.persistent:
            try requireShort(nameID)
            try requireQualifiers(nameID, expectations)
        case NameIDFormat.emailAddress:
            try requireAddress(nameID.value)
        case NameIDFormat.entity:
            // saml-core 8.3.6: an entity is no principal that signs in, and has no qualifiers.
            throw refusal(.nameIDFormat, expected: "the identifier of a person", found: NameIDFormat.entity)
        default: break
        }
    }

    private static func requireShort(_ nameID: NameID) throws(Refusal) {
        let length = nameID.value.unicodeScalars.count
        guard length <= longest else {
            throw refusal(.nameIDFormat, expected: "at most \(longest) characters", found: "\(length)")
        }
    }

    // saml-core 8.3.7: the qualifiers, when given, are the identity provider's and the SP's. Metadata may put the SP into
    // an affiliation; none is known here.
    private static func requireQualifiers(
        _ nameID: NameID,
        _ expectations: ResponseExpectations
    ) throws(Refusal) {
        // HUAWEI CLOUD's preset names the SP in NameQualifier, as its documentation shows; both are ours to accept.
        let known = [expectations.identityProvider, expectations.serviceProvider]
        if let qualifier = nameID.nameQualifier, !known.contains(qualifier) {
            throw refusal(.nameIDFormat, expected: known[0], found: qualifier)
        }
        if let qualifier = nameID.spNameQualifier, qualifier != expectations.serviceProvider {
            throw refusal(.nameIDFormat, expected: expectations.serviceProvider, found: qualifier)
        }
    }

    // saml-core 8.3.2: an addr-spec; no display name, no comment, nothing invisible.
    private static func requireAddress(_ value: String) throws(Refusal) {
        let parts = value.split(separator: "@", omittingEmptySubsequences: false)
        let holds =
            parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && value.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value != 0x7F && !"<>(),;".unicodeScalars.contains($0)
            }
        guard holds else { throw refusal(.nameIDFormat, expected: "name@domain", found: "another text") }
    }

    private static func refusal(_ code: RefusalCode, expected: String, found: String) -> Refusal {
        Refusal(code, xpath: AssertionPath.subject + "/saml:NameID", expected: expected, found: found)
    }
}
