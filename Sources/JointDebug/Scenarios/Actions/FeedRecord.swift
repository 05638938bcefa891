import HuaweiCloud
import SAML

/// HUAWEI CLOUD has an adjustment record.
enum FeedRecord: ScenarioAction {
    static let name = "feed-record"
    static let title = Bilingual("HUAWEI CLOUD has an adjustment record", "华为云有一条调账记录")
    static let parameters: Set = ["customer", "transaction", "kind", "amount", "time"]
    static let expectations: Set<String> = []

    static func perform(_ step: StepInput, _ play: inout Play) async throws -> [StepFact] {
        guard let side = play.stage.bss else { throw StepFailure("No BSS is known", "未知 BSS 地址") }
        guard let customer = step["customer"], let transaction = step["transaction"], let time = step["time"],
            let kind = AdjustRecord.Kind(rawValue: step["kind"] ?? AdjustRecord.Kind.grant.rawValue)
        else {
            throw StepFailure(
                "A record has customer, transaction, time and a documented kind",
                "调账记录须有 customer、transaction、time 和文档中的 kind"
            )
        }
        let record = AdjustRecord(
            customerID: customer,
            kind: kind,
            amount: step["amount"] ?? "100.00",
            operationTime: time,
            transactionID: transaction
        )
        await side.host.add(record)
        return [StepFact("record", "调账记录", "\(transaction), \(kind.rawValue), \(record.amount ?? "-")")]
    }
}
