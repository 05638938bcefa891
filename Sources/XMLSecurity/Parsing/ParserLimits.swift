/// How much XML is taken, by the kind of document.
///
/// libxml2 never sees a document beyond them.
public struct ParserLimits: Sendable {
    /// Octets of the document.
    public let bytes: Int
    /// Elements inside one another.
    public let depth: Int
    /// Elements in all.
    public let elements: Int
    /// Attributes and namespace declarations of one element; libxml2 compares each with each.
    public let attributesOfElement: Int
    /// Attributes and namespace declarations in all.
    public let attributes: Int
    /// Namespace declarations in force at one element, which every look-up of a prefix walks; usual are five to twenty.
    public let namespaces: Int
    /// Octets of one text or one attribute value.
    public let text: Int
    /// Whether a UTF-8 byte order mark in front is taken; Windows editors put one into files.
    public let allowsByteOrderMark: Bool

    /// A protocol message.
    ///
    /// A HUAWEI CLOUD AuthnRequest has 1 KB, a signed Response 6 KB; 200 attributes make 40 KB.
    public static let message = ParserLimits(
        bytes: 256 * 1024,
        depth: 64,
        elements: 2000,
        attributesOfElement: 64,
        attributes: 5000,
        namespaces: 64,
        text: 64 * 1024,
        allowsByteOrderMark: false
    )

    /// A metadata file given by hand: Partner Center takes 2 MB.
    ///
    /// Room for an `EntitiesDescriptor` of some hundred entities, and for a logo as a data URI.
    public static let metadata = ParserLimits(
        bytes: 2 * 1024 * 1024,
        depth: 64,
        elements: 50_000,
        attributesOfElement: 64,
        attributes: 100_000,
        namespaces: 64,
        text: 256 * 1024,
        allowsByteOrderMark: true
    )

    /// Metadata fetched from a source that was configured: federations publish some thousands of entities in one file.
    public static let fetchedMetadata = ParserLimits(
        bytes: 16 * 1024 * 1024,
        depth: 64,
        elements: 400_000,
        attributesOfElement: 64,
        attributes: 800_000,
        namespaces: 64,
        text: 256 * 1024,
        allowsByteOrderMark: true
    )
}
