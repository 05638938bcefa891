import HuaweiCloud
import SAML
import XMLSecurity

extension IdentityProvider {
    /// What is said of the customer to the SP of an answer.
    func attributes(_ answer: Answer) -> (attributes: [Attribute], warnings: [AttributeWarning]) {
        guard case .assert(let session, _) = answer.kind else { return ([], []) }
        let customer = session.customer
        switch answer.serviceProvider.settings.attributes {
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
            return Self.attributes(customer, AttributeMapping.plain)
        case .mapped:
            return Self.attributes(customer, answer.serviceProvider.settings.mapping)
        }
    }

    // XML 1.0 cannot carry every character, and there is no escape for those; such a value is left out.
    private static func attributes(
        _ customer: Customer,
        _ mapping: [AttributeMapping]
    ) -> (attributes: [Attribute], warnings: [AttributeWarning]) {
        var attributes: [Attribute] = []
        var warnings: [AttributeWarning] = []
        for mapped in mapping {
            let name = mapped.name
            guard let value = mapped.fact.value(of: customer), !value.isEmpty else { continue }
            if CanonicalWriter.canCarry(value) {
                let friendlyName = mapped.fact.plainName
                attributes.append(
                    Attribute(name: name, nameFormat: mapped.nameFormat, friendlyName: friendlyName, values: [value])
                )
            } else {
                let code = RefusalCode.attributeCharacters
                warnings.append(AttributeWarning(name: name, code: code, rule: code.message, found: value))
            }
        }
        return (attributes, warnings)
    }
}
