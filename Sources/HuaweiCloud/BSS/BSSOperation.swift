public import SAML

/// An operation of the BSS APIs, with what the documentation says of it (huawei-cloud.md 6, 7).
public enum BSSOperation: String, CaseIterable, Hashable, Sendable {
    /// Whether a name, phone or e-mail is free.
    case checkIdentity = "check-identity"
    /// Sends a code to a phone.
    case sendCode = "send-code"
    /// Makes an account.
    case createCustomer = "create-customer"
    /// The partner's customers.
    case customers
    /// What was granted to customers and taken back.
    case adjustRecords = "adjust-records"
    /// The same by the older path, where the offset is a page.
    case adjustRecordsV2 = "adjust-records-v2"

    /// The method.
    public var method: String {
        switch self {
        case .adjustRecords, .adjustRecordsV2: "GET"
        case .checkIdentity, .sendCode, .createCustomer, .customers: "POST"
        }
    }

    /// The path.
    public var path: String {
        switch self {
        case .checkIdentity: "/v2/partners/sub-customers/users/check-identity"
        case .sendCode: "/v2/bases/verificationcode/send"
        case .createCustomer: "/v2/partners/sub-customers"
        case .customers: "/v2/partners/sub-customers/query"
        case .adjustRecords: "/v3/accounts/partner-accounts/adjust-records"
        case .adjustRecordsV2: "/v2/accounts/partner-accounts/adjust-records"
        }
    }

    /// Whether a call may be sent again although nobody knows what became of it.
    public var isIdempotent: Bool {
        switch self {
        case .checkIdentity, .customers, .adjustRecords, .adjustRecordsV2: true
        case .sendCode, .createCustomer: false
        }
    }

    /// How many calls are let through in a second.
    public var perSecond: Int { self == .checkIdentity ? 5 : 10 }

    /// Permission items of Partner Center; an operator of the partner must have one of them.
    public var permissionItems: [String] {
        switch self {
        case .checkIdentity, .sendCode, .createCustomer: ["BPC_ITEM_SUBCUSTSERV_010118"]
        case .customers: ["BPC_ITEM_SUBCUSTSERV_010100", "BPC_ITEM_SUBCUSTSERV_010500"]
        case .adjustRecords, .adjustRecordsV2: ["BPC_ITEM_FINANCE_040100"]
        }
    }

    /// The operation for people.
    public var title: Bilingual {
        switch self {
        case .checkIdentity: Bilingual("check identity", "校验客户注册信息")
        case .sendCode: Bilingual("send verification code", "发送验证码")
        case .createCustomer: Bilingual("create customer", "创建客户")
        case .customers: Bilingual("query customers", "查询客户列表")
        case .adjustRecords: Bilingual("query adjustment records", "查询调账记录")
        case .adjustRecordsV2: Bilingual("query adjustment records (old)", "查询调账记录（旧）")
        }
    }
}
