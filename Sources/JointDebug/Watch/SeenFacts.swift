import SAML

/// What is said of an exchange: who sent what, and what was answered.
struct SeenFacts {
    let all: [StepFact]

    init(_ seen: SeenExchange, _ request: SeenRequest?, _ response: SeenResponse?, showsPersonalData: Bool) {
        let incoming = request.map { request in
            [
                StepFact(request.name, request.name, request.id), StepFact("from", "来自", request.issuer ?? "-"),
                request.signatureAlgorithm.map { StepFact("signed with", "签名算法", $0) },
            ]
        }
        let attributes = response?.attributes.map { attribute in
            showsPersonalData ? "\(attribute.name)=\(attribute.values.joined(separator: "|"))" : attribute.name
        }
        let outgoing = response.map { response in
            [
                StepFact("Response", "Response", response.status.joined(separator: "/")),
                response.requestID.map { StepFact("answers", "回答", $0) },
                StepFact("to", "发往", response.form.action),
                attributes.map { StepFact("attributes", "属性", $0.joined(separator: ", ")) },
            ]
        }
        let others = [
            seen.exchange.redirect.map { StepFact("sent to", "转往", String($0.prefix { $0 != "?" })) },
            seen.outcome.map { StepFact("outcome", "处理结果", $0) },
            StepFact("answered", "应答", "\(seen.exchange.status)"),
            StepFact("reference", "参考号", seen.reference),
            seen.lost > 0 ? StepFact("not seen before it", "此前未记录的交互", "\(seen.lost)") : nil,
        ]
        all = ((incoming ?? []) + (outgoing ?? []) + others).compactMap { $0 }
    }
}
