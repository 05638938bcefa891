import XMLSecurity

/// The rules that fields of several calls share.
enum BSSField {
    static func identifier(_ value: String, _ field: String, longest: Int) throws(BSSFieldFault) {
        guard IdentifierRule.holds(value, longest: longest) else {
            throw BSSFieldFault(field, "1 to \(longest) visible characters", "1 到 \(longest) 个可见字符")
        }
    }

    static func optional(_ value: String?, _ field: String, longest: Int) throws(BSSFieldFault) {
        if let value { try identifier(value, field, longest: longest) }
    }

    static func page(offset: Int, limit: Int, longest: Int = 40_000_000) throws(BSSFieldFault) {
        guard (0...longest).contains(offset) else {
            throw BSSFieldFault("offset", "a number from 0 to \(longest)", "0 到 \(longest) 的数字")
        }
        guard (1...100).contains(limit) else {
            throw BSSFieldFault("limit", "a number from 1 to 100", "1 到 100 的数字")
        }
    }

    static func chinesePhone(_ value: String, _ field: String) throws(BSSFieldFault) {
        let digits = Array(value.utf8)
        let isNumber = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isNumber, digits.count == 11, digits.first == UInt8(ascii: "1") else {
            throw BSSFieldFault(
                field,
                "a mobile number of the Chinese mainland, 11 digits, such as 13800138000",
                "中国大陆手机号，11 位数字，例如 13800138000"
            )
        }
    }

    /// Whole seconds in UTC, as all BSS APIs write a time.
    static func time(_ instant: Instant) -> String {
        String(instant.xsDateTime.prefix(19)) + "Z"
    }

    static func instant(_ text: String, _ field: String) throws(BSSFieldFault) -> Instant {
        guard text.utf8.count == 20, let instant = Instant(xsDateTime: text) else {
            throw BSSFieldFault(field, "a time in UTC such as 2026-11-24T01:00:00Z", "UTC 时间，例如 2026-11-24T01:00:00Z")
        }
        return instant
    }
}
