public import XMLSecurity

/// The time of a signature, `X-Sdk-Date`: `20060102T150405Z`, in UTC.
public enum SDKDate: Sendable {
    /// The header.
    public static let header = "X-Sdk-Date"
    /// How far the caller's clock may be off, in seconds (huawei-cloud.md 6.1).
    public static let tolerance: Int64 = 15 * 60

    /// Writes a time.
    public static func text(_ instant: Instant) -> String {
        String(instant.xsDateTime.prefix(19).filter { $0 != "-" && $0 != ":" }) + "Z"
    }

    /// Reads a time; `nil` for any other form.
    public static func instant(_ text: String) -> Instant? {
        let characters = Array(text)
        guard characters.count == 16, characters[8] == "T", characters[15] == "Z" else { return nil }
        func part(_ range: Range<Int>) -> String { String(characters[range]) }
        let date = [part(0..<4), part(4..<6), part(6..<8)].joined(separator: "-")
        let time = [part(9..<11), part(11..<13), part(13..<15)].joined(separator: ":")
        return Instant(xsDateTime: "\(date)T\(time)Z")
    }
}
