public import SAML

/// A way in which the simulated HUAWEI CLOUD can be told to misbehave.
public enum FaultKind: String, CaseIterable, Hashable, Sendable {
    /// Every answer comes late.
    case slow
    /// Every answer is an error of the server.
    case serverError = "server-error"
    /// The clock of the simulation is wrong.
    case clock
    /// Requests and notifications are signed with a key that no metadata names.
    case wrongKey = "wrong-key"
    /// Requests and notifications are signed with the key of before the last rollover.
    case oldKey = "old-key"
    /// Requests are not signed.
    case unsignedRequest = "unsigned-request"
    /// Requests are signed with rsa-sha1.
    case sha1
    /// The query is encoded anew after it was signed.
    case reencodedQuery = "reencoded-query"
    /// No RelayState is sent.
    case missingRelayState = "missing-relay-state"
    /// A RelayState of 2 KB is sent, where the specification allows 80 octets (saml-bindings 3.4.3).
    case longRelayState = "long-relay-state"
    /// The SigAlg stands in upper case, as the documentation prints it.
    case upperCasedSigAlg = "upper-cased-sigalg"
    /// Requests name another assertion consumer service than the metadata.
    case otherACS = "other-acs"
    /// Requests are issued in another name.
    case changedEntityID = "changed-entity-id"
    /// Each notification is sent twice.
    case duplicateNotification = "duplicate-notification"
    /// Notifications are sent later, by the server.
    case lateNotification = "late-notification"
    /// Notifications are not sent.
    case lostNotification = "lost-notification"
    /// Accounts made by API are associated later.
    case lateAssociation = "late-association"
    /// The BSS endpoints answer as if the rate limit were reached.
    case throttled

    /// What the number after `=` means; `nil` where the fault takes none.
    public var value: FaultValue? {
        switch self {
        case .slow: FaultValue(unit: Bilingual("seconds", "秒"), range: 1...120, assumed: 5)
        case .serverError: FaultValue(unit: Bilingual("status", "状态码"), range: 500...599, assumed: 503)
        case .clock: FaultValue(unit: Bilingual("seconds", "秒"), range: -86_400...86_400, assumed: 600)
        case .lateNotification: FaultValue(unit: Bilingual("seconds", "秒"), range: 1...3600, assumed: 30)
        case .lateAssociation: FaultValue(unit: Bilingual("seconds", "秒"), range: 1...3600, assumed: 30)
        default: nil
        }
    }

    /// One sentence for people.
    public var summary: Bilingual {
        switch self {
        case .slow: Bilingual("Every answer comes late.", "每个应答都延迟。")
        case .serverError: Bilingual("Every answer is a server error.", "每个应答都是服务器错误。")
        case .clock: Bilingual("The clock is wrong.", "时钟不准。")
        case .wrongKey: Bilingual("Signed with an unknown key.", "用未知密钥签名。")
        case .oldKey: Bilingual("Signed with the key before the last rollover.", "用轮换前的密钥签名。")
        case .unsignedRequest: Bilingual("Requests are not signed.", "请求未签名。")
        case .sha1: Bilingual("Requests are signed with rsa-sha1.", "请求用 rsa-sha1 签名。")
        case .reencodedQuery: Bilingual("The query is encoded anew after signing.", "签名后查询串被重新编码。")
        case .missingRelayState: Bilingual("No RelayState is sent.", "不发送 RelayState。")
        case .longRelayState: Bilingual("A RelayState of 2 KB is sent.", "发送 2 KB 的 RelayState。")
        case .upperCasedSigAlg: Bilingual("SigAlg stands in upper case.", "SigAlg 为大写。")
        case .otherACS: Bilingual("Requests name an unregistered ACS.", "请求指定未登记的 ACS。")
        case .changedEntityID: Bilingual("Requests come from another entityID.", "请求来自另一个 entityID。")
        case .duplicateNotification: Bilingual("Each notification is sent twice.", "每个通知发送两次。")
        case .lateNotification: Bilingual("Notifications come late.", "通知延迟到达。")
        case .lostNotification: Bilingual("Notifications are lost.", "通知丢失。")
        case .lateAssociation: Bilingual("Accounts made by API are associated later.", "通过 API 创建的账号延迟关联。")
        case .throttled: Bilingual("BSS answers that the rate limit is reached.", "BSS 应答已达到流控阈值。")
        }
    }
}
