import HuaweiCloud
import SAML

/// A field that breaks its rule, as wrong usage.
enum BSSInput {
    static func judged<Call>(_ make: () throws(BSSFieldFault) -> Call) throws -> Call {
        do {
            return try make()
        } catch {
            throw CommandFailure(.unusable, error.message.en, error.message.zh)
        }
    }

    static func phone(_ text: String, at site: Site) throws -> PhoneNumber {
        guard let phone = PhoneNumber(text, at: site) else {
            throw CommandFailure(
                .unusable,
                "The phone must be \(PhoneNumber.rule.en).",
                "电话须为\(PhoneNumber.rule.zh)。"
            )
        }
        return phone
    }

    /// The form that create-customer and send-code take.
    static func chinesePhone(_ text: String, at site: Site) throws -> String {
        guard let number = try phone(text, at: site).createCustomerForm else {
            throw CommandFailure(
                .unusable,
                "Only mobile numbers of the Chinese mainland are taken.",
                "仅支持中国大陆手机号。"
            )
        }
        return number
    }
}
