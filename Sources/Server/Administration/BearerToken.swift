import Onboarding

/// The token of an `Authorization` field (RFC 6750 section 2.1).
enum BearerToken {
    static func read(_ field: String?) throws -> OperatorToken {
        guard let field, !field.isEmpty else { throw OperatorRefusal(.missing, "") }
        let parts = field.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer", let token = OperatorToken(parts[1]) else {
            throw OperatorRefusal(.stranger, "")
        }
        return token
    }
}
