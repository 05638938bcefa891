import HuaweiCloud
import SAML

/// An adjustment record as it is printed.
struct AdjustRecordItem: Encodable {
    static let schema = "drawbridge.bss.adjust-records.v1"

    let customerID: String?
    let customerName: String?
    let operationType: String?
    let amount: String?
    let currency: String?
    let operationTime: String?
    let transactionID: String?
    let memo: String?

    private enum CodingKeys: String, CodingKey {
        case customerID = "customer_id"
        case customerName = "customer_name"
        case operationType = "operation_type"
        case amount
        case currency
        case operationTime = "operation_time"
        case transactionID = "trans_id"
        case memo
    }

    init(_ record: AdjustRecord) {
        customerID = record.customerID
        customerName = record.customerName
        operationType = record.operationType
        amount = record.amount
        currency = record.currency
        operationTime = record.operationTime
        transactionID = record.transactionID
        memo = record.memo
    }

    static var header: [String] {
        [
            say("TIME", "时间"), say("CUSTOMER", "客户"), say("KIND", "类型"), say("AMOUNT", "金额"),
            say("TRANSACTION", "事务 ID"),
        ]
    }

    var cells: [String] {
        let title = operationType.flatMap(AdjustRecord.Kind.init)?.title[Speech.language] ?? operationType
        let money = [amount, currency].compactMap { $0 }.joined(separator: " ")
        return [operationTime, customerName ?? customerID, title, money, transactionID]
            .map { PrettyXML.plain($0 ?? "-") }
    }
}
