import Onboarding
import SAML

/// A difference between our associations and HUAWEI CLOUD's list, as it is printed.
struct AssociationDifferenceItem: Encodable {
    static let schema = "drawbridge.associations.sync.v1"

    let xAccountID: String
    let kind: String
    let state: String
    let domainID: String?
    let listedDomainID: String?
    let listedDomainName: String?
    let newState: String?
    private let title: Bilingual

    private enum CodingKeys: String, CodingKey {
        case xAccountID = "x_account_id"
        case kind
        case state
        case domainID = "domain_id"
        case listedDomainID = "listed_domain_id"
        case listedDomainName = "listed_domain_name"
        case newState = "new_state"
    }

    init(_ difference: AssociationDifference) {
        xAccountID = difference.account
        kind = difference.kind.rawValue
        state = (difference.ours?.state ?? .unknown).rawValue
        domainID = difference.ours?.cloudAccount?.id
        listedDomainID = difference.theirs?.id
        listedDomainName = difference.theirs?.name
        newState = difference.proposal?.state.rawValue
        title = Self.title(difference.kind)
    }

    static var header: [String] {
        [
            say("ACCOUNT", "账号"), say("DIFFERENCE", "差异"), say("HERE", "本地"), say("HUAWEI CLOUD", "华为云"),
            say("WOULD BE", "应为"),
        ]
    }

    var cells: [String] {
        let here = [state, domainID].compactMap { $0 }.joined(separator: " ")
        return [xAccountID, title[Speech.language], here, listedDomainName ?? listedDomainID ?? "-", newState ?? "-"]
            .map(PrettyXML.plain)
    }

    private static func title(_ kind: AssociationDifference.Kind) -> Bilingual {
        switch kind {
        case .onlyOurs: Bilingual("bound here only", "仅本地已绑定")
        case .onlyTheirs: Bilingual("listed there only", "仅华为云列出")
        case .otherAccount: Bilingual("bound to another account", "绑定的账号不同")
        case .recent: Bilingual("bound here within the hour", "本地一小时内绑定")
        case .ambiguous: Bilingual("listed twice or with an unusable id", "重复列出或标识不可用")
        }
    }
}
