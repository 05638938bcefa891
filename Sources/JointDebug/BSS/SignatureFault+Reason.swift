import SAML

extension SignatureFault {
    /// What is wrong, for people.
    var reason: Bilingual {
        switch self {
        case .noAuthorization:
            Bilingual("There is no Authorization and no X-Auth-Token.", "缺少 Authorization 或 X-Auth-Token。")
        case .algorithm:
            Bilingual("Authorization does not begin with SDK-HMAC-SHA256.", "Authorization 不以 SDK-HMAC-SHA256 开头。")
        case .fields:
            Bilingual(
                "Authorization is not Access=…, SignedHeaders=…, Signature=….",
                "Authorization 不是 Access=…, SignedHeaders=…, Signature=… 的形式。"
            )
        case .unknownAccessKey: Bilingual("Nobody has this AK.", "AK 不存在。")
        case .noDate: Bilingual("There is no X-Sdk-Date.", "缺少 X-Sdk-Date。")
        case .dateForm: Bilingual("X-Sdk-Date is not like 20060102T150405Z.", "X-Sdk-Date 不是 20060102T150405Z 的形式。")
        case .clock: Bilingual("X-Sdk-Date is off by more than 15 minutes.", "X-Sdk-Date 与服务器时间相差超过 15 分钟。")
        case .headersInCapitals: Bilingual("SignedHeaders has capitals.", "SignedHeaders 中有大写字母。")
        case .headersNotSorted: Bilingual("SignedHeaders is not sorted.", "SignedHeaders 未排序。")
        case .dateNotSigned: Bilingual("x-sdk-date is not signed.", "x-sdk-date 未参与签名。")
        case .headerNotSent: Bilingual("A signed header was not sent.", "参与签名的头未发送。")
        case .noSecurityToken:
            Bilingual("The AK is temporary and X-Security-Token is missing.", "临时 AK 缺少 X-Security-Token。")
        case .securityToken: Bilingual("X-Security-Token is not the AK's.", "X-Security-Token 与 AK 不符。")
        case .securityTokenNotSigned: Bilingual("x-security-token is not signed.", "x-security-token 未参与签名。")
        case .contentHash:
            Bilingual("X-Sdk-Content-Sha256 is not the hash of the body.", "X-Sdk-Content-Sha256 不是消息体的哈希。")
        case .unsignedPayload: Bilingual("The body of a JSON call must be signed.", "JSON 请求的消息体须参与签名。")
        case .signatureForm: Bilingual("The signature is not 64 hexadecimal digits.", "签名不是 64 位十六进制数。")
        case .signatureInCapitals: Bilingual("The signature is in capitals.", "签名为大写。")
        case .tokenExpired: Bilingual("The token is older than 24 hours.", "Token 已超过 24 小时。")
        case .unknownToken: Bilingual("Nobody was given this token.", "Token 不是本系统签发的。")
        default: madeOver
        }
    }

    /// What another text was signed for.
    private var madeOver: Bilingual {
        switch self {
        case .method: Bilingual("Another method was signed.", "签名所用的请求方法不同。")
        case .pathSlash: Bilingual("The signed path lacks the slash at its end.", "签名所用的路径缺少末尾的斜杠。")
        case .path: Bilingual("Another path was signed.", "签名所用的路径不同。")
        case .queryMissing: Bilingual("The query was not signed.", "查询参数未参与签名。")
        case .queryOrder: Bilingual("The signed query is not sorted.", "签名所用的查询参数未排序。")
        case .queryEncoding: Bilingual("The signed query is not encoded, or otherwise.", "签名所用的查询参数编码不正确。")
        case .host: Bilingual("Another host was signed than was sent.", "签名所用的 Host 与发送的不同。")
        case .headerForm:
            Bilingual("The signed headers are not name:value, each with a line feed.", "签名所用的头不是“名称:值”加换行的形式。")
        case .bodyMissing: Bilingual("The body was not signed.", "消息体未参与签名。")
        case .body: Bilingual("Other octets were signed than were sent.", "签名的消息体与发送的不同。")
        default:
            Bilingual(
                "The SK is not the AK's, or the canonical request is wrong in more than one place.",
                "SK 与 AK 不匹配，或规范请求有多处错误。"
            )
        }
    }
}
