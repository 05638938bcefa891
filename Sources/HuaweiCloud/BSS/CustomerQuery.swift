public import XMLSecurity

/// Asks for a page of the partner's customers (huawei-cloud.md 6.4).
public struct CustomerQuery: BSSCall, Hashable, Codable {
    /// What comes back.
    public struct Answer: Hashable, Sendable, Codable {
        /// How many there are in all.
        public let count: Int
        /// The page.
        public let customers: [PartnerCustomer]

        private enum CodingKeys: String, CodingKey {
            case count
            case customers = "customer_infos"
        }

        /// Makes a page.
        public init(count: Int, customers: [PartnerCustomer]) {
            self.count = count
            self.customers = customers
        }

        /// Reads a page; an answer without any customer may lack the list.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            customers = try container.decodeIfPresent([PartnerCustomer].self, forKey: .customers) ?? []
            count = try container.decodeIfPresent(Int.self, forKey: .count) ?? customers.count
        }
    }

    /// The longest page.
    public static let longestPage = 100

    /// A part of the account's name.
    public let accountName: String?
    /// The customer.
    public let customerID: String?
    /// `1` referral, `2` reseller.
    public let associationType: String?
    /// Associated at this time or later.
    public let associatedFrom: Instant?
    /// Associated at this time or earlier.
    public let associatedTo: Instant?
    /// How many are passed over.
    public let offset: Int
    /// How many come at most.
    public let limit: Int

    private enum CodingKeys: String, CodingKey {
        case accountName = "account_name"
        case customerID = "customer_id"
        case associationType = "association_type"
        case associatedFrom = "associated_on_begin"
        case associatedTo = "associated_on_end"
        case offset
        case limit
    }

    /// Judges the fields.
    /// - Parameters:
    ///   - accountName: a part of the account's name.
    ///   - customerID: the customer.
    ///   - associationType: `1` or `2`.
    ///   - associatedFrom: associated at this time or later.
    ///   - associatedTo: associated at this time or earlier.
    ///   - offset: how many are passed over.
    ///   - limit: how many come at most.
    /// - Throws: ``BSSFieldFault``.
    public init(
        accountName: String? = nil,
        customerID: String? = nil,
        associationType: String? = nil,
        associatedFrom: Instant? = nil,
        associatedTo: Instant? = nil,
        offset: Int = 0,
        limit: Int = 10
    ) throws(BSSFieldFault) {
        try BSSField.optional(accountName, "account_name", longest: 64)
        try BSSField.optional(customerID, "customer_id", longest: 64)
        try BSSField.optional(associationType, "association_type", longest: 2)
        try BSSField.page(offset: offset, limit: limit)
        self.accountName = accountName
        self.customerID = customerID
        self.associationType = associationType
        self.associatedFrom = associatedFrom
        self.associatedTo = associatedTo
        self.offset = offset
        self.limit = limit
    }

    /// Reads the body; empty texts are as none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String? {
            try container.decodeIfPresent(String.self, forKey: key).flatMap { $0.isEmpty ? nil : $0 }
        }
        try self.init(
            accountName: text(.accountName),
            customerID: text(.customerID),
            associationType: text(.associationType),
            associatedFrom: text(.associatedFrom).map { try BSSField.instant($0, "associated_on_begin") },
            associatedTo: text(.associatedTo).map { try BSSField.instant($0, "associated_on_end") },
            offset: container.decodeIfPresent(Int.self, forKey: .offset) ?? 0,
            limit: container.decodeIfPresent(Int.self, forKey: .limit) ?? 10
        )
    }

    /// Writes the body.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(accountName, forKey: .accountName)
        try container.encodeIfPresent(customerID, forKey: .customerID)
        try container.encodeIfPresent(associationType, forKey: .associationType)
        try container.encodeIfPresent(associatedFrom.map(BSSField.time), forKey: .associatedFrom)
        try container.encodeIfPresent(associatedTo.map(BSSField.time), forKey: .associatedTo)
        try container.encode(offset, forKey: .offset)
        try container.encode(limit, forKey: .limit)
    }

    /// What is called.
    public var operation: BSSOperation { .customers }
}
