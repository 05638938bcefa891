import SAML

/// The name identifier that is asked for can be given, or the answer says so (saml-core 3.4.1.1).
///
/// `AllowCreate` forbids nothing here: a transient identifier is exempt from it, and the others exist from the first as
/// what is computed or known of a customer.
enum NameIDPolicyRule {
    static func judge(_ request: AuthnRequest, _ serviceProvider: ServiceProvider) throws(Refusal) {
        guard let policy = request.nameIDPolicy else { return }
        let format = policy.format ?? NameIDFormat.unspecified
        let issued = serviceProvider.settings.nameID.format
        guard format == NameIDFormat.unspecified || format == issued else {
            throw Refusal(
                .nameIDPolicy,
                xpath: "/samlp:AuthnRequest/samlp:NameIDPolicy/@Format",
                expected: issued,
                found: format
            )
        }
        guard policy.spNameQualifier == nil || policy.spNameQualifier == serviceProvider.entityID else {
            throw Refusal(
                .nameIDQualifier,
                xpath: "/samlp:AuthnRequest/samlp:NameIDPolicy/@SPNameQualifier",
                expected: serviceProvider.entityID,
                found: policy.spNameQualifier
            )
        }
    }
}
