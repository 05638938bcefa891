import Foundation
import HuaweiCloud
import NIOHTTP1
import Testing
import XMLSecurity

@testable import JointDebug

/// A call that is signed by hand, so that each part of it can be wrong.
struct RawCall: Sendable {
    var caller = Caller.partner
    var method = "GET"
    var path = "/v3/accounts/partner-accounts/adjust-records"
    var query = "limit=10&memo=a%20b&offset=0"
    var body: [UInt8] = []
    var date: String? = SDKDate.text(RunningBSS.start)
    var algorithm = "SDK-HMAC-SHA256"
    var headers: [(name: String, value: String)] = []
    /// What stands in the canonical request, when it is not what is sent.
    var signedMethod: String?
    var signedPath: String?
    var signedQuery: String?
    var signedHost: String?
    var signedHeaders: String?
    var signedBodyHash: String?
    var headerLines: (@Sendable (String) -> String)?
    var signature: (@Sendable (String) -> String)?
    var authorization: (@Sendable (String) -> String?)?

    static let postJSON = Array(#"{"search_type":"name","search_value":"customer-1"}"#.utf8)

    static var post: RawCall {
        var call = RawCall()
        call.method = "POST"
        call.path = BSSOperation.checkIdentity.path
        call.query = ""
        call.body = postJSON
        call.headers = [(name: "Content-Type", value: "application/json")]
        return call
    }

    func expect(_ status: Int, from bss: RunningBSS) async throws {
        let answer = try await send(to: bss)
        #expect(answer.status == status, "\(answer.json)")
    }

    func send(to bss: RunningBSS) async throws -> (status: Int, json: [String: Any]) {
        let host = "127.0.0.1:\(bss.port)"
        var values = [("host", signedHost ?? host)]
        if let date { values.append(("x-sdk-date", date)) }
        values += headers.filter { !$0.name.hasPrefix("Content-Type") }.map { ($0.name.lowercased(), $0.value) }
        let names = signedHeaders ?? values.map(\.0).sorted().joined(separator: ";")
        let lines = names.split(separator: ";").map { name in
            "\(name):\(values.first { $0.0 == name.lowercased() }?.1 ?? "")\n"
        }
        let canonical = [
            signedMethod ?? method, signedPath ?? path + "/", signedQuery ?? query,
            headerLines.map { $0(lines.joined()) } ?? lines.joined(), names,
            signedBodyHash ?? SDKCanonicalRequest.hash(body),
        ].joined(separator: "\n")
        let made = SDKSignature.sign(canonical, date: date ?? "", key: Secret(caller.secret))
        let written =
            "\(algorithm) Access=\(caller.access), SignedHeaders=\(names), Signature=\(signature.map { $0(made) } ?? made)"
        var sent = headers
        if let date { sent.append((name: "X-Sdk-Date", value: date)) }
        if let header = authorization.map({ $0(written) }) ?? written {
            sent.append((name: "Authorization", value: header))
        }
        let url = bss.origin + path + (query.isEmpty ? "" : "?" + query)
        let answer = try await WebClient().send(
            HTTPMethod(rawValue: method),
            try #require(HTTPTarget(url)),
            url: url,
            headers: sent,
            body: method == "POST" ? body : nil
        )
        let json = answer.body.isEmpty ? [:] : try JSONSerialization.jsonObject(with: Data(answer.body))
        return (answer.status, try #require(json as? [String: Any]))
    }
}
