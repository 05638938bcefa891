import SAML
import XMLSecurity

/// Rules 33 and 34: how the response travels.
enum FormLint {
    static func findings(_ form: [UInt8]?, _ context: MessageLintContext) -> [LintFinding] {
        guard let form else { return [LintFinding(.messageUnchecked, expected: "the form body as the input")] }
        let fields = form.split(separator: UInt8(ascii: "&")).map { field in
            String(decoding: field.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
        }
        let known = ["SAMLResponse", "RelayState"]
        var findings: [LintFinding] = []
        if Set(fields) != Set(known) || fields.count != known.count {
            findings.append(
                LintFinding(
                    .messageForm,
                    expected: known.joined(separator: ", "),
                    found: fields.joined(separator: ", ")
                )
            )
        }
        do {
            let decoded = try InboundMessage.post(body: form).decode(.response)
            if decoded.xml.first.map({ $0 != UInt8(ascii: "<") && $0 > 0x20 }) ?? true {
                findings.append(LintFinding(.messageForm, expected: "Base64 of XML", found: "Base64 of something else"))
            }
            findings += relayState(decoded.relayState?.value, context)
        } catch {
            findings.append(LintFinding(.messageForm, expected: error.expected, found: error.code.id))
        }
        return findings
    }

    private static func relayState(_ found: String?, _ context: MessageLintContext) -> [LintFinding] {
        guard let expected = context.relayState else {
            return [LintFinding(.messageUnchecked, expected: "--relay-state")]
        }
        return found == expected
            ? [] : [LintFinding(.messageRelayState, expected: expected, found: found ?? "no RelayState")]
    }
}
