import HuaweiCloud
import SAML
import XMLSecurity

/// Associations as a file holds them: comma-separated values (RFC 4180), read strictly and written in one order.
public struct AssociationSheet: Sendable {
    /// The columns that are written.
    ///
    /// Reading needs the first and second, takes the HUAWEI CLOUD account's, and passes over the others.
    public static let columns = ["x_account_id", "state", "domain_id", "domain_name", "source", "since"]

    /// What is wrong with a row.
    public typealias Fault = SheetFault

    /// One row with its line.
    public struct Row: Hashable, Sendable {
        /// Where it stands.
        public let line: Int
        /// The account.
        public let account: String
        /// The state.
        public let state: String
        /// The HUAWEI CLOUD account's id; `nil` or empty when not named.
        public let domainID: String?
        /// Its name.
        public let domainName: String?

        /// Makes a row.
        public init(line: Int, account: String, state: String, domainID: String?, domainName: String?) {
            self.line = line
            self.account = account
            self.state = state
            self.domainID = domainID
            self.domainName = domainName
        }
    }

    /// Reads the rows of a file.
    /// - Parameter text: the file; a byte-order mark at its beginning is passed over.
    /// - Returns: the rows.
    /// - Throws: ``Fault`` with the line.
    public static func rows(_ text: String) throws(Fault) -> [Row] {
        try CommaSeparatedText.rows(text, needing: ["x_account_id", "state"]).map { row in
            Row(
                line: row.line,
                account: row.values["x_account_id"] ?? "",
                state: row.values["state"] ?? "",
                domainID: row.values["domain_id"],
                domainName: row.values["domain_name"]
            )
        }
    }

    /// Judges rows.
    /// - Parameter rows: the rows of a file.
    /// - Returns: what they state, in their order.
    /// - Throws: ``Fault`` with the line of the first that does not hold.
    public static func stated(_ rows: [Row]) throws(Fault) -> [StatedAssociation] {
        var stated: [StatedAssociation] = []
        var seen: [String: Int] = [:]
        for row in rows {
            if let first = seen.updateValue(row.line, forKey: row.account) {
                throw Fault(
                    line: row.line,
                    Bilingual("The account stands in line \(first), too.", "该账号在第 \(first) 行已出现。")
                )
            }
            stated.append(try one(row))
        }
        return stated
    }

    /// Writes associations, one a line, in the order given.
    public static func text(_ associations: [Association]) -> String {
        let rows = associations.map { association in
            [
                association.account, association.state.rawValue, association.cloudAccount?.id ?? "",
                association.cloudAccount?.name ?? "", association.source.rawValue, association.since.xsDateTime,
            ]
        }
        return CommaSeparatedText.text([columns] + rows)
    }

    private static func one(_ row: Row) throws(Fault) -> StatedAssociation {
        guard let state = AssociationState(rawValue: row.state) else {
            let known = AssociationState.allCases.map(\.rawValue).joined(separator: ", ")
            throw Fault(line: row.line, Bilingual("The state is one of \(known).", "状态只能是 \(known)。"))
        }
        try identifier(row.account, row.line, IdentifierRule.longestAccount)
        let domainID = row.domainID.flatMap { $0.isEmpty ? nil : $0 }
        let domainName = row.domainName.flatMap { $0.isEmpty ? nil : $0 }
        if let domainID { try identifier(domainID, row.line, AssociationMessage.longestDomain) }
        if let domainName { try identifier(domainName, row.line, AssociationMessage.longestDomain) }
        guard domainID != nil || domainName == nil else {
            throw Fault(line: row.line, Bilingual("domain_name needs domain_id.", "有 domain_name 时须有 domain_id。"))
        }
        guard domainID == nil || state == .bound || state == .unbound else {
            throw Fault(
                line: row.line,
                Bilingual("Only bound and unbound have a domain_id.", "仅 bound 和 unbound 可有 domain_id。")
            )
        }
        let cloudAccount = domainID.map { CloudAccount(id: $0, name: domainName) }
        return StatedAssociation(account: row.account, state: state, cloudAccount: cloudAccount)
    }

    private static func identifier(_ value: String, _ line: Int, _ longest: Int) throws(Fault) {
        guard !SpreadsheetDamage.shows(in: value) else {
            throw Fault(
                line: line,
                Bilingual(
                    "A spreadsheet made a number of the id: \(value). Export the column as text.",
                    "标识被电子表格改成了数字：\(value)。请将该列按文本导出。"
                )
            )
        }
        guard IdentifierRule.holds(value, longest: longest) else {
            throw Fault(
                line: line,
                Bilingual("An id has 1 to \(longest) visible characters.", "标识须为 1 到 \(longest) 个可见字符。")
            )
        }
    }
}
