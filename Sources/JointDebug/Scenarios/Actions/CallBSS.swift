import Foundation
import HuaweiCloud
import NIOHTTP1
import SAML
import XMLSecurity

/// The BSS is called, well or badly signed.
enum CallBSS: ScenarioAction {
    static let name = "call-bss"
    static let title = Bilingual("The BSS is called", "调用 BSS 接口")
    static let parameters: Set = ["call", "json", "query", "secret", "access", "clock", "by", "fault", "times", "sign"]
    static let expectations: Set = ["status", "code", "says"]

    /// What one step sends at most; the rates are ten in a second.
    private static let most: Int64 = 100

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard let side = play.stage.bss else { throw StepFailure("No BSS is known", "未知 BSS 地址") }
        guard let operation = BSSOperation(rawValue: step["call"] ?? "") else {
            let names = BSSOperation.allCases.map(\.rawValue).joined(separator: ", ")
            throw StepFailure("call is one of \(names)", "call 的取值为 \(names)")
        }
        let times = min(step.number("times") ?? 1, Self.most)
        var answers: [WebExchange] = []
        for _ in 0..<max(1, times) {
            let answer = try await send(operation, step, side, play)
            play.keep(answer)
            answers.append(answer)
        }
        return try judge(answers, step)
    }

    private static func send(
        _ operation: BSSOperation,
        _ step: StepInput,
        _ side: BSSSide,
        _ play: Play
    ) async throws -> WebExchange {
        let query = parameters(step["query"] ?? "")
        let body = Array((step["json"] ?? "").utf8)
        var headers =
            step.isOn("sign") || step["sign"] == nil
            ? try signed(operation, query, body, step, side, play) : []
        if !body.isEmpty { headers.append(("Content-Type", "application/json")) }
        if let fault = step["fault"] { headers.append((Faults.headerName, fault)) }
        let url = side.origin + operation.path + (query.isEmpty ? "" : "?" + SDKEncoding.query(query))
        guard let target = HTTPTarget(url) else { throw BrowserError("\(url) is no address") }
        var exchange = try await WebClient(trust: play.stage.trust).send(
            HTTPMethod(rawValue: operation.method),
            target,
            url: url,
            headers: headers,
            body: body.isEmpty ? nil : body
        )
        exchange.sentHeaders = headers
        exchange.sentBody = body
        return exchange
    }

    private static func signed(
        _ operation: BSSOperation,
        _ query: [BSSParameter],
        _ body: [UInt8],
        _ step: StepInput,
        _ side: BSSSide,
        _ play: Play
    ) throws -> [(String, String)] {
        let right = step["by"] == "clerk" ? side.clerk : side.partner
        let access = try step["access"].map { text in
            guard let key = AccessKey(text) else { throw StepFailure("access is no AK", "access 不是有效的 AK") }
            return key
        }
        let credentials = BSSCredentials(
            accessKey: access ?? right.accessKey,
            secretKey: step["secret"].map { Secret($0) } ?? right.secretKey
        )
        return SDKSigner(credentials).headers(
            method: operation.method,
            path: operation.path,
            query: query,
            body: body,
            at: play.stage.now().adding(seconds: step.number("clock") ?? 0)
        ).map { ($0.name, $0.value) }
    }

    private static func parameters(_ query: String) -> [BSSParameter] {
        query.split(separator: "&").map { field -> BSSParameter in
            let name = field.prefix { $0 != "=" }
            return BSSParameter(String(name), String(field.dropFirst(name.count + 1)))
        }
    }

    // Of several answers one must be as expected: a limit is met sooner or later.
    private static func judge(_ answers: [WebExchange], _ step: StepInput) throws -> [StepFact] {
        let wanted = step.expected["status"] ?? (step.expected["code"] == nil ? "200" : nil)
        let fitting = answers.first { answer in
            (wanted == nil || String(answer.status) == wanted)
                && (step.expected["code"].map { answer.text.contains("\"\($0)\"") } ?? true)
                && (step.expected["says"].map { answer.text.contains($0) } ?? true)
        }
        guard let answer = fitting else {
            let last = answers[answers.count - 1]
            let asked = step.expected.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            throw StepFailure(last, wanted: Bilingual(asked.isEmpty ? "200" : asked, asked.isEmpty ? "200" : asked))
        }
        return [StepFact("answer", "应答", "\(answer.status) \(answer.text.prefix(200))")]
    }
}
