import HuaweiCloud
import SAML

extension IdentityProvider {
    /// Whether this customer may be stated to this SP at all, whoever began.
    func judge(
        _ customer: Customer,
        _ serviceProvider: ServiceProvider,
        at assertionConsumerService: String
    ) throws(Refusal) {
        try TestDirectoryRule.judge(customer, at: assertionConsumerService, accounts: settings.testAccounts)
        try requirePreset(serviceProvider, customer)
    }

    // `bpId`, `xUserId` and `xAccountId` are never empty in an assertion to HUAWEI CLOUD (design section 7).
    private func requirePreset(_ serviceProvider: ServiceProvider, _ customer: Customer) throws(Refusal) {
        guard serviceProvider.settings.attributes == .huaweiCloud else { return }
        guard settings.huawei?.partnerID != nil else {
            throw Refusal(.sessionNotConfigured, expected: "huawei.bp_id")
        }
        try AttributeContract.judge(user: customer.xUserID, account: customer.xAccountID)
    }

    /// The name that the customer of a session has there.
    func nameID(of session: Session, _ serviceProvider: ServiceProvider) throws(Refusal) -> NameID {
        guard let nameID = nameID(of: session.customer, at: serviceProvider) else {
            throw Refusal(.nameIDUnavailable, expected: serviceProvider.settings.nameID.rawValue)
        }
        return nameID
    }
}
