import Onboarding
import SAML
import XMLSecurity

/// An association as it is printed.
struct AssociationItem: Encodable {
    let xAccountID: String
    let state: String
    let domainID: String?
    let domainName: String?
    let source: String
    let since: String

    private enum CodingKeys: String, CodingKey {
        case xAccountID = "x_account_id"
        case state
        case domainID = "domain_id"
        case domainName = "domain_name"
        case source
        case since
    }

    init(_ association: Association) {
        xAccountID = association.account
        state = association.state.rawValue
        domainID = association.cloudAccount?.id
        domainName = association.cloudAccount?.name
        source = association.source.rawValue
        since = association.since.xsDateTime
    }

    static let schema = "drawbridge.associations.v1"

    static var header: [String] {
        [
            say("ACCOUNT", "账号"), say("STATE", "状态"), say("HUAWEI CLOUD", "华为云账号"), say("SOURCE", "来源"),
            say("SINCE", "时间"),
        ]
    }

    var cells: [String] {
        [xAccountID, state, domainName ?? domainID ?? "-", source, since].map(PrettyXML.plain)
    }
}
