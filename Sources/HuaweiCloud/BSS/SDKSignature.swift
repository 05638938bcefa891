public import XMLSecurity

/// SDK-HMAC-SHA256 over a canonical request; no key is derived (huawei-cloud.md 6.2).
public enum SDKSignature: Sendable {
    /// The algorithm's name, the first line that is signed and the first word of the header.
    public static let algorithm = "SDK-HMAC-SHA256"

    /// Signs.
    /// - Parameters:
    ///   - request: the canonical request, as ``SDKCanonicalRequest/text``.
    ///   - date: the `X-Sdk-Date` as it is sent.
    ///   - key: the SK.
    /// - Returns: 64 hexadecimal digits in lower case.
    public static func sign(_ request: String, date: String, key: Secret) -> String {
        let digest = Hexadecimal.encode(Digest.sha256(Array(request.utf8)))
        let signed = [algorithm, date, digest].joined(separator: "\n")
        return Hexadecimal.encode(key.withBytes { Digest.hmacSHA256(Array(signed.utf8), key: $0) })
    }
}
