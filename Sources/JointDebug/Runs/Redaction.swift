/// Takes secrets out of what is kept: tokens, passwords, cookies, keys' signatures in headers.
///
/// Signatures of SAML messages and notifications are none: they are what the reader came for.
enum Redaction {
    static let mark = "[redacted]"

    private static let headers: Set = [
        "cookie", "set-cookie", "x-auth-token", "x-subject-token", "x-security-token",
    ]
    private static let fields: Set = ["token", "password", "verification_code", "j_password"]

    /// A header as `name: value`.
    static func header(_ name: String, _ value: String) -> String {
        let lower = name.lowercased()
        if lower == "authorization" {
            let end = value.firstRange(of: "Signature=")?.upperBound ?? value.startIndex
            return "\(name): \(value[..<end])\(mark)"
        }
        guard headers.contains(lower) else { return "\(name): \(text(value))" }
        // A cookie's name and attributes tell something; its value is the secret.
        let parts = value.split(separator: ";").map { part in
            let pair = part.split(separator: "=", maxSplits: 1)
            let isAttribute = ["path", "max-age", "samesite", "expires", "domain"]
                .contains(pair[0].lowercased().drop { $0 == " " })
            return pair.count == 2 && !isAttribute ? "\(pair[0])=\(mark)" : String(part)
        }
        return "\(name): \(lower.hasSuffix("cookie") ? parts.joined(separator: ";") : mark)"
    }

    /// A body, a query or an address.
    static func text(_ text: String) -> String {
        var redacted = text
        for field in fields {
            redacted = hide(after: field + "=", until: ["&", " ", "\n", "\""], atWordStart: true, in: redacted)
            redacted = hide(after: "\"\(field)\":\"", until: ["\""], atWordStart: false, in: redacted)
            redacted = hide(after: "\"\(field)\" : \"", until: ["\""], atWordStart: false, in: redacted)
        }
        return redacted
    }

    /// Hides messages as they went over the wire: decoded they stand beside it, without what is personal.
    static func messages(_ text: String) -> String {
        ["SAMLRequest", "SAMLResponse", "bindRequest"].reduce(text) { text, name in
            hide(after: name + "=", until: ["&", " ", "\n", "\""], atWordStart: true, in: text)
        }
    }

    private static func hide(
        after start: String,
        until ends: Set<Character>,
        atWordStart: Bool,
        in text: String
    ) -> String {
        guard text.contains(start) else { return text }
        var redacted = ""
        var rest = Substring(text)
        while let place = rest.firstRange(of: start) {
            let before = rest[..<place.lowerBound].last
            redacted += rest[..<place.upperBound]
            rest = rest[place.upperBound...]
            guard !atWordStart || before.map({ !$0.isLetter && !$0.isNumber && $0 != "_" }) ?? true else { continue }
            redacted += mark
            rest = rest.drop { !ends.contains($0) }
        }
        return redacted + rest
    }
}
