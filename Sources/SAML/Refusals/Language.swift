/// The two languages that everything shown to a person is written in.
public enum Language: String, CaseIterable, Sendable {
    /// English.
    case en
    /// 简体中文.
    case zh

    /// The tag of BCP 47, for HTML.
    public var tag: String {
        switch self {
        case .en: "en"
        case .zh: "zh-CN"
        }
    }
}
