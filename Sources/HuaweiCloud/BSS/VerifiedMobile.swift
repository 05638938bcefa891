/// A phone in the Chinese mainland and the code that was sent to it; one is not taken without the other.
public struct VerifiedMobile: Hashable, Sendable, CustomStringConvertible {
    /// Eleven digits.
    public let number: String
    /// Six digits.
    public let code: String

    /// Judges both.
    /// - Parameters:
    ///   - number: eleven digits, without a country code.
    ///   - code: the six digits that came.
    /// - Throws: ``BSSFieldFault``.
    public init(_ number: String, code: String) throws(BSSFieldFault) {
        try BSSField.chinesePhone(number, "mobile_phone")
        let isNumber = code.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isNumber, code.utf8.count == 6 else {
            throw BSSFieldFault(
                "verification_code",
                "the six digits that were sent to the phone",
                "发送到该手机的六位数字"
            )
        }
        self.number = number
        self.code = code
    }

    /// A placeholder.
    public var description: String { "<mobile>" }
}
