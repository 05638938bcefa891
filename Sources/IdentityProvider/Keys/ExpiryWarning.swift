public import SAML
public import XMLSecurity

/// Something that ends soon, or has ended: one of our keys, or an SP's metadata.
public struct ExpiryWarning: Hashable, Sendable {
    /// What ends.
    public enum Subject: Hashable, Sendable {
        /// The certificate of one of our keys.
        case key(String)
        /// The metadata of an SP.
        case metadata(String)
        /// The TLS certificate of the public listener.
        case listener
    }

    /// How many days before the end it is told; the closest that is passed counts.
    public static let days: [Int64] = [90, 30, 7]

    /// What ends.
    public let subject: Subject
    /// When.
    public let end: Instant
    /// The threshold that is passed, in days; 0 when it has ended.
    public let threshold: Int64

    /// Judges one end.
    /// - Parameters:
    ///   - subject: what ends.
    ///   - end: when.
    ///   - now: the time.
    public init?(_ subject: Subject, ending end: Instant, at now: Instant) {
        let left = end.seconds(since: now)
        guard let passed = Self.days.filter({ left <= $0 * 86_400 }).min() else { return nil }
        self.subject = subject
        self.end = end
        threshold = now >= end ? 0 : passed
    }

    /// Whether it is over.
    public var hasEnded: Bool { threshold == 0 }

    /// One sentence.
    public var message: Bilingual {
        let day = end.xsDateTime.prefix(10)
        return switch (subject, hasEnded) {
        case (.key(let name), false):
            Bilingual("the certificate of key \(name) ends on \(day)", "密钥 \(name) 的证书将于 \(day) 到期")
        case (.key(let name), true):
            Bilingual("the certificate of key \(name) ended on \(day)", "密钥 \(name) 的证书已于 \(day) 到期")
        case (.listener, false):
            Bilingual("the TLS certificate of the listener ends on \(day)", "监听端口的 TLS 证书将于 \(day) 到期")
        case (.listener, true):
            Bilingual("the TLS certificate of the listener ended on \(day)", "监听端口的 TLS 证书已于 \(day) 到期")
        case (.metadata(let entity), false):
            Bilingual("the metadata of \(entity) ends on \(day)", "\(entity) 的元数据将于 \(day) 到期")
        case (.metadata(let entity), true):
            Bilingual("the metadata of \(entity) ended on \(day)", "\(entity) 的元数据已于 \(day) 到期")
        }
    }
}
