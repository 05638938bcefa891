import SAML

/// A refusal or a warning as the JSON contract has it (design section 6): all keys always there.
struct ReportedRefusal: Encodable {
    private let refusal: Refusal

    init(_ refusal: Refusal) {
        self.refusal = refusal
    }

    private enum Key: String, CodingKey {
        case code, `class`, spec, xpath, line, expected, found, message, hint, messageZh, hintZh
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(refusal.code.id, forKey: .code)
        try container.encode(refusal.code.refusalClass.rawValue, forKey: .class)
        try container.encode(refusal.code.spec, forKey: .spec)
        try container.encode(refusal.xpath, forKey: .xpath)
        try container.encode(refusal.line, forKey: .line)
        try container.encode(refusal.expected, forKey: .expected)
        try container.encode(refusal.found, forKey: .found)
        try container.encode(refusal.code.message.en, forKey: .message)
        try container.encode(refusal.hint.en, forKey: .hint)
        try container.encode(refusal.code.message.zh, forKey: .messageZh)
        try container.encode(refusal.hint.zh, forKey: .hintZh)
    }
}
