import Foundation
import HuaweiCloud
import SAML
import XMLSecurity

/// What a step may expect of the calls that came to the BSS.
struct BSSExpect {
    static let names: Set = ["calls", "answers", "only", "order", "spread", "code", "seen."]

    /// What stands for no call at all, and for a field that was not sent.
    private static let none = "none"

    let step: StepInput
    let side: BSSSide
    let calls: [BSSSeenCall]
    /// All that came since the scenario began.
    let scenario: [BSSSeenCall]
    /// What else there is to read when something is not as expected.
    let output: String

    /// Judges all that is expected.
    /// - Returns: what was seen.
    func judge() throws(StepFailure) -> [StepFact] {
        let counted = counted
        try equal("calls", "调用", Self.list(counted.map(\.operation)))
        try equal("answers", "应答", Self.list(counted.map { String($0.status) }))
        try equal("only", "应答", Self.list(Set(counted.map { String($0.status) }).sorted()))
        let order = scenario.filter { !$0.isForToken }.map(\.operation)
        try equal("order", "调用顺序", Self.list(Self.collapsed(order)))
        if let least = step.expected["spread"].flatMap({ Int64($0) }) { try judgeSpread(least) }
        if let code = step.expected["code"], calls.last?.code != code || !output.contains(code) {
            let seen = calls.last?.code ?? Self.none
            throw failure("The answer is \(seen), not \(code), or nobody was told", "错误码为 \(seen)，应为 \(code) 并提示用户")
        }
        for (field, wanted) in step.expected(under: "seen.") {
            let seen = Self.field(field, of: calls.last) ?? Self.none
            guard seen == wanted else {
                throw failure("`\(field)` came as \(seen), not \(wanted)", "收到的 \(field) 为 \(seen)，应为 \(wanted)")
            }
        }
        let answers = calls.map { "\($0.operation) \($0.status)" + ($0.code.map { " " + $0 } ?? "") }
        return [StepFact("came to the BSS", "BSS 收到", answers.isEmpty ? "-" : answers.joined(separator: ", "))]
    }

    // Whether calls are signed or carry a token is nobody's matter, unless the step says so.
    private var counted: [BSSSeenCall] {
        let namesToken = step.expected["calls"]?.contains(BSSSeenCall.token) == true
        return namesToken ? calls : calls.filter { !$0.isForToken }
    }

    /// What is not as expected, with the rule that it breaks.
    func failure(_ en: String, _ zh: String) -> StepFailure {
        let seen = calls.suffix(3).map { call in
            "\(call.exchange.method) \(call.exchange.url) → \(call.status)\n\(call.exchange.text)"
        }
        return StepFailure(
            en,
            zh,
            code: BSSBlame.rule(of: calls, at: side) ?? calls.last?.code,
            message: ([output] + seen).filter { !$0.isEmpty }.joined(separator: "\n")
        )
    }

    private func equal(_ name: String, _ zh: String, _ seen: String) throws(StepFailure) {
        guard let wanted = step.expected[name], wanted != seen else { return }
        throw failure("\(name) are \(seen), not \(wanted)", "\(zh)为 \(seen)，应为 \(wanted)")
    }

    // From the first to the last, in milliseconds.
    private func judgeSpread(_ least: Int64) throws(StepFailure) {
        guard let first = calls.first, let last = calls.last,
            last.at.milliseconds - first.at.milliseconds >= least
        else {
            throw failure(
                "\(calls.count) calls came in less than \(least) ms",
                "\(calls.count) 次调用在 \(least) 毫秒内到达"
            )
        }
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty ? none : names.joined(separator: " ")
    }

    private static func collapsed(_ names: [String]) -> [String] {
        names.enumerated().filter { $0 == 0 || names[$0 - 1] != $1 }.map(\.element)
    }

    // A parameter of the query, or a field of the JSON.
    private static func field(_ name: String, of call: BSSSeenCall?) -> String? {
        guard let exchange = call?.exchange else { return nil }
        let query = exchange.url.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1).map {
                String($0).removingPercentEncoding ?? String($0)
            }
            if parts.first == name { return parts.count > 1 ? parts[1] : "" }
        }
        let object = try? JSONSerialization.jsonObject(with: Data(exchange.sentBody)) as? [String: Any]
        return object?[name].map { "\($0)" }
    }
}
