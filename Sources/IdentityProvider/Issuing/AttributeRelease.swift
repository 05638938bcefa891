import HuaweiCloud
import SAML
import XMLSecurity

extension IdentityProvider {
    /// What is said of the customer to the SP of an answer.
    func attributes(_ answer: Answer) -> (attributes: [Attribute], warnings: [AttributeWarning]) {
        guard case .assert(let session) = answer.kind else { return ([], []) }
        let customer = session.customer
        switch answer.serviceProvider.attributes {
        case .huaweiCloud:
            // A preset without partner id lets nobody get here: `decide` refuses.
            guard let contract = settings.huawei.flatMap(AttributeContract.init) else { return ([], []) }
            return contract.attributes(
                AttributeContract.Facts(
                    user: customer.xUserID,
                    account: customer.xAccountID,
                    accountName: customer.accountName,
                    email: customer.email,
                    mobile: customer.mobile,
                    isFirstLogin: customer.firstLogin ?? settings.huawei?.firstLoginWhenUnknown ?? false
                )
            )
        case .plain:
            return Self.plain(customer)
        }
    }

    // XML 1.0 cannot carry every character, and there is no escape for those; such a value is left out.
    private static func plain(_ customer: Customer) -> (attributes: [Attribute], warnings: [AttributeWarning]) {
        let facts: [(name: String, value: String?)] = [
            ("userId", customer.xUserID), ("accountId", customer.xAccountID), ("accountName", customer.accountName),
            ("email", customer.email), ("mobile", customer.mobile),
        ]
        var attributes: [Attribute] = []
        var warnings: [AttributeWarning] = []
        for (name, value) in facts {
            guard let value, !value.isEmpty else { continue }
            if CanonicalWriter.canCarry(value) {
                attributes.append(
                    Attribute(name: name, nameFormat: Attribute.basicFormat, friendlyName: name, values: [value])
                )
            } else {
                let code = RefusalCode.attributeCharacters
                warnings.append(AttributeWarning(name: name, code: code, rule: code.message, found: value))
            }
        }
        return (attributes, warnings)
    }
}
