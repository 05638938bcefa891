import HuaweiCloud
import SAML

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
            return (Self.plain(customer), [])
        }
    }

    private static func plain(_ customer: Customer) -> [Attribute] {
        let facts: [(String, String?)] = [
            ("userId", customer.xUserID), ("accountId", customer.xAccountID), ("accountName", customer.accountName),
            ("email", customer.email), ("mobile", customer.mobile),
        ]
        return facts.compactMap { name, value in
            guard let value, !value.isEmpty else { return nil }
            return Attribute(name: name, nameFormat: Attribute.basicFormat, friendlyName: name, values: [value])
        }
    }
}
