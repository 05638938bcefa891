/// What is known about one kind of refusal before it happens: its id, the rule's source, its meaning and what to do.
///
/// Two codes are equal when their ids are.
public struct RefusalCode: Hashable, Sendable {
    /// The stable id, such as `signature.reference-mismatch`.
    public let id: String
    /// The kind.
    public let refusalClass: RefusalClass
    /// The document and section that the rule comes from, such as `saml-core 5.4.2`.
    public let spec: String
    /// What is wrong, one sentence.
    public let message: Bilingual
    /// What to do about it.
    public let hint: Bilingual

    /// Makes a code; only the lists of codes do.
    public init(_ id: String, _ refusalClass: RefusalClass, spec: String, message: Bilingual, hint: Bilingual) {
        self.id = id
        self.refusalClass = refusalClass
        self.spec = spec
        self.message = message
        self.hint = hint
    }

    /// Compares the ids only.
    public static func == (left: RefusalCode, right: RefusalCode) -> Bool {
        left.id == right.id
    }

    /// Hashes the id only.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }
}
