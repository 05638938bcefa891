public import SAML

/// A customer's phone number, in the forms that HUAWEI CLOUD wants of it (huawei-cloud.md 3.5, 6.4).
public struct PhoneNumber: Hashable, Sendable {
    /// The rule for people.
    public static let rule = Bilingual(
        "a phone number with its country code, such as 0086-13800138000",
        "带国家码的电话号码，例如 0086-13800138000"
    )

    /// The country's calling code, such as `86`.
    public let countryCode: String
    /// The number in the country, digits only.
    public let number: String

    /// ITU-T E.164 6.1: calling code and number together; the SAML attribute would take 32 characters.
    private static let longest = 15
    /// The shortest national numbers in use.
    private static let shortest = 4

    /// Reads `13800138000` (at the site in China only), `+86 138 0013 8000`, `0086-13800138000`, `+86-138-0013-8000`.
    ///
    /// A bare number elsewhere is refused: it does not say of which country it is.
    public init?(_ text: String, at site: Site) {
        let isChina = site == .china || site.isSimulation
        guard let (code, number) = Self.split(text, isChina: isChina), number.count >= Self.shortest,
            code.count + number.count <= Self.longest
        else { return nil }
        // Mobile numbers of the mainland have eleven digits and begin with 1; others are typing errors.
        guard code != "86" || (number.count == 11 && number.first == "1") else { return nil }
        countryCode = code
        self.number = number
    }

    /// `0086-13800138000`, the SAML attribute `mobile`: `00`, the calling code, a hyphen, the number.
    public var attributeForm: String { "00" + countryCode + "-" + number }

    /// `0086-13800138000`, the `search_value` of check-identity; `nil` for calling codes of one or three digits, which
    /// its documented pattern of four digits before the hyphen cannot say.
    public var checkIdentityForm: String? { countryCode.count == 2 ? attributeForm : nil }

    /// `13800138000`, the `mobile_phone` of create-customer; `nil` for numbers outside China, which it does not take.
    public var createCustomerForm: String? { countryCode == "86" ? number : nil }

    private static func split(_ text: String, isChina: Bool) -> (code: String, number: String)? {
        if text.hasPrefix("+") { return international(text.dropFirst()) }
        if text.hasPrefix("00") { return international(text.dropFirst(2)) }
        guard isChina, let groups = groups(text[...]) else { return nil }
        return ("86", groups.joined())
    }

    // Calling codes are prefix-free, so the code is found without separators. A separator within the code contradicts
    // the plan, and nobody can say which of both was meant.
    private static func international(_ text: Substring) -> (code: String, number: String)? {
        guard let groups = groups(text), let first = groups.first, first.first != "0" else { return nil }
        let digits = groups.joined()
        let length = CallingCode.length(of: digits[...])
        guard first.count >= length else { return nil }
        return (String(digits.prefix(length)), String(digits.dropFirst(length)))
    }

    // Groups of ASCII digits with one space or hyphen between them; `nil` for anything else.
    private static func groups(_ text: Substring) -> [Substring]? {
        let groups = text.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "-" }
        let isPlain = groups.allSatisfy { group in !group.isEmpty && group.allSatisfy { $0.isASCII && $0.isNumber } }
        return isPlain ? groups : nil
    }
}
