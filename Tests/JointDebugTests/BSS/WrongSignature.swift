import HuaweiCloud
import Testing
import XMLSecurity

/// One way to sign wrongly, and the reason that must be told.
struct WrongSignature: Sendable, CustomTestStringConvertible {
    let title: String
    let reason: String
    let call: RawCall

    var testDescription: String { title }

    init(_ title: String, _ reason: String, _ start: RawCall = RawCall(), _ change: (inout RawCall) -> Void) {
        self.title = title
        self.reason = reason
        var call = start
        change(&call)
        self.call = call
    }

    private static func date(after seconds: Int64) -> String {
        SDKDate.text(RunningBSS.start.adding(seconds: seconds))
    }

    static let all = header + dates + signedHeaders + keys + signatures + requestLine + bodies

    private static let header = [
        WrongSignature("no Authorization", "no-authorization") { $0.authorization = { _ in nil } },
        WrongSignature("AWS's algorithm", "algorithm") { $0.algorithm = "AWS4-HMAC-SHA256" },
        WrongSignature("SM3", "algorithm") { $0.algorithm = "SDK-HMAC-SM3" },
        WrongSignature("the algorithm in small letters", "algorithm") { $0.algorithm = "sdk-hmac-sha256" },
        WrongSignature("a token where the signature should be", "algorithm") { $0.authorization = { _ in "Bearer x" } },
        WrongSignature("no signature", "fields") { $0.authorization = { $0.replacing(/, Signature=.*/, with: "") } },
        WrongSignature("two signatures", "fields") { $0.authorization = { $0 + ", Signature=00" } },
        WrongSignature("Credential instead of Access", "fields") {
            $0.authorization = { $0.replacing("Access=", with: "Credential=") }
        },
        WrongSignature("an empty AK", "fields") { $0.caller = Caller(access: "", secret: "x") },
        WrongSignature("an AK that nobody has", "unknown-access-key") { $0.caller = Caller(access: "AK", secret: "x") },
    ]

    private static let dates = [
        WrongSignature("no X-Sdk-Date", "no-date") { $0.date = nil },
        WrongSignature("a date as in JSON", "date-form") { $0.date = "2026-11-24T02:00:00Z" },
        WrongSignature("a date without Z", "date-form") { $0.date = "20261124T020000" },
        WrongSignature("a 13th month", "date-form") { $0.date = "20261324T020000Z" },
        WrongSignature("a clock that is slow", "clock") { $0.date = date(after: -901) },
        WrongSignature("a clock that is fast", "clock") { $0.date = date(after: 901) },
        WrongSignature("local time of China", "clock") { $0.date = date(after: 8 * 3600) },
    ]

    private static let signedHeaders = [
        WrongSignature("the date is not signed", "date-not-signed") { $0.signedHeaders = "host" },
        WrongSignature("names in capitals", "headers-in-capitals") { $0.signedHeaders = "host;X-Sdk-Date" },
        WrongSignature("names not sorted", "headers-not-sorted") { $0.signedHeaders = "x-sdk-date;host" },
        WrongSignature("a name twice", "headers-not-sorted") { $0.signedHeaders = "host;host;x-sdk-date" },
        WrongSignature("a header that is not sent", "header-not-sent") { $0.signedHeaders = "host;x-more;x-sdk-date" },
        WrongSignature("the real host", "host") { $0.signedHost = "bss.myhuaweicloud.com" },
        WrongSignature("the host without its port", "host") { $0.signedHost = "127.0.0.1" },
        WrongSignature("no line feed behind the headers", "header-form") { $0.headerLines = { String($0.dropLast()) } },
        WrongSignature("a space behind the colon", "header-form") {
            $0.signedHeaders = "x-sdk-date"
            $0.headerLines = { $0.replacing("x-sdk-date:", with: "x-sdk-date: ") }
        },
    ]

    private static let keys = [
        WrongSignature("another SK", "secret-key") { $0.caller = Caller(access: "PARTNERAK", secret: "partnersk") },
        WrongSignature("temporary keys without their token", "no-security-token") { $0.caller = .temporary },
        WrongSignature("temporary keys with another token", "security-token") {
            $0.caller = .temporary
            $0.headers = [(name: "X-Security-Token", value: "other")]
        },
        WrongSignature("the token of temporary keys is not signed", "security-token-not-signed") {
            $0.caller = .temporary
            $0.headers = [(name: "X-Security-Token", value: "SecurityToken")]
            $0.signedHeaders = "host;x-sdk-date"
        },
    ]

    private static let signatures = [
        WrongSignature("capitals", "signature-in-capitals") { $0.signature = { $0.uppercased() } },
        WrongSignature("Base64", "signature-form") {
            $0.signature = { Base64.encode(Hexadecimal.decode($0) ?? []) }
        },
        WrongSignature("a digit too few", "signature-form") { $0.signature = { String($0.dropLast()) } },
        WrongSignature("zeros", "secret-key") { $0.signature = { _ in String(repeating: "0", count: 64) } },
    ]

    private static let requestLine = [
        WrongSignature("another method", "method") { $0.signedMethod = "POST" },
        WrongSignature("the method in small letters", "method") { $0.signedMethod = "get" },
        WrongSignature("no slash behind the path", "path-slash") {
            $0.signedPath = "/v3/accounts/partner-accounts/adjust-records"
        },
        WrongSignature("the older path", "path") { $0.signedPath = "/v2/accounts/partner-accounts/adjust-records/" },
        WrongSignature("no query", "query-missing") { $0.signedQuery = "" },
        WrongSignature("the query as it is sent", "query-order") {
            $0.query = "offset=0&limit=10"
            $0.signedQuery = "offset=0&limit=10"
        },
        WrongSignature("the query not encoded", "query-encoding") { $0.signedQuery = "limit=10&memo=a b&offset=0" },
        WrongSignature("a plus for a space", "query-encoding") { $0.signedQuery = "limit=10&memo=a+b&offset=0" },
    ]

    private static let bodies = [
        WrongSignature("no body", "body-missing", .post) { $0.signedBodyHash = SDKCanonicalRequest.hash([]) },
        WrongSignature("a line feed more", "body", .post) {
            $0.signedBodyHash = SDKCanonicalRequest.hash(RawCall.postJSON + [0x0A])
        },
        WrongSignature("the hash in capitals", "body", .post) {
            $0.signedBodyHash = SDKCanonicalRequest.hash(RawCall.postJSON).uppercased()
        },
        WrongSignature("another body", "secret-key", .post) {
            $0.signedBodyHash = SDKCanonicalRequest.hash(Array("{}".utf8))
        },
        WrongSignature("the hash of another body in its header", "content-hash", .post) {
            $0.headers.append((name: "X-Sdk-Content-Sha256", value: SDKCanonicalRequest.hash([])))
        },
        WrongSignature("a JSON body that is not signed", "unsigned-payload", .post) {
            $0.headers.append((name: "X-Sdk-Content-Sha256", value: "UNSIGNED-PAYLOAD"))
            $0.signedBodyHash = "UNSIGNED-PAYLOAD"
        },
    ]
}
