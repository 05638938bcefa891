/// Where a session leads when the portal began.
public enum Landing: Hashable, Sendable, Codable {
    /// A page: the login link of HUAWEI CLOUD.
    case link(String)
    /// An SP that is told without having asked.
    case serviceProvider(UnsolicitedTarget)
}
