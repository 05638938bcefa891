/// A hostile message, ready for the judge.
public struct AttackPayload: Sendable {
    /// The octets as the judge gets them.
    public let octets: [UInt8]
    /// How often it is delivered; all but the last delivery must be taken.
    public let deliveries: Int
    /// What the judge must read when it may take the message; `nil` when it must refuse it.
    public let reading: [String]?

    init(_ octets: [UInt8], deliveries: Int = 1, reading: [String]? = nil) {
        self.octets = octets
        self.deliveries = deliveries
        self.reading = reading
    }

    init(_ text: String) {
        self.init(Array(text.utf8))
    }
}
