/// One text in both languages; there is no way to write it in one only.
public struct Bilingual: Hashable, Sendable {
    /// The English text.
    public let en: String
    /// The Chinese text.
    public let zh: String

    /// Makes a text from both languages.
    public init(_ en: String, _ zh: String) {
        self.en = en
        self.zh = zh
    }

    /// The text in that language.
    public subscript(language: Language) -> String {
        switch language {
        case .en: en
        case .zh: zh
        }
    }
}
