public import XMLSecurity

/// Asks for a page of what was granted to customers and taken back (huawei-cloud.md 6.3).
public struct AdjustRecordQuery: BSSCall, Hashable {
    /// No body.
    public typealias Body = SendCode.Answer

    /// What comes back; of a customer that is not the partner's, an empty list.
    public struct Answer: Hashable, Sendable, Codable {
        /// How many there are in all.
        public let total: Int
        /// The page.
        public let records: [AdjustRecord]

        private enum CodingKeys: String, CodingKey {
            case total = "total_count"
            case records
        }

        /// Makes a page.
        public init(total: Int, records: [AdjustRecord]) {
            self.total = total
            self.records = records
        }

        /// Reads a page; an answer without any record may lack the list.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            records = try container.decodeIfPresent([AdjustRecord].self, forKey: .records) ?? []
            total = try container.decodeIfPresent(Int.self, forKey: .total) ?? records.count
        }
    }

    /// The path that is asked.
    public enum Version: String, CaseIterable, Hashable, Sendable {
        /// The older one, whose offset is the number of a page from zero.
        case v2
        /// The present one, whose offset is a number of records.
        case v3
    }

    /// The path that is asked.
    public let version: Version
    /// The customer.
    public let customerID: String?
    /// The kind of adjustment.
    public let kind: AdjustRecord.Kind?
    /// Adjusted at this time or later.
    public let from: Instant?
    /// Adjusted at this time or earlier.
    public let to: Instant?
    /// The transaction.
    public let transactionID: String?
    /// The cloud reseller.
    public let indirectPartnerID: String?
    /// How many records are passed over.
    public let offset: Int
    /// How many come at most.
    public let limit: Int

    /// Judges the fields.
    /// - Parameters:
    ///   - version: the path that is asked.
    ///   - customerID: the customer.
    ///   - kind: the kind of adjustment.
    ///   - from: adjusted at this time or later.
    ///   - to: adjusted at this time or earlier.
    ///   - transactionID: the transaction.
    ///   - indirectPartnerID: the cloud reseller.
    ///   - offset: how many records are passed over; whole pages with the older path.
    ///   - limit: how many come at most.
    /// - Throws: ``BSSFieldFault``.
    public init(
        _ version: Version = .v3,
        customerID: String? = nil,
        kind: AdjustRecord.Kind? = nil,
        from: Instant? = nil,
        to: Instant? = nil,
        transactionID: String? = nil,
        indirectPartnerID: String? = nil,
        offset: Int = 0,
        limit: Int = 10
    ) throws(BSSFieldFault) {
        try BSSField.optional(customerID, "customer_id", longest: 64)
        try BSSField.optional(transactionID, "trans_id", longest: 128)
        try BSSField.optional(indirectPartnerID, "indirect_partner_id", longest: 64)
        try BSSField.page(offset: offset, limit: limit, longest: Int(Int32.max))
        guard version == .v3 || offset.isMultiple(of: limit) else {
            throw BSSFieldFault("offset", "a multiple of the limit with v2, which counts pages", "limit 的整数倍（v2 按页计数）")
        }
        if let from, let to, to < from {
            throw BSSFieldFault("operation_time_end", "later than operation_time_begin", "不早于 operation_time_begin 的时间")
        }
        self.version = version
        self.customerID = customerID
        self.kind = kind
        self.from = from
        self.to = to
        self.transactionID = transactionID
        self.indirectPartnerID = indirectPartnerID
        self.offset = offset
        self.limit = limit
    }

    /// What is called.
    public var operation: BSSOperation { version == .v3 ? .adjustRecords : .adjustRecordsV2 }

    /// No body.
    public var body: SendCode.Answer? { nil }
}
