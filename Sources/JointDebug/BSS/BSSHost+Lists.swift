import HuaweiCloud
import XMLSecurity

extension BSSHost {
    /// What a customer that came by sign-on or create-customer is (huawei-cloud.md 1.4): reseller model.
    private static let reseller = "2"

    func listed(
        _ query: CustomerQuery,
        for partner: BSSPartner,
        at now: Instant
    ) async -> CustomerQuery.Answer {
        let all = await customers.all.filter { customer in
            // Who is associated later is listed later (huawei-cloud.md 1.4).
            guard let platform = customer.platformID, let on = customer.associatedOn, on <= now else { return false }
            return owns(partner, platform) && Self.fits(customer, on, query)
        }
        let page = all.dropFirst(query.offset).prefix(query.limit).map { customer in
            PartnerCustomer(
                customerID: customer.domainID,
                accountName: customer.domainName,
                accountID: customer.accountID,
                platformID: customer.platformID,
                associationType: Self.reseller,
                associatedOn: customer.associatedOn.map { String($0.xsDateTime.prefix(19)) + "Z" }
            )
        }
        return CustomerQuery.Answer(count: all.count, customers: page)
    }

    private static func fits(_ customer: SimulatedCustomer, _ on: Instant, _ query: CustomerQuery) -> Bool {
        if let name = query.accountName, !customer.domainName.contains(name) { return false }
        if let from = query.associatedFrom, on < from { return false }
        if let to = query.associatedTo, to < on { return false }
        if let type = query.associationType, type != reseller { return false }
        return query.customerID.map { customer.domainID == $0 } ?? true
    }

    func adjusted(_ query: AdjustRecordQuery) async -> AdjustRecordQuery.Answer {
        let all = await book.records.filter { Self.fits($0, query) }
        // Documented of the older path: a page behind the last one is the first one.
        let offset = query.version == .v2 && query.offset >= all.count ? 0 : query.offset
        return AdjustRecordQuery.Answer(total: all.count, records: Array(all.dropFirst(offset).prefix(query.limit)))
    }

    private static func fits(_ record: AdjustRecord, _ query: AdjustRecordQuery) -> Bool {
        guard let time = record.operationTime.flatMap({ Instant(xsDateTime: $0) }) else { return false }
        if let from = query.from, time < from { return false }
        if let to = query.to, to < time { return false }
        if let kind = query.kind, record.operationType != kind.rawValue { return false }
        if let id = query.transactionID, record.transactionID != id { return false }
        return query.customerID.map { record.customerID == $0 } ?? true
    }
}
