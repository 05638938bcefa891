public import SAML

/// One grant to a customer, or one that was taken back.
public struct AdjustRecord: Hashable, Sendable, Codable {
    /// What happened.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A grant.
        case grant = "SOURCE_OPERATION_BEADJUST"
        /// Taken back.
        case takeBack = "SOURCE_OPERATION_BERETRIEVE"
        /// Taken back because the customer left.
        case takeBackOnUnbinding = "SOURCE_OPERATION_BEUNBIND"

        /// The values for people.
        static let rule = Bilingual(
            "one of " + allCases.map(\.rawValue).joined(separator: ", "),
            "以下之一：" + allCases.map(\.rawValue).joined(separator: "、")
        )

        /// The name for people.
        public var title: Bilingual {
            switch self {
            case .grant: Bilingual("grant", "拨款")
            case .takeBack: Bilingual("take back", "回收")
            case .takeBackOnUnbinding: Bilingual("take back on unbinding", "解绑回收")
            }
        }
    }

    /// The customer's account.
    public let customerID: String?
    /// The customer's name.
    public let customerName: String?
    /// What happened, a ``Kind`` or what the documentation did not know of.
    public let operationType: String?
    /// How much, a decimal number as a text.
    public let amount: String?
    /// The currency, `CNY`.
    public let currency: String?
    /// What it may be used for.
    public let applyScene: String?
    /// When, in UTC.
    public let operationTime: String?
    /// The unit; `1` is yuan.
    public let measureID: Int?
    /// The transaction.
    public let transactionID: String?
    /// A remark.
    public let memo: String?

    private enum CodingKeys: String, CodingKey {
        case customerID = "customer_id"
        case customerName = "customer_name"
        case operationType = "operation_type"
        case amount
        case currency
        case applyScene = "apply_scene"
        case operationTime = "operation_time"
        case measureID = "measure_id"
        case transactionID = "trans_id"
        case memo
    }

    /// Makes a record.
    public init(
        customerID: String,
        customerName: String? = nil,
        kind: Kind,
        amount: String,
        currency: String = "CNY",
        applyScene: String? = nil,
        operationTime: String,
        measureID: Int = 1,
        transactionID: String,
        memo: String? = nil
    ) {
        self.customerID = customerID
        self.customerName = customerName
        operationType = kind.rawValue
        self.amount = amount
        self.currency = currency
        self.applyScene = applyScene
        self.operationTime = operationTime
        self.measureID = measureID
        self.transactionID = transactionID
        self.memo = memo
    }
}
