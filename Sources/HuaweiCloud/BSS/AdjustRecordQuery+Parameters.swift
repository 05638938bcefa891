import XMLSecurity

extension AdjustRecordQuery {
    /// The parameters.
    public var query: [BSSParameter] {
        let texts: [(String, String?)] = [
            ("customer_id", customerID), ("operation_type", kind?.rawValue),
            ("operation_time_begin", from.map(BSSField.time)), ("operation_time_end", to.map(BSSField.time)),
            ("trans_id", transactionID), ("indirect_partner_id", indirectPartnerID),
            ("offset", String(version == .v3 ? offset : offset / limit)), ("limit", String(limit)),
        ]
        return texts.compactMap { name, value in value.map { BSSParameter(name, $0) } }
    }

    /// Reads the parameters of a query; what is not known is ignored.
    /// - Parameters:
    ///   - version: the path that was asked.
    ///   - parameters: the parameters, decoded.
    /// - Throws: ``BSSFieldFault``.
    public init(_ version: Version, reading parameters: [BSSParameter]) throws(BSSFieldFault) {
        let values = Dictionary(parameters.map { ($0.name, $0.value) }) { first, _ in first }.filter { !$1.isEmpty }
        func number(_ name: String, assumed: Int) throws(BSSFieldFault) -> Int {
            guard let text = values[name] else { return assumed }
            guard let number = Int(text), number >= 0, number <= Int32.max else {
                throw BSSFieldFault(name, "a number", "数字")
            }
            return number
        }
        func time(_ name: String) throws(BSSFieldFault) -> Instant? {
            guard let text = values[name] else { return nil }
            return try BSSField.instant(text, name)
        }
        let kind = values["operation_type"].map { AdjustRecord.Kind(rawValue: $0) }
        if case .some(nil) = kind { throw BSSFieldFault("operation_type", AdjustRecord.Kind.rule) }
        let limit = try number("limit", assumed: 10)
        let offset = try number("offset", assumed: 0)
        try self.init(
            version,
            customerID: values["customer_id"],
            kind: kind ?? nil,
            from: time("operation_time_begin"),
            to: time("operation_time_end"),
            transactionID: values["trans_id"],
            indirectPartnerID: values["indirect_partner_id"],
            offset: version == .v3 ? offset : offset * limit,
            limit: limit
        )
    }
}
