import XMLSecurity

/// The time that a server writes into the field `Date` (RFC 9110 5.6.7).
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Reads the one form that servers may send: `Sun, 06 Nov 1994 08:49:37 GMT`; `nil` for any other.
    static func instant(_ text: String) -> Instant? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].hasSuffix(","), parts[5] == "GMT",
            let month = months.firstIndex(of: String(parts[2]))
        else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return Instant(xsDateTime: "\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
    }
}
