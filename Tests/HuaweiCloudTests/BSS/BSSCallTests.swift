import Foundation
import HuaweiCloud
import SAML
import Testing
import XMLSecurity

@Suite("Calls to the BSS keep the documented rules before they are sent")
struct BSSCallTests {
    private static func field(_ make: () throws -> any BSSCall) -> String? {
        do {
            _ = try make()
            return nil
        } catch {
            return (error as? BSSFieldFault)?.field
        }
    }

    private static func json(_ body: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(body), as: UTF8.self)
    }

    @Test(
        "What is asked after has its form",
        arguments: [
            (CheckIdentity.Kind.name, "ceshiyonghu001", true), (.name, "-abcd", true), (.name, "_abcd", false),
            (.name, "abcd", false), (.name, "1abcd", false), (.name, "op_abcd", false), (.name, "shadow_a", false),
            (.name, String(repeating: "a", count: 33), false), (.mobile, "0086-13800138000", true),
            (.mobile, "13800138000", false), (.mobile, "8600-13800138000", false), (.mobile, "0086-", false),
            (.mobile, "+86-13800138000", false), (.email, "a@example.com", true), (.email, "a@b", false),
            (.email, "", false), (.email, String(repeating: "a", count: 60) + "@example.com", false),
        ]
    )
    func checkIdentity(kind: CheckIdentity.Kind, value: String, isGood: Bool) {
        #expect(Self.field { try CheckIdentity(kind, value) } == (isGood ? nil : "search_value"))
    }

    @Test("The bodies are those of the documentation")
    func bodies() throws {
        #expect(
            try Self.json(CheckIdentity(.name, "ceshiyonghu001"))
                == #"{"search_type":"name","search_value":"ceshiyonghu001"}"#
        )
        #expect(
            try Self.json(SendCode(to: "13800138000", minutes: 5, language: .chinese))
                == #"{"lang":"zh-cn","mobile_phone":"13800138000","receiver_type":1,"timeout":5}"#
        )
        let customer = try CreateCustomer(
            accountID: "account-1",
            platformID: #require(PlatformID("platform")),
            domainName: "customer1",
            mobile: VerifiedMobile("13800138000", code: "123456"),
            password: Secret("Passw0rd"),
            refusesMarketing: true,
            awaitsAssociation: true
        )
        #expect(
            try Self.json(customer)
                == #"{"domain_name":"customer1","include_association_result":true,"is_close_market_ms":"true","mobile_phone":"13800138000","password":"Passw0rd","verification_code":"123456","xaccount_id":"account-1","xaccount_type":"platform"}"#
        )
        let query = try CustomerQuery(associatedFrom: Instant(seconds: 0), offset: 10, limit: 100)
        #expect(try Self.json(query) == #"{"associated_on_begin":"1970-01-01T00:00:00Z","limit":100,"offset":10}"#)
    }

    @Test(
        "A body is read by the rules it is written by",
        arguments: [
            (#"{"receiver_type":2,"mobile_phone":"13800138000"}"#, "receiver_type"),
            (#"{"receiver_type":1,"mobile_phone":"+8613800138000"}"#, "mobile_phone"),
            (#"{"receiver_type":1,"mobile_phone":"13800138000","timeout":61}"#, "timeout"),
            (#"{"receiver_type":1,"mobile_phone":"13800138000","timeout":0}"#, "timeout"),
            (#"{"receiver_type":1,"mobile_phone":"13800138000","scene":18}"#, "customer_id"),
        ]
    )
    func sendCode(json: String, field: String) {
        #expect(Self.field { try JSONDecoder().decode(SendCode.self, from: Data(json.utf8)) } == field)
    }

    @Test(
        "Each field of a new customer has its rule",
        arguments: [
            (#""xaccount_id":"""#, "xaccount_id"), (#""xaccount_id":"a b""#, "xaccount_id"),
            (#""xaccount_id":"a","domain_name":"12345678""#, "domain_name"),
            (#""xaccount_id":"a","domain_name":"op_name""#, "domain_name"),
            (#""xaccount_id":"a","domain_name":"abcd""#, "domain_name"),
            (#""xaccount_id":"a","email":"a@b@c.de""#, "email"),
            (#""xaccount_id":"a","mobile_phone":"12345""#, "mobile_phone"),
            (#""xaccount_id":"a","mobile_phone":"13800138000""#, "verification_code"),
            (#""xaccount_id":"a","mobile_phone":"13800138000","verification_code":"12345""#, "verification_code"),
            (#""xaccount_id":"a","mobile_phone":"13800138000","verification_code":"12345a""#, "verification_code"),
            (#""xaccount_id":"a","password":"""#, "password"),
            (#""xaccount_id":"a","password":"short1""#, "password"),
            (#""xaccount_id":"a","password":"onlysmallletters""#, "password"),
            (#""xaccount_id":"a","password":"with space 1""#, "password"),
            (#""xaccount_id":"a","password":"密码密码密码a1""#, "password"),
            (#""xaccount_id":"a","password":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1""#, "password"),
            (#""xaccount_id":"a","domain_name":"Customer-1","password":"customer-1""#, "password"),
            (#""xaccount_id":"a","domain_name":"customer-1","password":"1-remotsuc""#, "password"),
            (
                #""xaccount_id":"a","mobile_phone":"13800138000","verification_code":"123456","password":"a13800138000""#,
                "password"
            ),
            (#""xaccount_id":"a","indirect_partner_id":"a b""#, "indirect_partner_id"),
        ]
    )
    func createCustomer(fields: String, field: String) {
        let json = "{\"xaccount_type\":\"platform\",\(fields)}"
        #expect(Self.field { try JSONDecoder().decode(CreateCustomer.self, from: Data(json.utf8)) } == field)
    }

    @Test("A customer needs no more than the account and the platform, and empty texts are as none")
    func leastCustomer() throws {
        let json = #"{"xaccount_id":"a","xaccount_type":"platform","domain_name":"","mobile_phone":""}"#
        let customer = try JSONDecoder().decode(CreateCustomer.self, from: Data(json.utf8))
        #expect(customer.domainName == nil && customer.mobile == nil && customer.password == nil)
        #expect(try Self.json(customer) == #"{"xaccount_id":"a","xaccount_type":"platform"}"#)
    }

    @Test("Pages have bounds", arguments: [(-1, 10), (0, 0), (0, 101), (40_000_001, 10)])
    func pages(offset: Int, limit: Int) {
        let field = (1...100).contains(limit) ? "offset" : "limit"
        #expect(Self.field { try CustomerQuery(offset: offset, limit: limit) } == field)
    }

    @Test("The older path of the adjustment records counts pages")
    func adjustRecords() throws {
        #expect(SDKEncoding.query(try AdjustRecordQuery(offset: 20, limit: 10).query) == "limit=10&offset=20")
        #expect(SDKEncoding.query(try AdjustRecordQuery(.v2, offset: 20, limit: 10).query) == "limit=10&offset=2")
        #expect(Self.field { try AdjustRecordQuery(.v2, offset: 5, limit: 10) } == "offset")
        let query = try AdjustRecordQuery(
            customerID: "customer",
            kind: .grant,
            from: Instant(seconds: 0),
            to: Instant(seconds: 60),
            transactionID: "t"
        )
        #expect(try AdjustRecordQuery(.v3, reading: query.query) == query)
        #expect(try AdjustRecordQuery(.v2, reading: [BSSParameter("offset", "2")]).offset == 20)
        let reversed = Self.field { try AdjustRecordQuery(from: Instant(seconds: 60), to: Instant(seconds: 0)) }
        #expect(reversed == "operation_time_end")
    }

    @Test(
        "The parameters of the adjustment records have their forms",
        arguments: [
            ("operation_type", "GRANT"), ("operation_time_begin", "2016-03-28"), ("offset", "-1"), ("offset", "x"),
            ("operation_time_end", "2016-03-28T14:45:38.000Z"), ("limit", "0"), ("limit", "101"),
            ("customer_id", String(repeating: "a", count: 65)), ("trans_id", String(repeating: "a", count: 129)),
            ("offset", "99999999999999999999"),
        ]
    )
    func parameters(name: String, value: String) {
        #expect(Self.field { try AdjustRecordQuery(.v3, reading: [BSSParameter(name, value)]) } == name)
    }

    @Test("No answer of a list is read as an empty one")
    func emptyAnswers() throws {
        #expect(try JSONDecoder().decode(CustomerQuery.Answer.self, from: Data("{}".utf8)).customers.isEmpty)
        #expect(try JSONDecoder().decode(AdjustRecordQuery.Answer.self, from: Data("{}".utf8)).total == 0)
    }

    @Test("A fault says its rule in both languages and never the value")
    func faults() throws {
        let fault = #expect(throws: BSSFieldFault.self) {
            _ = try CreateCustomer(accountID: "a", platformID: #require(PlatformID("p")), password: Secret("secret"))
        }
        let message = try #require(fault?.message)
        #expect(message.en.hasPrefix("`password` must be") && message.zh.hasPrefix("password 须为"))
        #expect(!message.en.contains("secret"))
    }
}
