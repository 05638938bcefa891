import HuaweiCloud
import SAML
import XMLSecurity

/// The form that feeds an adjustment record.
enum AdjustRecordForm {
    static let names: Set = [
        "customer_id", "customer_name", "operation_type", "amount", "operation_time", "trans_id", "memo",
    ]

    static let rule = Bilingual(
        "operation_type is one of the documented ones, amount a number such as 12.50, operation_time a time in UTC such as 2026-11-24T01:00:00Z.",
        "operation_type 须为文档中的取值，amount 须为数字，例如 12.50，operation_time 须为 UTC 时间，例如 2026-11-24T01:00:00Z。"
    )

    static var html: String {
        let kinds = AdjustRecord.Kind.allCases.map(\.rawValue)
        var form = Form(to: "/simulation/adjust-records")
        form.text("customer_id", "华为云账号 ID customer_id")
        form.choice("operation_type", "类型 operation_type", kinds, chosen: AdjustRecord.Kind.grant.rawValue)
        form.text("amount", "金额（元）amount (yuan)", value: "100.00")
        form.text("customer_name", "账号名 customer_name", isRequired: false)
        form.text("operation_time", "时间（UTC，空为现在）operation_time (UTC, empty for now)", isRequired: false)
        form.text("trans_id", "事务 ID trans_id", isRequired: false)
        form.text("memo", "备注 memo", isRequired: false)
        return form.html(button: "添加调账记录 Add the record")
    }

    /// The record of a form; `nil` when a field breaks its rule.
    static func record(_ fields: FormFields, at now: Instant, id: String) throws(Refusal) -> AdjustRecord? {
        let customer = try fields.required("customer_id")
        let time = fields["operation_time"] ?? String(now.xsDateTime.prefix(19)) + "Z"
        guard let kind = AdjustRecord.Kind(rawValue: fields["operation_type"] ?? AdjustRecord.Kind.grant.rawValue),
            let amount = fields["amount"], amount.wholeMatch(of: /[0-9]{1,12}(\.[0-9]{1,4})?/) != nil,
            time.utf8.count == 20, Instant(xsDateTime: time) != nil
        else { return nil }
        return AdjustRecord(
            customerID: customer,
            customerName: fields["customer_name"],
            kind: kind,
            amount: amount,
            operationTime: time,
            transactionID: fields["trans_id"] ?? id,
            memo: fields["memo"]
        )
    }
}
