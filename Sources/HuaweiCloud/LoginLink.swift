/// The address that starts a sign-on at HUAWEI CLOUD (huawei-cloud.md 3.1).
public struct LoginLink: Hashable, Sendable {
    /// The whole address.
    public let url: String

    /// Builds the link.
    /// - Parameters:
    ///   - site: which HUAWEI CLOUD.
    ///   - platformID: `xAccountType`.
    ///   - isFirstLogin: whether the customer has no bound HUAWEI CLOUD account yet.
    ///   - service: where the customer lands.
    public init(site: Site, platformID: PlatformID, isFirstLogin: Bool, service: ServiceURL) {
        url =
            site.loginLink + "?xAccountType=" + URIComponent.encode(platformID.value)
            + "&isFirstLogin=\(isFirstLogin)&service=" + URIComponent.encode(service.value)
    }
}
