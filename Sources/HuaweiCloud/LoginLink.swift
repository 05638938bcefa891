import SAML

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
        let encode = Self.encodeURIComponent
        url =
            site.loginLink + "?xAccountType=" + encode(platformID.value) + "&isFirstLogin=\(isFirstLogin)"
            + "&service=" + encode(service.value)
    }

    /// Encodes as JavaScript's `encodeURIComponent` does, which the documentation names: `! ' ( ) *` stay as they are.
    static func encodeURIComponent(_ text: String) -> String {
        let kept: [String: String] = ["%21": "!", "%27": "'", "%28": "(", "%29": ")", "%2A": "*"]
        var encoded = ""
        var rest = PercentEncoding.encode(text)[...]
        while let percent = rest.firstIndex(of: "%") {
            let end = rest.index(percent, offsetBy: 3)
            encoded += rest[..<percent]
            encoded += kept[String(rest[percent..<end])] ?? String(rest[percent..<end])
            rest = rest[end...]
        }
        return encoded + rest
    }
}
