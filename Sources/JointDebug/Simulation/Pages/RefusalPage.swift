import HTTPTypes
import Hummingbird
import SAML

/// Shows everything that is known of a refusal: the real HUAWEI CLOUD shows nothing of it.
enum RefusalPage {
    /// Makes the page.
    /// - Parameters:
    ///   - refusals: why.
    ///   - findings: what the linter says of the same message or file.
    ///   - status: the status.
    /// - Returns: the page.
    static func of(
        _ refusals: [Refusal],
        _ findings: [LintFinding] = [],
        status: HTTPResponse.Status = .forbidden
    ) -> Response {
        SimulationPage.html(
            status,
            "未接受 Not accepted",
            refusals.map(section).joined() + FindingList.html(findings)
        )
    }

    static func section(_ refusal: Refusal) -> String {
        let rows = [
            ("代码 code", refusal.code.id), ("依据 source", refusal.code.spec), ("位置 where", refusal.xpath),
            ("行 line", refusal.line.map(String.init)), ("期望 expected", refusal.expected),
            ("实际 found", refusal.found),
        ]
        return "<section>" + SimulationPage.both(refusal.code.message) + Table.html(rows.compactMap(row))
            + SimulationPage.both(refusal.hint) + "</section>"
    }

    private static func row(_ name: String, _ value: String?) -> [String]? {
        value.map { [name, $0] }
    }
}
