import HuaweiCloud
import Testing
import XMLSecurity

@Suite("Calls are signed as HUAWEI's own SDK signs them")
struct SDKSignerTests {
    private static let date = "20060102T150405Z"

    private static func headers(
        method: String = "GET",
        query: [BSSParameter],
        headers: [(name: String, value: String)] = [],
        body: [UInt8] = [],
        token: Secret? = nil
    ) throws -> [String: String] {
        let key = try #require(AccessKey("AccessKey"))
        let signer = SDKSigner(BSSCredentials(accessKey: key, secretKey: Secret("SecretKey"), securityToken: token))
        let made = signer.headers(
            method: method,
            path: "/path",
            query: query,
            signing: headers,
            body: body,
            at: try #require(SDKDate.instant(date))
        )
        return Dictionary(uniqueKeysWithValues: made.map { ($0.name, $0.value) })
    }

    @Test("The published vector of a GET")
    func get() throws {
        let headers = try Self.headers(query: [BSSParameter("limit", "1")])
        #expect(headers["X-Sdk-Date"] == Self.date)
        #expect(
            headers["Authorization"]
                == "SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=x-sdk-date, Signature=5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624"
        )
    }

    @Test("The published vector of a POST: the type of the content is not signed, the last line feed is")
    func post() throws {
        let headers = try Self.headers(
            method: "POST",
            query: [BSSParameter("key", "value")],
            headers: [(name: "Content-Type", value: "application/json")],
            body: Array("{\"Name\":\"test\",\"Id\":1}\n".utf8)
        )
        #expect(
            headers["Authorization"]
                == "SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=x-sdk-date, Signature=cecc2af119b18ab70b4d094c0750f3b42c02f254903179a0fc2cc72fc9db4f59"
        )
    }

    @Test("The published vector of a query, in whatever order it is given")
    func query() {
        let parameters = [
            BSSParameter("test", "一 (&=?!#%.*)"), BSSParameter("multi", "3"), BSSParameter("limit", "1"),
            BSSParameter("multi", "1"), BSSParameter("path", "/tmp/123"), BSSParameter("enable", "true"),
            BSSParameter("multi", "2"),
        ]
        #expect(
            SDKEncoding.query(parameters)
                == "enable=true&limit=1&multi=1&multi=2&multi=3&path=%2Ftmp%2F123&test=%E4%B8%80%20%28%26%3D%3F%21%23%25.%2A%29"
        )
        #expect(SDKEncoding.query([BSSParameter("a", "")]) == "a=")
        #expect(SDKEncoding.query([]).isEmpty)
    }

    @Test(
        "A path is encoded segment by segment and ends with a slash",
        arguments: [
            ("/", "/"), ("/a", "/a/"), ("/a/", "/a/"), ("/a b/c", "/a%20b/c/"), ("/a~_-.c", "/a~_-.c/"),
            ("/中", "/%E4%B8%AD/"), ("/a+b:c", "/a%2Bb%3Ac/"), ("", "/"),
        ]
    )
    func path(path: String, canonical: String) {
        #expect(SDKEncoding.path(path) == canonical)
    }

    @Test("Headers are signed in lower case, sorted and without the spaces around their values")
    func canonicalHeaders() {
        let request = SDKCanonicalRequest(
            method: "GET",
            path: "/",
            query: [],
            headers: [(name: "X-Sdk-Date", value: " \tx "), (name: "Host", value: "bss.myhuaweicloud.com")],
            bodyHash: "hash"
        )
        #expect(request.signedHeaders == "host;x-sdk-date")
        #expect(
            request.text == "GET\n/\n\nhost:bss.myhuaweicloud.com\nx-sdk-date:x\n\nhost;x-sdk-date\nhash"
        )
    }

    @Test("The token of temporary keys is sent and signed")
    func temporary() throws {
        let headers = try Self.headers(query: [], headers: [(name: "a_b", value: "1")], token: Secret("temporary"))
        #expect(headers["X-Security-Token"] == "temporary")
        #expect(headers["Authorization"]?.contains("SignedHeaders=x-sdk-date;x-security-token,") == true)
    }

    @Test("A time is written in UTC and read back", arguments: ["20060102T150405Z", "20240229T235959Z"])
    func dates(text: String) throws {
        #expect(SDKDate.text(try #require(SDKDate.instant(text))) == text)
    }

    @Test(
        "Another form of a time is none",
        arguments: [
            "", "20060102T150405", "2006-01-02T15:04:05Z", "20060102 150405Z", "20061302T150405Z",
            "20060102t150405Z", "20060102T150405z", "20060102T246060Z", "2006010２T150405Z", "20060102T15040 Z",
        ]
    )
    func otherDates(text: String) {
        #expect(SDKDate.instant(text) == nil)
    }

    @Test("An authorization reads back what was written")
    func authorization() throws {
        let written = SDKAuthorization(access: "AK", signedHeaders: "host;x-sdk-date", signature: "00")
        #expect(try SDKAuthorization(reading: written.header) == written)
    }

    @Test(
        "What is not an authorization is told",
        arguments: [
            ("", SDKAuthorization.Fault.algorithm), ("SDK-HMAC-SM3 Access=a, SignedHeaders=b, Signature=c", .algorithm),
            ("sdk-hmac-sha256 Access=a, SignedHeaders=b, Signature=c", .algorithm),
            ("SDK-HMAC-SHA256", .algorithm), ("SDK-HMAC-SHA256 ", .fields),
            ("SDK-HMAC-SHA256 Access=a, SignedHeaders=b", .fields),
            ("SDK-HMAC-SHA256 Access=a, Signature=c, SignedHeaders=b", .fields),
            ("SDK-HMAC-SHA256 Access=, SignedHeaders=b, Signature=c", .fields),
            ("SDK-HMAC-SHA256 Access=a, SignedHeaders=b, Signature=c, Signature=c", .fields),
            ("SDK-HMAC-SHA256 Credential=a, SignedHeaders=b, Signature=c", .fields),
        ]
    )
    func unreadable(header: String, fault: SDKAuthorization.Fault) {
        #expect(throws: fault) { try SDKAuthorization(reading: header) }
    }

    @Test(
        "An access key has letters and digits only",
        arguments: ["", "a b", "a,b", "键", String(repeating: "a", count: 65)]
    )
    func accessKeys(text: String) {
        #expect(AccessKey(text) == nil)
    }

    @Test("Nothing prints keys")
    func printing() throws {
        let key = try #require(AccessKey("AKAKAKAK"))
        let credentials = BSSCredentials(accessKey: key, secretKey: Secret("SKSKSKSK"), securityToken: Secret("TTTT"))
        var dumped = ""
        dump(credentials.secretKey, to: &dumped)
        for text in ["\(key)", "\(credentials)", String(describing: credentials), dumped] {
            #expect(!text.contains("AKAK") && !text.contains("SKSK") && !text.contains("TTTT"))
        }
    }
}
