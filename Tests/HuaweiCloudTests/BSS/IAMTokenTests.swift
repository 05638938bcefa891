import Foundation
import HuaweiCloud
import SAML
import Testing
import XMLSecurity

@Suite("Tokens of IAM are asked for by password and renewed in time")
struct IAMTokenTests {
    private static let start = Instant(seconds: 1_790_000_000)
    private static let user = IAMUser(name: "clerk", domain: "partner", password: Secret("Pa\"ss"))

    @Test("The body has the documented form, and is read as it was written")
    func request() throws {
        let json = try JSONEncoder().encode(IAMTokenRequest(Self.user))
        let expected =
            #"{"auth":{"identity":{"methods":["password"],"password":{"user":{"domain":{"name":"partner"},"name":"clerk","password":"Pa\"ss"}}},"scope":{"domain":{"name":"partner"}}}}"#
        let object = try JSONSerialization.jsonObject(with: json) as? NSDictionary
        #expect(try object == JSONSerialization.jsonObject(with: Data(expected.utf8)) as? NSDictionary)
        let read = try #require(try JSONDecoder().decode(IAMTokenRequest.self, from: json).user)
        #expect(read.name == "clerk" && read.domain == "partner")
        #expect(read.password.withBytes { String(decoding: $0, as: UTF8.self) } == "Pa\"ss")
    }

    @Test(
        "Who does not ask by password is nobody",
        arguments: [
            #"{"auth":{"identity":{"methods":["assume_role"]}}}"#, #"{"auth":{"identity":{"methods":["password"]}}}"#,
            #"{"auth":{"identity":{"methods":["password","totp"],"password":{"user":{"name":"a","password":"b","domain":{"name":"c"}}}}}}"#,
        ]
    )
    func otherMethods(json: String) throws {
        #expect(try JSONDecoder().decode(IAMTokenRequest.self, from: Data(json.utf8)).user == nil)
    }

    @Test(
        "A token is renewed before its day is over, whatever clock the other side has",
        arguments: [
            (nil, 0, true), (nil, 77_759, true), (nil, 77_760, false), (nil, 86_399, false), (nil, -1, false),
            (86_400, 77_759, true), (600, 539, true), (600, 540, false), (864_000, 77_760, false),
        ] as [(Int64?, Int64, Bool)]
    )
    func renewal(life: Int64?, age: Int64, isFresh: Bool) {
        let token = IAMToken(Secret("t"), asked: Self.start, life: life)
        #expect(token.isFresh(at: Self.start.adding(seconds: age)) == isFresh)
    }

    @Test(
        "How long a token is good is read from the answer, or taken from the documentation",
        arguments: [
            (
                #"{"token":{"issued_at":"2026-11-24T02:00:00.000000Z","expires_at":"2026-11-25T02:00:00.000000Z"}}"#,
                86_400
            ),
            (
                #"{"token":{"issued_at":"2026-11-24T02:00:00Z","expires_at":"2026-11-24T02:10:00Z","methods":["password"]}}"#,
                600
            ),
            (#"{"token":{"expires_at":"2026-11-24T02:10:00Z"}}"#, nil), (#"{"token":{}}"#, nil),
            (#"{"token":{"issued_at":"2026-11-24T02:00:00Z","expires_at":"2026-11-24T01:00:00Z"}}"#, nil),
        ] as [(String, Int64?)]
    )
    func life(json: String, seconds: Int64?) throws {
        #expect(try JSONDecoder().decode(IAMTokenAnswer.self, from: Data(json.utf8)).life == seconds)
    }

    @Test(
        "A refusal of either form is told with what to do",
        arguments: [
            #"{"error":{"code":401,"message":"wrong\u001b[2J","title":"Unauthorized"}}"#,
            #"{"error_code":"IAM.0011","error_msg":"wrong"}"#,
        ]
    )
    func refusal(json: String) throws {
        let body = try JSONDecoder().decode(IAMRefusal.Body.self, from: Data(json.utf8))
        let message = IAMRefusal(status: 401, body: body).message
        #expect(message.en.contains("HTTP 401") && message.en.contains("wrong") && message.en.contains("password"))
        #expect(!message.en.unicodeScalars.contains { $0.value < 0x20 } && message.zh.contains("password"))
        let advices = [401, 404, 503].map { IAMRefusal(status: $0, body: nil).message.en }
        #expect(Set(advices).count == 3)
    }

    @Test("Nothing of it describes itself")
    func secrets() {
        let token = IAMToken(Secret("t0ken"), asked: Self.start, life: nil)
        let authentication = BSSAuthentication.password(Self.user, iam: "https://iam.myhuaweicloud.com")
        for text in ["\(token)", "\(Self.user)", "\(authentication)", String(reflecting: token)] {
            #expect(!text.contains("t0ken") && !text.contains("Pa"), "\(text)")
        }
    }

    @Test("IAM's address is documented for two sites")
    func addresses() {
        #expect(Site.all.map(\.iamEndpoint) == ["https://iam.myhuaweicloud.com", "https://iam.myhuaweicloud.com", nil])
    }
}
