import SAML

/// The sign-in meets the context that is asked for (saml-core 3.3.2.2.1).
enum AuthnContextRule {
    private static let prefix = "urn:oasis:names:tc:SAML:2.0:ac:classes:"

    /// Weak to strong, as far as the classes of saml-authn-context can be ordered at all.
    ///
    /// A class that is not listed can only be met exactly.
    private static let order = [
        "unspecified", "InternetProtocol", "Password", "PasswordProtectedTransport", "MobileTwoFactorUnregistered",
        "MobileTwoFactorContract", "TimeSyncToken", "X509", "TLSClient", "SmartcardPKI",
    ].map { prefix + $0 }

    static func judge(
        _ request: AuthnRequest,
        _ session: Session,
        _ settings: ServiceProviderSettings
    ) throws(Refusal) {
        guard let requested = request.requestedAuthnContext else { return }
        let own = authnContextClass(of: session, for: settings)
        guard requested.declRefs.isEmpty, meets(own, requested) else {
            let wanted = (requested.classRefs + requested.declRefs).joined(separator: ", ")
            throw Refusal(
                .authnContextUnmet,
                xpath: "/samlp:AuthnRequest/samlp:RequestedAuthnContext",
                expected: "\(requested.comparison.rawValue): \(wanted)",
                found: own
            )
        }
    }

    /// What a session is stated as.
    static func authnContextClass(of session: Session, for settings: ServiceProviderSettings) -> String {
        settings.authnContextClass ?? session.customer.authnContextClass ?? AuthnContextClass.passwordProtectedTransport
    }

    private static func meets(_ own: String, _ requested: RequestedAuthnContext) -> Bool {
        if requested.comparison == .exact { return requested.classRefs.contains(own) }
        guard let rank = order.firstIndex(of: own) else { return false }
        let ranks = requested.classRefs.compactMap { order.firstIndex(of: $0) }
        // A class that cannot be compared makes the comparison fail, not hold.
        guard ranks.count == requested.classRefs.count, let lowest = ranks.min(), let highest = ranks.max() else {
            return false
        }
        return switch requested.comparison {
        case .exact: false
        case .minimum: rank >= lowest
        case .maximum: rank <= highest
        case .better: rank > highest
        }
    }
}
