import Testing

@testable import JointDebug

@Suite("What a trace keeps")
struct RedactionTests {
    @Test(
        "No secret stands in a text that is kept",
        arguments: [
            ("token=eyJhbGciOi.x.y&next=1", "token=[redacted]&next=1"),
            ("https://idp/sso/start?token=abc", "https://idp/sso/start?token=[redacted]"),
            ("user=a&password=p%20w&x=1", "user=a&password=[redacted]&x=1"),
            (#"{"password":"hunter2","name":"a"}"#, #"{"password":"[redacted]","name":"a"}"#),
            (#"{"verification_code" : "123456"}"#, #"{"verification_code" : "[redacted]"}"#),
            ("mytoken=stays&SAMLRequest=abc", "mytoken=stays&SAMLRequest=abc"),
        ]
    )
    func texts(text: String, kept: String) {
        #expect(Redaction.text(text) == kept)
    }

    @Test(
        "No secret stands in a header that is kept",
        arguments: [
            ("Cookie", "drawbridge=secret", "Cookie: drawbridge=[redacted]"),
            (
                "set-cookie", "drawbridge=secret; Path=/; SameSite=Lax; HttpOnly",
                "set-cookie: drawbridge=[redacted]; Path=/; SameSite=Lax; HttpOnly"
            ),
            ("X-Auth-Token", "abc", "X-Auth-Token: [redacted]"),
            (
                "Authorization", "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=abc",
                "Authorization: SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=[redacted]"
            ),
            ("Authorization", "Bearer abc", "Authorization: [redacted]"),
            ("Location", "/sso/start?token=abc", "Location: /sso/start?token=[redacted]"),
            ("Content-Type", "text/html", "Content-Type: text/html"),
        ]
    )
    func headers(name: String, value: String, kept: String) {
        #expect(Redaction.header(name, value) == kept)
    }
}
