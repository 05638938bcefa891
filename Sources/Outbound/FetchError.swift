public import SAML

/// Why a document was not fetched or a message not taken.
public struct FetchError: Error, Hashable, Sendable {
    /// The step that refused.
    public enum Code: String, CaseIterable, Sendable {
        /// Not an https address, or one that this program does not read.
        case address
        /// The name means no address.
        case name
        /// The name means an address that is not public.
        case privateAddress = "private-address"
        /// Nobody answered, the certificate was not good, or the connection broke.
        case connection
        /// It took too long.
        case timeout
        /// Another status than 200, for a message than 200 to 299.
        case status
        /// More octets than are taken.
        case tooLarge = "too-large"
        /// More redirects than are followed.
        case redirects
    }

    /// The step.
    public let code: Code
    /// What was there, for people.
    public let found: String

    init(_ code: Code, _ found: String) {
        self.code = code
        self.found = found
    }

    /// What happened and what to do.
    public var message: Bilingual {
        switch code {
        case .address: Bilingual("Only https addresses are fetched: \(found)", "只从 https 地址获取：\(found)")
        case .name: Bilingual("The name cannot be resolved; check it and DNS: \(found)", "无法解析域名，请检查名称和 DNS：\(found)")
        case .privateAddress:
            Bilingual(
                "The name means an address that is not public: \(found).",
                "该域名指向非公网地址：\(found)。"
            )
        case .connection:
            Bilingual(
                "No good connection: \(found). Check the firewall and the server's certificate.",
                "连接失败：\(found)。请检查防火墙和服务器证书。"
            )
        case .timeout: Bilingual("The server took too long: \(found)", "服务器响应超时：\(found)")
        case .status: Bilingual("The server answered with status \(found).", "服务器返回状态 \(found)。")
        case .tooLarge: Bilingual("The document is larger than \(found).", "文档超过 \(found)。")
        case .redirects: Bilingual("The server redirects too often: \(found)", "重定向次数过多：\(found)")
        }
    }
}
