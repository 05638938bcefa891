import HuaweiCloud
import Hummingbird
import SAML
import XMLSecurity

/// The page of the BSS: codes that were sent, adjustment records and a form that feeds more, and the calls that came.
struct BSSController: Sendable {
    /// The newest calls on the page; `log.json` has all.
    private static let shown = 50

    let simulation: SimulatedHuaweiCloud

    func add(to group: RouterGroup<BasicRequestContext>) {
        group.get("bss") { _, _ in await page() }
        group.post("adjust-records") { request, _ in try await feed(request) }
    }

    private func page() async -> Response {
        let book = simulation.bss
        let (codes, records) = (await book.codes, await book.records)
        let calls = await book.seen.suffix(Self.shown).reversed()
        return SimulationPage.html(
            .ok,
            "伙伴接口 BSS",
            "<h2>验证码 Verification codes</h2>"
                + Table.html(codes.map(Self.row), header: ["mobile_phone", "code", "sent", "good until"])
                + "<h2>调账记录 Adjustment records</h2>" + Table.html(records.map(Self.row), header: Self.columns)
                + AdjustRecordForm.html + "<h2>调用 Calls</h2>"
                + Table.html(calls.map(Self.row), header: ["#", "time", "call", "caller", "status", "code", "reason"])
                + ControlPages.back
        )
    }

    private func feed(_ request: Request) async throws -> Response {
        let fields = try await FormFields(request, AdjustRecordForm.names)
        let (now, bytes) = (simulation.clock(), simulation.randomness.bytes(8))
        guard let record = try AdjustRecordForm.record(fields, at: now, id: Hexadecimal.encode(bytes)) else {
            return SimulationPage.unusable(AdjustRecordForm.rule)
        }
        await simulation.bss.add(record)
        let table = Table.html([Self.row(record)], header: Self.columns)
        return SimulationPage.html(.ok, "完成 Done", table + ControlPages.back)
    }

    private static func row(_ code: SentCode) -> [String] {
        [code.mobile, code.code, code.sentAt.xsDateTime, code.goodUntil.xsDateTime]
    }

    private static let columns = ["trans_id", "customer_id", "operation_type", "amount", "operation_time", "memo"]

    private static func row(_ record: AdjustRecord) -> [String] {
        [
            record.transactionID, record.customerID, record.operationType, record.amount, record.operationTime,
            record.memo,
        ].map { $0 ?? "-" }
    }

    private static func row(_ call: BSSSeenCall) -> [String] {
        let reason = call.fault.map { "\($0.rawValue): \($0.reason.zh) \($0.reason.en)" }
        return [
            String(call.number), call.at.xsDateTime, call.operation, call.caller ?? "-", String(call.status),
            call.code ?? "-", reason ?? "-",
        ]
    }
}
