import SAML
import XMLSecurity

/// The rule of passwords of new accounts (huawei-cloud.md 6.4).
enum NewPassword {
    private static let rule = Bilingual(
        "8 to 32 visible ASCII characters of at least two kinds (capitals, small letters, digits, others), not the account name or its reverse, without the phone number",
        "8 到 32 个可见 ASCII 字符，至少包含大写字母、小写字母、数字、特殊字符中的两种，不能是账号名或其倒序，不能包含手机号"
    )

    static func judge(_ password: Secret, domainName: String?, mobile: String?) throws(BSSFieldFault) {
        let bytes = password.withBytes { $0 }
        let text = String(decoding: bytes, as: UTF8.self)
        let kinds = Set(bytes.map(kind))
        guard (8...32).contains(bytes.count), kinds.count > 1, !kinds.contains(.forbidden) else {
            throw BSSFieldFault("password", rule)
        }
        if let name = domainName?.lowercased() {
            let lowered = text.lowercased()
            guard lowered != name, lowered != String(name.reversed()) else { throw BSSFieldFault("password", rule) }
        }
        if let mobile, text.contains(mobile) { throw BSSFieldFault("password", rule) }
    }

    private enum Kind {
        case capital, small, digit, other, forbidden
    }

    private static func kind(_ byte: UInt8) -> Kind {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .small
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case 0x21...0x7E: .other
        default: .forbidden
        }
    }
}
