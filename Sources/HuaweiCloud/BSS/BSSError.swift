public import SAML

/// An answer of the BSS APIs that says no.
public struct BSSError: Error, Hashable, Sendable {
    /// What was called.
    public let operation: BSSOperation
    /// The HTTP status.
    public let status: Int
    /// `error_code`; empty when the answer is not from the BSS.
    public let code: String
    /// `error_msg` as it came.
    public let detail: String
    /// The account of a create-customer whose association is not known yet (CBC.99000050): it exists.
    public let created: CreateCustomer.Answer?

    /// The JSON of an error.
    public struct Body: Hashable, Sendable, Codable {
        let code: String?
        let detail: String?
        let domainID: String?
        let domainName: String?

        private enum CodingKeys: String, CodingKey {
            case code = "error_code"
            case detail = "error_msg"
            case domainID = "domain_id"
            case domainName = "domain_name"
        }

        /// Makes a body.
        public init(code: String, detail: String, created: CreateCustomer.Answer? = nil) {
            self.code = code
            self.detail = detail
            domainID = created?.domainID
            domainName = created?.domainName
        }

        /// Whether the body is an error's: older APIs say `CBC.0000` of a success.
        public var isError: Bool { !(code ?? "").isEmpty && code != "CBC.0000" }
    }

    /// Reads an answer.
    /// - Parameters:
    ///   - operation: what was called.
    ///   - status: the HTTP status.
    ///   - body: its JSON; `nil` when it has none.
    public init(_ operation: BSSOperation, status: Int, body: Body?) {
        self.operation = operation
        self.status = status
        code = Self.printable(body?.code ?? "", longest: 32)
        detail = Self.printable(body?.detail ?? "", longest: 1024)
        if let id = body?.domainID.map({ Self.printable($0, longest: 64) }),
            let name = body?.domainName.map({ Self.printable($0, longest: 64) })
        {
            created = CreateCustomer.Answer(domainID: id, domainName: name)
        } else {
            created = nil
        }
    }

    /// Whether the call was not carried out because there were too many, so that it may be sent again.
    public var isThrottled: Bool { status == 429 || code == "APIG.0308" || code == "APIGW.0308" }

    /// Whether the other side was not well for a moment.
    public var isTransient: Bool { isThrottled || status == 503 }

    /// What happened and what to do.
    public var message: Bilingual {
        let account = created.map { "\($0.domainName) (\($0.domainID))" } ?? ""
        let said = [code, detail, account].filter { !$0.isEmpty }.joined(separator: " ")
        let answer = "HTTP \(status)" + (said.isEmpty ? "" : " " + said)
        let advice = BSSAdvice.of(self)
        return Bilingual(
            "HUAWEI CLOUD refused \(operation.title.en): \(answer). \(advice.en)",
            "华为云拒绝了“\(operation.title.zh)”：\(answer)。\(advice.zh)"
        )
    }

    // What another sends goes to a terminal: nothing there may move the cursor.
    static func printable(_ text: String, longest: Int) -> String {
        let scalars = text.unicodeScalars.prefix(longest).map { scalar in
            scalar.properties.generalCategory == .control ? " " : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
