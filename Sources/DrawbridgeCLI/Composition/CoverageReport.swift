import Onboarding
import SAML
import XMLSecurity

/// Coverage for machines: who would be refused, of how many.
struct CoverageReport: Encodable {
    private struct Item: Encodable {
        let account: String?
        let accountHash: String
        let serviceProvider: String?
        let source: String
        let last: String
        let code: String
        let found: String?
        let entry: Int64?
    }

    private let schema = "drawbridge.whitelist-coverage.v1"
    private let stage: String
    private let revision: Int64
    private let judged: Int
    private let refused: Int
    private let items: [Item]

    private enum CodingKeys: String, CodingKey {
        case schema
        case stage
        case revision
        case judged
        case refused
        case items
    }

    init(_ coverage: WhitelistCoverage, _ stage: Stage, _ revision: Int64) {
        self.stage = stage.rawValue
        self.revision = revision
        judged = coverage.judged
        refused = coverage.refused.count
        items = coverage.refused.map { finding in
            Item(
                account: finding.subject.account,
                accountHash: finding.subject.hash,
                serviceProvider: finding.subject.serviceProvider,
                source: finding.subject.source.rawValue,
                last: finding.subject.last.xsDateTime,
                code: finding.refusal.code.id,
                found: finding.refusal.found,
                entry: finding.entry
            )
        }
    }
}
