import XMLSecurity

/// The outcome that a response reports (saml-core 3.2.2.1).
public struct Status: Hashable, Sendable {
    /// The top-level code's URI.
    public let code: String
    /// The second-level code's URI.
    public let detail: String?
    /// A text for people.
    public let message: String?

    /// Success.
    public static let success = Status(.success)

    /// Makes a status from codes of the specification.
    public init(_ code: StatusCode, _ detail: StatusCode? = nil, message: String? = nil) {
        self.code = code.rawValue
        self.detail = detail?.rawValue
        self.message = message
    }

    init(decoding element: XMLElement) throws(Refusal) {
        try element.requireAtMostOne(SAMLP.statusCode, SAMLP.statusMessage)
        let top = try element.required(child: SAMLP.statusCode)
        try top.requireAtMostOne(SAMLP.statusCode)
        self.code = try top.required("Value")
        self.detail = try top.child(SAMLP.statusCode)?.required("Value")
        self.message = element.child(SAMLP.statusMessage)?.text
    }

    func write(to writer: inout CanonicalWriter) {
        writer.element(SAMLP.written(SAMLP.status)) { writer in
            writer.element(SAMLP.written(SAMLP.statusCode), [XMLAttribute("Value", code)]) { writer in
                guard let detail else { return }
                writer.element(SAMLP.written(SAMLP.statusCode), [XMLAttribute("Value", detail)])
            }
            if let message { writer.element(SAMLP.written(SAMLP.statusMessage), text: message) }
        }
    }
}
