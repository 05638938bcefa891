/// A customer's phone number, in the forms that HUAWEI CLOUD wants of it (huawei-cloud.md 3.5, 6.4).
public struct PhoneNumber: Hashable, Sendable {
    /// The country's calling code, such as `86`.
    public let countryCode: String
    /// The number in the country, digits only.
    public let number: String

    /// The SAML attribute has at most 32 characters.
    private static let longest = 32

    /// Reads `13800138000` (at the site in China only), `+86 138 0013 8000`, `0086-13800138000`, `+86-138-0013-8000`.
    ///
    /// A bare number elsewhere is refused: it does not say of which country it is.
    public init?(_ text: String, at site: Site) {
        guard let (code, number) = Self.split(text, isChina: site.name == Site.china.name || site.isSimulation) else {
            return nil
        }
        guard (1...3).contains(code.count), code.first != "0", (4...20).contains(number.count),
            (code + number).allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        // Numbers of the mainland have eleven digits and begin with 1; others are typing errors.
        guard code != "86" || (number.count == 11 && number.first == "1") else { return nil }
        countryCode = code
        self.number = number
        guard attributeForm.count <= Self.longest else { return nil }
    }

    /// `0086-13800138000`, the SAML attribute `mobile`.
    public var attributeForm: String {
        String(repeating: "0", count: max(0, 4 - countryCode.count)) + countryCode + "-" + number
    }

    /// `0086-13800138000`, the `search_value` of check-identity.
    public var checkIdentityForm: String { attributeForm }

    /// `13800138000`, the `mobile_phone` of create-customer; `nil` for numbers outside China, which it does not take.
    public var createCustomerForm: String? { countryCode == "86" ? number : nil }

    private static func split(_ text: String, isChina: Bool) -> (code: String, number: String)? {
        let separators: Set<Character> = [" ", "-"]
        let digits = { (part: Substring) in part.filter { !separators.contains($0) } }
        if text.hasPrefix("+") { return international(text.dropFirst(), digits) }
        if text.hasPrefix("00") { return international(text.drop { $0 == "0" }, digits) }
        return isChina ? ("86", digits(text[...])) : nil
    }

    // Behind `+` the code ends at the first separator; without one it is found by the numbering plan.
    private static func international(
        _ text: Substring,
        _ digits: (Substring) -> String
    ) -> (code: String, number: String)? {
        if let end = text.firstIndex(where: { $0 == " " || $0 == "-" }), end != text.startIndex {
            return (String(text[..<end]), digits(text[end...]))
        }
        let length = CallingCode.length(of: text)
        guard text.count > length else { return nil }
        return (String(text.prefix(length)), digits(text.dropFirst(length)))
    }
}
