import FoundationEssentials
public import XMLSecurity

/// How our public address looks from where the probe ran; written as JSON, so that it may be run elsewhere.
public struct PublicBaseReport: Hashable, Codable, Sendable {
    /// The name and version of the JSON.
    public static let schema = "drawbridge.probe.v1"
    /// The JSON has half a kilobyte; an operator who gives a larger file gives another one.
    public static let longest = 64 * 1024

    /// The schema that it was written with.
    public let schema: String
    /// When it was looked, as `xs:dateTime`.
    public let time: String
    /// What was looked at.
    public let base: String
    /// `GET /healthz`.
    public let health: SeenAnswer
    /// `GET /saml/metadata`.
    public let metadata: SeenAnswer
    /// `POST /huawei/association` with an empty form.
    public let notification: SeenAnswer

    /// Describes a look.
    public init(
        at time: Instant,
        base: String,
        health: SeenAnswer,
        metadata: SeenAnswer,
        notification: SeenAnswer
    ) {
        schema = Self.schema
        self.time = time.xsDateTime
        self.base = base
        self.health = health
        self.metadata = metadata
        self.notification = notification
    }

    /// Reads what ``json`` wrote.
    /// - Parameter json: the file.
    /// - Throws: ``PublicBaseReportFault``.
    public init(json: [UInt8]) throws(PublicBaseReportFault) {
        guard json.count <= Self.longest else { throw .tooLong }
        guard let read = try? JSONDecoder().decode(Self.self, from: Data(json)) else { throw .malformed }
        guard read.schema == Self.schema else { throw .schema(read.schema) }
        guard Instant(xsDateTime: read.time) != nil else { throw .time(read.time) }
        self = read
    }

    /// When it was looked.
    public var instant: Instant? { Instant(xsDateTime: time) }

    /// The JSON that `checklist probe` prints.
    public var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map(Array.init) ?? []
    }
}
