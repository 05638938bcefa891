public import SAML

/// Why a key does not move, with what to do first.
public struct KeyMoveRefusal: Error, Hashable, Sendable {
    /// The kinds.
    public enum Reason: String, CaseIterable, Sendable {
        /// No key has that name.
        case unknown
        /// The key is where the move would bring it.
        case alreadyThere
        /// It was never published.
        case notPublished
        /// It signs; another must be activated before it goes.
        case stillActive
        /// It is gone, for ever: peers may have forgotten it at any time since.
        case retired
        /// The SP uses the first certificate only, and has not been given metadata with this key first.
        case cutOver
    }

    /// The kind.
    public let reason: Reason
    /// The key.
    public let name: String

    /// Makes a refusal.
    public init(_ reason: Reason, _ name: String) {
        self.reason = reason
        self.name = name
    }

    /// One sentence with what to do first.
    public var message: Bilingual {
        switch reason {
        case .unknown:
            Bilingual(
                "There is no key \(name); see: drawbridge keys list",
                "没有密钥 \(name)，见：drawbridge keys list"
            )
        case .alreadyThere:
            Bilingual(
                "\(name) is in that state already; see: drawbridge keys list",
                "\(name) 已处于该状态，见：drawbridge keys list"
            )
        case .notPublished:
            Bilingual(
                "\(name) is in no metadata yet; run first: drawbridge keys publish \(name)",
                "\(name) 尚未写入元数据，请先执行：drawbridge keys publish \(name)"
            )
        case .stillActive:
            Bilingual(
                "\(name) signs; activate another key first: drawbridge keys activate NAME",
                "\(name) 正在用于签名，请先启用另一个密钥：drawbridge keys activate 名称"
            )
        case .retired:
            Bilingual(
                "\(name) is retired and does not come back; make a new one: drawbridge keys generate",
                "\(name) 已停用且不能恢复，请生成新密钥：drawbridge keys generate"
            )
        case .cutOver:
            Bilingual(
                "HUAWEI CLOUD uses the first certificate only; upload metadata with \(name) first and record it before \(name) signs.",
                "华为云只使用第一个证书；请先上传以 \(name) 为首的元数据并登记，再启用 \(name)。"
            )
        }
    }
}
