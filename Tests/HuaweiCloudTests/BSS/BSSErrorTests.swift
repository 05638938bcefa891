import Foundation
import HuaweiCloud
import SAML
import Testing

@Suite("What the BSS says no with is explained")
struct BSSErrorTests {
    private static func error(
        _ status: Int,
        _ json: String,
        _ operation: BSSOperation = .createCustomer
    ) throws -> BSSError {
        let body = try JSONDecoder().decode(BSSError.Body.self, from: Data(json.utf8))
        return BSSError(operation, status: status, body: body)
    }

    @Test(
        "Each documented code has an advice of its own",
        arguments: [
            "CBC.0100", "CBC.0151", "CBC.0999", "CBC.99000026", "CBC.99000027", "CBC.99000029", "CBC.99000039",
            "CBC.99000050", "CBC.99000051", "CBC.99000004", "CBC.5017",
        ]
    )
    func codes(code: String) throws {
        #expect(BSSAdvice.codes.contains(code))
        let message = try Self.error(400, "{\"error_code\":\"\(code)\",\"error_msg\":\"no\"}").message
        #expect(message.en.contains("HTTP 400 \(code) no") && message.zh.contains(code))
        #expect(message.en != message.zh)
    }

    @Test(
        "Calls that were not carried out are told by status and by code",
        arguments: [
            (429, "{}", true), (400, #"{"error_code":"APIG.0308"}"#, true), (503, "{}", false), (400, "{}", false),
        ]
    )
    func throttled(status: Int, json: String, isThrottled: Bool) throws {
        let error = try Self.error(status, json)
        #expect(error.isThrottled == isThrottled)
        #expect(error.isTransient == (isThrottled || status == 503))
    }

    @Test("An account whose association is not known yet is not lost")
    func created() throws {
        let json = #"{"error_code":"CBC.99000050","error_msg":"x","domain_id":"id-1","domain_name":"name-1"}"#
        let error = try Self.error(500, json)
        #expect(error.created == CreateCustomer.Answer(domainID: "id-1", domainName: "name-1"))
        #expect(error.message.en.contains("name-1 (id-1)") && error.message.zh.contains("name-1 (id-1)"))
    }

    @Test("Who is not let in is told to look at keys and clock", arguments: [401, 403])
    func credentials(status: Int) throws {
        #expect(BSSError(.customers, status: status, body: nil).message.en.contains("15 minutes"))
    }

    @Test("What comes from there moves no cursor, and success of older APIs is no error")
    func strange() throws {
        let error = try Self.error(400, #"{"error_code":"CBC.0100","error_msg":"a\u001b[2Jb\r\n"}"#)
        #expect(!error.message.en.unicodeScalars.contains { $0.value < 0x20 })
        let body = try JSONDecoder().decode(BSSError.Body.self, from: Data(#"{"error_code":"CBC.0000"}"#.utf8))
        #expect(!body.isError)
    }
}
