import SAML
import XMLSecurity

extension IdentityProvider {
    /// The name that a customer has at an SP; `nil` when it cannot be made of what is known.
    func nameID(of customer: Customer, at serviceProvider: ServiceProvider) -> NameID? {
        let source = serviceProvider.settings.nameID
        let value: String? =
            switch source {
            case .transient: MessageID.fresh(from: randomness)
            case .persistent: pairwiseKey?.identifier(of: customer, at: serviceProvider.entityID)
            case .email: customer.email.flatMap { $0.isEmpty || !CanonicalWriter.canCarry($0) ? nil : $0 }
            }
        // An address means the same everywhere: it has no qualifiers (saml-core 8.3.2).
        let isQualified = source != .email
        return value.map {
            NameID(
                value: $0,
                format: source.format,
                nameQualifier: isQualified ? settings.entityID : nil,
                spNameQualifier: isQualified ? serviceProvider.entityID : nil
            )
        }
    }
}
