/// The `Authorization` header of a signed call.
public struct SDKAuthorization: Hashable, Sendable, CustomStringConvertible {
    /// Who signed, as it is written.
    public let access: String
    /// The names of the signed headers as they are written.
    public let signedHeaders: String
    /// The signature as it is written.
    public let signature: String

    /// Why a header cannot be read.
    public enum Fault: String, Error, CaseIterable, Sendable {
        /// Another algorithm, or none.
        case algorithm
        /// Not the three fields, each once, in this order.
        case fields
    }

    /// Collects the fields.
    public init(access: String, signedHeaders: String, signature: String) {
        self.access = access
        self.signedHeaders = signedHeaders
        self.signature = signature
    }

    /// Reads a header.
    /// - Throws: ``Fault``.
    public init(reading header: String) throws(Fault) {
        let start = SDKSignature.algorithm + " "
        guard header.hasPrefix(start) else { throw .algorithm }
        var values: [String] = []
        let fields = header.dropFirst(start.count).split(separator: ",", omittingEmptySubsequences: false)
        for (field, name) in zip(fields, ["Access=", "SignedHeaders=", "Signature="]) {
            let field = field.drop { $0 == " " }
            guard field.hasPrefix(name), field.count > name.count else { throw .fields }
            values.append(String(field.dropFirst(name.count)))
        }
        guard fields.count == 3, values.count == 3 else { throw .fields }
        self.init(access: values[0], signedHeaders: values[1], signature: values[2])
    }

    /// The header's value.
    public var header: String {
        "\(SDKSignature.algorithm) Access=\(access), SignedHeaders=\(signedHeaders), Signature=\(signature)"
    }

    /// A placeholder.
    public var description: String { "<authorization>" }
}
