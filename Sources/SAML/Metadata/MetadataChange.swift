/// One difference between two metadata files.
public struct MetadataChange: Hashable, Sendable {
    /// What kind of difference.
    public enum Kind: String, CaseIterable, Sendable {
        case added
        case removed
        case changed
    }

    /// What kind of difference.
    public let kind: Kind
    /// The entity; the new entityID where that changed.
    public let entityID: String
    /// What differs, in the words of the specification, such as `IDPSSODescriptor key (signing)`.
    public let subject: String
    /// What it was.
    public let old: String?
    /// What it is.
    public let new: String?

    init(_ subject: String, of entityID: String, old: String?, new: String?) {
        kind = old == nil ? .added : new == nil ? .removed : .changed
        self.entityID = entityID
        self.subject = subject
        self.old = old
        self.new = new
    }

    /// The difference as a sentence.
    public var sentence: Bilingual {
        switch (old, new) {
        case (let old?, let new?):
            Bilingual("\(subject) changed from \(old) to \(new).", "\(subject) 由 \(old) 改为 \(new)。")
        case (let old?, nil): Bilingual("\(subject) \(old) was removed.", "删除了 \(subject) \(old)。")
        default: Bilingual("\(subject) \(new ?? "") was added.", "新增了 \(subject) \(new ?? "")。")
        }
    }
}
