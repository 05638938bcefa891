public import XMLSecurity

/// What a call to the BSS APIs is signed with.
public struct BSSCredentials: Sendable, CustomStringConvertible {
    /// Names the caller.
    public let accessKey: AccessKey
    /// Signs.
    public let secretKey: Secret
    /// Sent beside temporary keys as `X-Security-Token` (huawei-cloud.md 6.1); `nil` for permanent ones.
    public let securityToken: Secret?

    /// Collects them.
    public init(accessKey: AccessKey, secretKey: Secret, securityToken: Secret? = nil) {
        self.accessKey = accessKey
        self.secretKey = secretKey
        self.securityToken = securityToken
    }

    /// A placeholder.
    public var description: String { "<credentials>" }
}
