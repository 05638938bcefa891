/// The claims of a hand-off token as they stand in it, verified in signature and in nothing else (design section 7).
public struct HandOffClaims: Sendable, Decodable {
    let issuer: String?
    let audience: [String]
    let issuedAt: Int64?
    let expiresAt: Int64?
    let id: String?
    let subject: String?
    /// The account that it names, not judged.
    public let account: String?
    let request: String?
    let service: String?
    /// The SP that it names in place of HUAWEI CLOUD, not judged.
    public let serviceProvider: String?
    let relayState: String?
    let accountName: String?
    let email: String?
    let mobile: String?
    let firstLogin: Bool?
    let authTime: Int64?
    let authnContextClass: String?

    private enum CodingKeys: String, CodingKey {
        case issuer = "iss"
        case audience = "aud"
        case issuedAt = "iat"
        case expiresAt = "exp"
        case id = "jti"
        case subject = "sub"
        case account = "x_account_id"
        case request
        case service
        case serviceProvider = "sp"
        case relayState = "relay_state"
        case accountName = "account_name"
        case email
        case mobile
        case firstLogin = "first_login"
        case authTime = "auth_time"
        case authnContextClass = "acr"
    }

    /// Reads the claims; unknown ones are ignored, as RFC 7519 section 4 has it.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String? { try container.decodeIfPresent(String.self, forKey: key) }
        issuer = try text(.issuer)
        // RFC 7519 4.1.3: one text, or a list of them.
        if let one = try? container.decode(String.self, forKey: .audience) {
            audience = [one]
        } else {
            audience = try container.decodeIfPresent([String].self, forKey: .audience) ?? []
        }
        issuedAt = try Self.time(container, .issuedAt)
        expiresAt = try Self.time(container, .expiresAt)
        id = try text(.id)
        subject = try text(.subject)
        account = try text(.account)
        request = try text(.request)
        service = try text(.service)
        serviceProvider = try text(.serviceProvider)
        relayState = try text(.relayState)
        accountName = try text(.accountName)
        email = try text(.email)
        mobile = try text(.mobile)
        firstLogin = try container.decodeIfPresent(Bool.self, forKey: .firstLogin)
        authTime = try Self.time(container, .authTime)
        authnContextClass = try text(.authnContextClass)
    }

    // RFC 7519 NumericDate may have a fraction. Beyond the range of a calendar it is no time.
    private static func time(_ container: KeyedDecodingContainer<CodingKeys>, _ key: CodingKeys) throws -> Int64? {
        guard let seconds = try container.decodeIfPresent(Double.self, forKey: key) else { return nil }
        guard seconds >= 0, seconds < 253_402_300_800 else {
            let context = DecodingError.Context(codingPath: [key], debugDescription: "not a time")
            throw DecodingError.dataCorrupted(context)
        }
        return Int64(seconds)
    }
}
