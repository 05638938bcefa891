import XMLSecurity

/// A request whose signature HUAWEI CLOUD published (huawei-cloud.md 6.2).
public struct PublishedSignature: Sendable {
    private static let date = "20060102T150405Z"
    private static let keys = (access: "AccessKey", secret: "SecretKey")
    private static let path = "/path"

    private let method: String
    private let query: [BSSParameter]
    private let body: [UInt8]
    /// What was published.
    public let signature: String

    /// Both of them; the encoder of the second one's author ends the body with a line feed.
    public static let all = [
        PublishedSignature(
            method: "GET",
            query: [BSSParameter("limit", "1")],
            body: [],
            signature: "5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624"
        ),
        PublishedSignature(
            method: "POST",
            query: [BSSParameter("key", "value")],
            body: Array(#"{"Name":"test","Id":1}"#.utf8) + [0x0A],
            signature: "cecc2af119b18ab70b4d094c0750f3b42c02f254903179a0fc2cc72fc9db4f59"
        ),
    ]

    /// Parameters whose encoding was published, too.
    public static let parameters = [
        ("limit", "1"), ("enable", "true"), ("multi", "3"), ("multi", "1"), ("multi", "2"), ("path", "/tmp/123"),
        ("test", "一 (&=?!#%.*)"),
    ].map { BSSParameter($0.0, $0.1) }

    /// Their encoding.
    public static let query =
        "enable=true&limit=1&multi=1&multi=2&multi=3&path=%2Ftmp%2F123&test=%E4%B8%80%20%28%26%3D%3F%21%23%25.%2A%29"

    /// The request for people.
    public var title: String { "\(method) \(Self.path)?\(SDKEncoding.query(query))" }

    /// The signature that ``SDKSigner`` makes; `nil` when it makes none.
    public func signed() -> String? {
        guard let access = AccessKey(Self.keys.access), let time = SDKDate.instant(Self.date) else { return nil }
        let signer = SDKSigner(BSSCredentials(accessKey: access, secretKey: Secret(Self.keys.secret)))
        let headers = signer.headers(method: method, path: Self.path, query: query, body: body, at: time)
        guard let header = headers.first(where: { $0.name == "Authorization" })?.value else { return nil }
        return try? SDKAuthorization(reading: header).signature
    }
}
