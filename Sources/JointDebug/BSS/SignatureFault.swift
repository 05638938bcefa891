import SAML

/// A way in which a call's signature is wrong, told apart as the real gateway does not.
enum SignatureFault: String, Error, CaseIterable, Sendable {
    case noAuthorization = "no-authorization"
    case algorithm
    case fields
    case unknownAccessKey = "unknown-access-key"
    case noDate = "no-date"
    case dateForm = "date-form"
    case clock
    case headersInCapitals = "headers-in-capitals"
    case headersNotSorted = "headers-not-sorted"
    case dateNotSigned = "date-not-signed"
    case headerNotSent = "header-not-sent"
    case noSecurityToken = "no-security-token"
    case securityToken = "security-token"
    case securityTokenNotSigned = "security-token-not-signed"
    case contentHash = "content-hash"
    case unsignedPayload = "unsigned-payload"
    case signatureForm = "signature-form"
    case signatureInCapitals = "signature-in-capitals"
    case method
    case pathSlash = "path-slash"
    case path
    case queryMissing = "query-missing"
    case queryOrder = "query-order"
    case queryEncoding = "query-encoding"
    case host
    case headerForm = "header-form"
    case bodyMissing = "body-missing"
    case body
    case secretKey = "secret-key"
    case unknownToken = "unknown-token"
    case tokenExpired = "token-expired"

    /// The answer's code (huawei-cloud.md 6.5).
    var code: String { self == .tokenExpired ? "CBC.0154" : "APIGW.0301" }

    /// The answer's text, as short as the gateway's own.
    var detail: String {
        let start = "Incorrect IAM authentication information: "
        return switch self {
        case .tokenExpired: "x_auth_token is expired"
        case .unknownToken: start + "decrypt token fail"
        case .unknownAccessKey: start + "Get secretKey failed,ak:******,err:ak not exist"
        case .noAuthorization: start + "no Authorization and no X-Auth-Token"
        case .noDate, .dateForm: start + "X-Sdk-Date is missing or invalid"
        case .clock: start + "signature expired"
        default: start + "verify aksk signature fail"
        }
    }
}
