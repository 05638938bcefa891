import Onboarding
import SAML

/// What somebody would get, and why, in JSON.
struct CheckBody: Encodable {
    let schema = "drawbridge.whitelist-check.v1"
    let stage: String
    let revision: Int64
    let admitted: Bool
    let entries: [Int64]
    let code: String?
    let found: String?
    let message: String?
    let messageZh: String?
    let hint: String?
    let hintZh: String?

    private enum CodingKeys: String, CodingKey {
        case schema
        case stage
        case revision
        case admitted
        case entries
        case code
        case found
        case message
        case messageZh
        case hint
        case hintZh
    }

    init(_ decision: WhitelistDecision, _ stage: Stage, _ revision: Int64) {
        self.stage = stage.rawValue
        self.revision = revision
        let refusal = decision.refusal
        admitted = refusal == nil
        entries =
            switch decision {
            case .admitted(let entries): entries
            case .refused(_, let entry): entry.map { [$0] } ?? []
            }
        code = refusal?.code.id
        found = refusal?.found
        message = refusal?.code.message.en
        messageZh = refusal?.code.message.zh
        hint = refusal?.hint.en
        hintZh = refusal?.hint.zh
    }
}
