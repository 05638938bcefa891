import Foundation
import JointDebug
import SAML
import TestSupport
import Testing

@Suite("The log of a running service", .ownThread)
struct LogServiceTests {
    private static let customer = [
        "--user", "user-4711", "--account", "account-4711", "--account-name", "zhangwei", "--email",
        "zhang.wei@customer.example", "--mobile", "13800138000", "--first-login", "true",
    ]

    @Test("At level trace: every line is an object, the page's reference finds its lines, and nobody's data is in it")
    func secrets() async throws {
        let service = try await RunningService("log:\n  level: trace\n  format: json\n")
        var secrets = ["user-4711", "account-4711", "zhangwei", "zhang.wei@", "13800138000"]
        var browser = Browser(language: .en)
        let token = try service.token(Self.customer)
        secrets.append(token)
        secrets.append(try #require(token.split(separator: ".").last.map(String.init)))
        let page = try await service.signOn(&browser, token)
        let response = try #require(page.text.split(separator: "name=\"SAMLResponse\" value=\"").last)
        secrets.append(String(response.prefix(200)))
        // The same token once more, in a query this time; then one that nobody signed.
        let replayed = try await browser.open(service.base + "/sso/start?token=" + token)
        #expect(replayed.text.contains("token.replayed"))
        let forged = String(token.dropLast(8)) + "AAAAAAAA"
        secrets.append(forged)
        #expect(try await service.start(&browser, forged).text.contains("token.signature"))
        for path in ["/saml/sso?SAMLRequest=secret-in-a-query", "/secret-path", "/sso/resume/secret-id"] {
            _ = try await browser.open(service.base + path)
        }
        secrets += ["secret-in-a-query", "secret-path", "secret-id"]
        for exchange in browser.trace {
            let cookies = exchange.headers.filter { $0.0 == "set-cookie" }
            secrets += cookies.compactMap {
                $0.1.split(separator: ";").first?.split(separator: "=").last.map(String.init)
            }
        }
        let reference = try #require(replayed.text.firstMatch(of: /<code>([0-9a-f]{12})<\/code>/)?.1)
        service.send(SIGTERM)
        #expect(await service.end() == 0)

        let log = try service.log
        for secret in secrets { #expect(!log.contains(secret), "\(secret) is in the log") }
        var found = 0
        for line in log.split(separator: "\n") {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let event = try #require(object, "\(line)")
            #expect(event["time"] != nil && event["level"] != nil && event["message"] != nil)
            if event["reference"] as? String == String(reference) { found += 1 }
        }
        #expect(found >= 2, "the refusal and its request")
        #expect(log.split(separator: "\n").first?.hasPrefix("{\"time\":\"20") == true)
    }

    @Test("A trace that a request names is on its lines, with a step of our own")
    func traced() async throws {
        let service = try await RunningService()
        let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
        let parent = "00-\(trace)-00f067aa0ba902b7-01"
        let reply = try CommandLineTool.run(
            "python3",
            [
                "-c",
                """
                import sys, urllib.request
                request = urllib.request.Request(sys.argv[1], headers={"traceparent": sys.argv[2]})
                print(urllib.request.urlopen(request).status)
                """,
                service.base + "/saml/metadata", parent,
            ]
        )
        #expect(reply.status == 0, "\(reply.errors)")
        try await service.logs("trace_id=\(trace)")
        let line = try #require(try service.log.split(separator: "\n").first { $0.contains(trace) })
        #expect(line.contains("span_id=") && !line.contains("00f067aa0ba902b7"))
        #expect(line.contains("route=/saml/metadata"))
    }
}
