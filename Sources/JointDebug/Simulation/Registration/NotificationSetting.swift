import SAML

/// Where and how a platform is told of associations (huawei-cloud.md 5).
public struct NotificationSetting: Hashable, Sendable {
    /// Who carries the notification.
    public enum Channel: String, CaseIterable, Sendable {
        /// The customer's browser, as BINDUI has it.
        case browser
        /// HUAWEI CLOUD itself, by a POST.
        case server
        /// Both.
        case both
    }

    /// The notification URL of the access configuration; `nil` while none is set.
    public let url: String?
    /// Who carries it.
    public let channel: Channel

    /// None is set.
    public static let none = NotificationSetting()

    private init() {
        url = nil
        channel = .browser
    }

    /// Takes an address; `nil` when that is none.
    /// - Parameters:
    ///   - url: an http or https address without a fragment.
    ///   - channel: who carries it.
    public init?(_ url: String, by channel: Channel = .browser) {
        guard let address = try? WebAddress(url), !address.rest.contains("#") else { return nil }
        self.url = address.text
        self.channel = channel
    }
}
