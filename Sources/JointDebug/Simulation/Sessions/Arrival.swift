import SAML
import XMLSecurity

/// A customer whose assertion was taken.
struct Arrival: Sendable {
    let platformID: String
    let requestID: String
    let service: String
    let user: String
    let account: String
    let attributes: [Attribute]
    let nameID: NameID?
    let sessionIndex: String?
    let at: Instant

    func value(_ name: String) -> String? {
        attributes.first { $0.name == name }?.values.first
    }
}
