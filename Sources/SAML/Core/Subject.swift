import XMLSecurity

/// Whom an assertion is about (saml-core 2.4.1).
public struct Subject: Hashable, Sendable {
    /// The name identifier.
    public let nameID: NameID?
    /// The ways to be confirmed, any of which suffices.
    public let confirmations: [SubjectConfirmation]

    /// Makes a subject.
    public init(nameID: NameID, confirmations: [SubjectConfirmation]) {
        self.nameID = nameID
        self.confirmations = confirmations
    }

    init(decoding element: XMLElement) throws(Refusal) {
        try element.requireAtMostOne(SAMLA.nameID, SAMLA.baseID, SAMLA.encryptedID)
        nameID = element.child(SAMLA.nameID).map(NameID.init(decoding:))
        var confirmations: [SubjectConfirmation] = []
        for child in element.children(SAMLA.subjectConfirmation) {
            confirmations.append(try SubjectConfirmation(decoding: child))
        }
        self.confirmations = confirmations
    }

    func write(to writer: inout CanonicalWriter) {
        writer.element(SAMLA.written(SAMLA.subject)) { writer in
            nameID?.write(to: &writer)
            for confirmation in confirmations { confirmation.write(to: &writer) }
        }
    }
}
