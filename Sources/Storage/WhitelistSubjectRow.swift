import Foundation
import GRDB
import Onboarding

/// A subject as columns: its kind, its key, and what an SP and an enrolment say besides as JSON.
struct WhitelistSubjectRow {
    let kind: String
    let key: String
    let terms: String?

    init(_ subject: WhitelistSubject) throws {
        kind = subject.kind.rawValue
        key = subject.key
        terms =
            switch subject {
            case .serviceProvider(let provider): try HashChain.encode(provider)
            case .enrolment(let enrolment): try HashChain.encode(enrolment)
            case .account, .destination, .network, .gateway: nil
            }
    }

    static func subject(_ row: Row) throws -> WhitelistSubject {
        let key: String = row["subject"]
        let terms: String? = row["terms"]
        let json = Data((terms ?? "").utf8)
        do {
            return switch WhitelistKind(rawValue: row["kind"]) {
            case .account: .account(try AccountPattern(key))
            case .destination: .destination(try DestinationPattern(key))
            case .network: .network(try NetworkRange(key))
            case .gateway: .gateway(try GatewayAddress(key))
            case .serviceProvider: .serviceProvider(try JSONDecoder().decode(WhitelistedProvider.self, from: json))
            case .enrolment: .enrolment(try JSONDecoder().decode(PortalEnrolment.self, from: json))
            case nil: throw damage
            }
        } catch is WhitelistRefusal {
            throw damage
        }
    }

    static var damage: DecodingError {
        DecodingError.dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "not an entry"))
    }
}
