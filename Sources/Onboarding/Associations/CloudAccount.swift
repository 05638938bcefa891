/// A HUAWEI CLOUD account as a notification names it.
public struct CloudAccount: Hashable, Sendable, Codable, CustomStringConvertible {
    /// `domainId`, which BSS calls `customer_id`.
    public let id: String
    /// `domainName`; `nil` where only the id was told.
    public let name: String?

    /// Names an account.
    public init(id: String, name: String? = nil) {
        self.id = id
        self.name = name
    }

    /// A placeholder: it says who somebody's customer is.
    public var description: String { "<cloud account>" }
}
