import HuaweiCloud
import IdentityProvider
import Onboarding

extension ReturnAddresses {
    /// Both, beside what somebody recorded as entered in Partner Center.
    func entered(_ ids: PartnerCenterIDs) -> [PartnerCenterEvidence.ReturnAddress] {
        [
            .init(name: AccessField.paid.rawValue, configured: paid, recorded: ids.paidURL?.value),
            .init(name: AccessField.topUp.rawValue, configured: topUp, recorded: ids.topUpURL?.value),
        ]
    }
}
