public import HuaweiCloud
public import SAML

/// Why a call to the BSS brought nothing.
public enum BSSFailure: Error, Hashable, Sendable {
    /// The BSS said no.
    case refused(BSSError)
    /// IAM gave no token to call it with.
    case noToken(IAMRefusal)
    /// Nobody answered, or not in time.
    case unreachable(FetchError)
    /// The call may have been carried out, but nobody said so: look before it is sent again.
    case unknown(BSSOperation, FetchError)
    /// The answer is not what the documentation says.
    case unreadable(BSSOperation, status: Int)
    /// The waiting was given up.
    case cancelled

    /// What happened and what to do.
    public var message: Bilingual {
        switch self {
        case .refused(let error): return error.message
        case .noToken(let refusal): return refusal.message
        case .unreachable(let error): return error.message
        case .unknown(let operation, let error):
            let said = error.message
            return Bilingual(
                "\(said.en) Whether “\(operation.title.en)” was carried out is not known: look it up before you repeat it.",
                "\(said.zh) “\(operation.title.zh)”是否已执行未知，请先查询再重试。"
            )
        case .unreadable(let operation, let status):
            return Bilingual(
                "The answer to “\(operation.title.en)” (HTTP \(status)) cannot be read; check that the address is the BSS's.",
                "无法读取“\(operation.title.zh)”的应答（HTTP \(status)），请检查地址是否为 BSS 终端节点。"
            )
        case .cancelled: return Bilingual("The call was given up.", "调用已取消。")
        }
    }
}
