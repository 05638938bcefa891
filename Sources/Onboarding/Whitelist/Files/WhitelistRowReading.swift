import SAML
import XMLSecurity

/// One row of a file, judged.
struct WhitelistRowReading {
    private let row: SheetRow

    init(_ row: SheetRow) {
        self.row = row
    }

    func draft() throws(SheetFault) -> WhitelistDraft {
        // A misspelt `valid_until` would make an entry that never ends.
        if let unknown = row.values.keys.filter({ !WhitelistSheet.columns.contains($0) }).min() {
            let known = WhitelistSheet.columns.joined(separator: ", ")
            throw fault("There is no column \(unknown); there are \(known).", "没有列 \(unknown)，可用的列为 \(known)。")
        }
        let kind = try one(WhitelistKind.self, "kind", nil)
        let state = try one(WhitelistState.self, "state", .proposed)
        try requireOnlyTerms(of: kind)
        let (from, until) = (try time("valid_from"), try time("valid_until"))
        do {
            return WhitelistDraft(
                try subject(kind),
                validity: from == nil && until == nil ? .always : try Validity(from: from, until: until),
                state: state,
                line: row.line
            )
        } catch let refusal as WhitelistRefusal {
            throw fault(refusal.message.en, refusal.message.zh)
        } catch let fault as SheetFault {
            throw fault
        } catch {
            throw fault("This is no entry.", "无法识别该条目。")
        }
    }

    private func subject(_ kind: WhitelistKind) throws -> WhitelistSubject {
        let text = row["subject"] ?? ""
        return switch kind {
        case .account: .account(try AccountPattern(text))
        case .destination: .destination(try DestinationPattern(text))
        case .network: .network(try NetworkRange(text))
        case .gateway: .gateway(try GatewayAddress(text))
        case .enrolment: .enrolment(try PortalEnrolment(text, perDay: Int(row["per_day"] ?? "") ?? 0))
        case .serviceProvider:
            .serviceProvider(
                try WhitelistedProvider(
                    text,
                    assertionConsumerServices: list("acs"),
                    certificates: list("certificates"),
                    site: row["site"],
                    platformID: row["platform_id"],
                    accounts: try one(WhitelistedProvider.Accounts.self, "accounts", .listed)
                )
            )
        }
    }

    // A limit in the row of something that has none would be believed and not kept.
    private func requireOnlyTerms(of kind: WhitelistKind) throws(SheetFault) {
        let own: Set<String> =
            switch kind {
            case .serviceProvider: ["accounts", "acs", "certificates", "site", "platform_id"]
            case .enrolment: ["per_day"]
            case .account, .destination, .network, .gateway: []
            }
        let general: Set = ["kind", "subject", "state", "valid_from", "valid_until"]
        let foreign = row.values.filter { !$0.value.isEmpty && !own.contains($0.key) && !general.contains($0.key) }
        guard let first = foreign.keys.min() else { return }
        throw fault("\(kind.rawValue) has no \(first).", "\(kind.rawValue) 没有 \(first)。")
    }

    private func one<Value: RawRepresentable & CaseIterable>(
        _ type: Value.Type,
        _ column: String,
        _ usual: Value?
    ) throws(SheetFault) -> Value where Value.RawValue == String {
        let text = row[column]
        if text == nil, let usual { return usual }
        guard let text, let value = Value(rawValue: text) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw fault("\(column) is one of \(known).", "\(column) 只能是 \(known)。")
        }
        return value
    }

    private func time(_ column: String) throws(SheetFault) -> Instant? {
        guard let text = row[column] else { return nil }
        guard let time = Instant(xsDateTime: text) else {
            throw fault(
                "\(column) is a time like 2026-12-31T16:00:00Z.",
                "\(column) 须为 2026-12-31T16:00:00Z 形式的时间。"
            )
        }
        return time
    }

    private func list(_ column: String) -> [String] { row[column]?.split(separator: " ").map(String.init) ?? [] }

    private func fault(_ en: String, _ zh: String) -> SheetFault { SheetFault(line: row.line, Bilingual(en, zh)) }
}
