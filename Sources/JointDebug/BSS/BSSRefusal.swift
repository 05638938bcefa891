import HuaweiCloud
import SAML

/// A documented error of the BSS.
struct BSSRefusal: Error, Hashable, Sendable {
    let status: Int
    let code: String
    let detail: String
    /// The account that was made all the same.
    private(set) var created: CreateCustomer.Answer?

    init(_ status: Int, _ code: String, _ detail: String) {
        self.status = status
        self.code = code
        self.detail = detail
    }

    init(_ fault: BSSFieldFault) {
        self.init(400, "CBC.0100", fault.message.en)
    }

    static let throttled = BSSRefusal(
        429,
        "APIG.0308",
        "The throttling threshold has been reached: policy user over ratelimit,limit:10,time:1 second"
    )
    static let tooLarge = BSSRefusal(413, "APIG.0201", "Request entity too large")
    static let denied = BSSRefusal(403, "CBC.0151", "Access denied.")
    static let codeIsWrong = BSSRefusal(400, "CBC.99000026", "The verification code is incorrect.")
    static let codeIsExpired = BSSRefusal(400, "CBC.99000027", "The verification code has expired.")
    static let codeFailedTooOften = BSSRefusal(400, "CBC.99004009", "The verification code failed more than 3 times.")
    static let phoneIsRefused = BSSRefusal(400, "CBC.99000004", "The mobile number is not accepted.")
    static let mobileExists = BSSRefusal(400, "CBC.99000029", "The mobile number already exists.")
    static let phoneIsFull = BSSRefusal(400, "CBC.99000030", "The mobile number has all accounts that it may have.")
    static let resellerIsOther = BSSRefusal(400, "CBC.99000037", "The cloud reseller is not the partner's.")
    static let nameExists = BSSRefusal(400, "CBC.99000038", "The account name already exists.")
    static let accountExists = BSSRefusal(400, "CBC.99000039", "The xaccountId already exists.")
    static let customerIsReported = BSSRefusal(400, "CBC.99000051", "The customer was reported by HUAWEI CLOUD.")
    static let mobileIsWrong = BSSRefusal(400, "CBC.5017", "The mobile number is invalid.")
    static let nameIsWrong = BSSRefusal(400, "CBC.99000031", "The account name is invalid.")
    static let passwordIsWrong = BSSRefusal(400, "CBC.99000036", "The password is invalid.")
    static let otherPlatform = BSSRefusal(400, "CBC.0101", "The xaccountType is invalid.")

    /// The account is there, its association is not yet.
    static func associationIsLate(_ created: CreateCustomer.Answer) -> BSSRefusal {
        var refusal = BSSRefusal(500, "CBC.99000050", "Querying the association result timed out.")
        refusal.created = created
        return refusal
    }
}
