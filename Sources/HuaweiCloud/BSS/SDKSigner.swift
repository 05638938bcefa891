public import XMLSecurity

/// Signs calls to the APIs of HUAWEI CLOUD.
public struct SDKSigner: Sendable {
    private let credentials: BSSCredentials

    /// Takes the keys.
    public init(_ credentials: BSSCredentials) {
        self.credentials = credentials
    }

    /// The headers that make a signed call of a request.
    /// - Parameters:
    ///   - method: the method in capitals.
    ///   - path: the path, not encoded.
    ///   - query: the parameters, not encoded.
    ///   - headers: what is sent besides; all are signed but those that proxies change, as in HUAWEI's own SDK.
    ///   - body: the very octets that are sent.
    ///   - now: the time.
    /// - Returns: the headers to send beside `headers`.
    public func headers(
        method: String,
        path: String,
        query: [BSSParameter] = [],
        signing headers: [(name: String, value: String)] = [],
        body: [UInt8] = [],
        at now: Instant
    ) -> [(name: String, value: String)] {
        let date = SDKDate.text(now)
        var added = [(name: SDKDate.header, value: date)]
        if let token = credentials.securityToken {
            added.append((name: "X-Security-Token", value: token.withBytes { String(decoding: $0, as: UTF8.self) }))
        }
        let canonical = SDKCanonicalRequest(
            method: method,
            path: path,
            query: query,
            headers: (headers + added).filter { Self.isSigned($0.name) },
            bodyHash: SDKCanonicalRequest.hash(body)
        )
        let authorization = SDKAuthorization(
            access: credentials.accessKey.value,
            signedHeaders: canonical.signedHeaders,
            signature: SDKSignature.sign(canonical.text, date: date, key: credentials.secretKey)
        )
        return added + [(name: "Authorization", value: authorization.header)]
    }

    private static func isSigned(_ name: String) -> Bool {
        !name.lowercased().hasPrefix("content-type") && !name.contains("_")
    }
}
