/// Why bytes were not taken as XML, or why a value could not be written as XML.
///
/// Two errors are equal when their codes are: the reason is for people.
public struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, stable.
    public enum Code: String, Sendable, CaseIterable {
        /// The bytes are not UTF-8, or the declaration names another encoding.
        case encoding
        /// A document type declaration, entity declaration or other `<!` construct.
        case doctype
        /// A processing instruction besides the XML declaration.
        case processingInstruction = "processing-instruction"
        /// A character that XML 1.0 forbids, NUL among them.
        case forbiddenCharacter = "forbidden-character"
        /// Not well-formed, or wrong use of namespaces.
        case malformed
        /// More bytes than the limit.
        case tooLarge = "too-large"
        /// Elements nested deeper than the limit.
        case tooDeep = "too-deep"
        /// More elements than the limit.
        case tooManyElements = "too-many-elements"
        /// More attributes than the limit, in one element or in all.
        case tooManyAttributes = "too-many-attributes"
        /// A text or attribute value longer than the limit.
        case textTooLong = "text-too-long"
        /// libxml2 could not make the canonical form.
        case canonicalisation
        /// Not raw DEFLATE data, or bytes behind its end.
        case deflate
    }

    /// What went wrong.
    public let code: Code
    /// The same for people, in English, with the value found.
    public let reason: String
    /// The line in the document, when known.
    public let line: Int?
    /// The column in the line, when known.
    public let column: Int?

    init(_ code: Code, _ reason: String, line: Int? = nil, column: Int? = nil) {
        self.code = code
        self.reason = reason
        self.line = line
        self.column = column
    }

    /// The reason with its place.
    public var description: String {
        guard let line else { return reason }
        guard let column else { return "line \(line): \(reason)" }
        return "line \(line), column \(column): \(reason)"
    }

    /// Compares the codes only.
    public static func == (left: XMLError, right: XMLError) -> Bool {
        left.code == right.code
    }

    /// Hashes the code only.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
    }
}
