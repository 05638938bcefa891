import Foundation
import HuaweiCloud
import SAML
import TestSupport
import Testing
import XMLSecurity

@testable import JointDebug

@Suite("What is seen of a service that is followed")
struct WatcherTests {
    private static let now = Instant(seconds: 1_795_000_000)
    private static let base = "https://idp.example.com"

    private static func watcher(showsPersonalData: Bool = false) throws -> Watcher {
        let provider = try FakeServiceProvider()
        return Watcher(
            identityProvider: EntityDescriptor(entityID: base),
            huawei: .init(
                entityID: provider.entityID,
                assertionConsumerService: provider.assertionConsumerService
            ),
            showsPersonalData: showsPersonalData
        )
    }

    private static func seen(
        _ method: String,
        _ path: String,
        status: Int = 200,
        body: String = "",
        refusal: Refusal? = nil,
        outcome: String? = nil
    ) -> SeenExchange {
        let exchange = WebExchange(
            method: method,
            url: base + path,
            status: status,
            headers: [("content-type", "text/html")],
            body: Array(body.utf8)
        )
        return SeenExchange(at: now, exchange: exchange, reference: "R-1", refusal: refusal, outcome: outcome)
    }

    private static func request(signed: Bool = true) throws -> String {
        let provider = try FakeServiceProvider()
        let request = provider.request(to: base + "/saml/sso", at: now)
        guard case .redirect(let query) = try provider.redirect(request, signed: signed) else { return "" }
        return "/saml/sso?" + String(decoding: query, as: UTF8.self)
    }

    /// A page as the service writes it, with a Response that says little.
    private static func page(_ attributes: String, audience: String = "https://auth.huaweicloud.com/") -> String {
        let xml = """
            <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
            xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r" InResponseTo="_th2kld6nqqaq6lbvbw1cqqkbld2m7shj5i7x">\
            <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>\
            <saml:Assertion ID="_a"><saml:Conditions><saml:AudienceRestriction><saml:Audience>\(audience)\
            </saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AttributeStatement>\(attributes)\
            </saml:AttributeStatement></saml:Assertion></samlp:Response>
            """
        return """
            <html><body><form method="post" action="https://auth.huaweicloud.com/authui/saml/SAMLAssertionConsumer">\
            <input type="hidden" name="SAMLResponse" value="\(Base64.encode(Array(xml.utf8)))"/></form></body></html>
            """
    }

    private static let attribute = """
        <saml:Attribute Name="xUserId"><saml:AttributeValue>zhang-wei-7</saml:AttributeValue></saml:Attribute>
        """

    @Test("A request that HUAWEI CLOUD signed and the service took proves the rule for the documented form")
    func accepted() throws {
        var watcher = try Self.watcher()
        let report = watcher.see(Self.seen("GET", try Self.request(), status: 303))
        #expect(report?.verdict == .passed && report?.scenario.proves == ["request.fixture"])
        #expect(report?.scenario.family == .signOn)
    }

    @Test("A refusal of a request is the scenario's failure, with the code and the message that was refused")
    func refused() throws {
        var watcher = try Self.watcher()
        let refusal = Refusal(.signatureMissing, xpath: "/samlp:AuthnRequest", expected: "a signature")
        let exchange = Self.seen("GET", try Self.request(signed: false), status: 403, refusal: refusal)
        let report = watcher.see(exchange)
        #expect(report?.failure?.code == "signature.missing" && report?.scenario.proves == ["request.fixture"])
        #expect(report?.failure?.message?.contains("AuthnRequest") == true)
    }

    @Test("A refusal that is about the account says nothing of the request's form")
    func subject() throws {
        var watcher = try Self.watcher()
        let refusal = Refusal(.subjectMismatch, found: "acct-9")
        let exchange = Self.seen("GET", try Self.request(), status: 200, refusal: refusal)
        let report = watcher.see(exchange)
        #expect(report?.verdict == .failed && report?.scenario.proves.isEmpty == true)
        #expect(report?.failure?.sentence.en.contains("acct-9") == false)
    }

    @Test("A Response to HUAWEI CLOUD is judged by its rules; one to another SP is not")
    func linted() throws {
        var watcher = try Self.watcher()
        _ = watcher.see(Self.seen("GET", try Self.request(), status: 303))
        let own = watcher.see(Self.seen("GET", "/sso/resume/{id}", body: Self.page(Self.attribute)))
        let rules = Set((own?.findings ?? []).flatMap { $0 }.map(\.rule.id))
        #expect(own?.verdict == .failed && rules.contains("huawei.message.attribute-names"), "\(rules)")
        let page = Self.page(Self.attribute, audience: "https://sp.example.com/")
        let other = watcher.see(Self.seen("GET", "/sso/resume/{id}", body: page))
        #expect(other?.verdict == .passed && other?.findings.isEmpty == true)
    }

    @Test("Customers' values are in the run only when that is asked for", arguments: [false, true])
    func personal(isShown: Bool) throws {
        var watcher = try Self.watcher(showsPersonalData: isShown)
        let report = watcher.see(Self.seen("GET", "/saml/sso", body: Self.page(Self.attribute)))
        let seen = try #require(report)
        let record = ScenarioRecord(seen)
        let traces = seen.trace.map { ExchangeRecord($0, showsPersonalData: isShown) }
        let text =
            String(decoding: try JSONEncoder().encode([record]), as: UTF8.self)
            + String(decoding: try JSONEncoder().encode(traces), as: UTF8.self)
        #expect(text.contains("zhang-wei-7") == isShown, "\(text)")
        #expect(text.contains("xUserId"))
    }

    @Test(
        "A notification that changed nothing must be looked at; one that was applied is fine",
        arguments: [
            ("applied", true), ("duplicate", true), ("unconfirmed", false), ("suspicious", false),
            ("unattributed", false),
        ]
    )
    func notification(outcome: String, isFine: Bool) throws {
        var watcher = try Self.watcher()
        let report = watcher.see(Self.seen("POST", "/huawei/association", outcome: outcome))
        #expect((report?.verdict == .passed) == isFine)
        #expect(report?.scenario.proves == ["notification.signature"])
    }

    @Test("Icons that browsers look for are not kept; a message that is posted to a wrong address is")
    func others() throws {
        var watcher = try Self.watcher()
        let icon = watcher.see(Self.seen("GET", "/favicon.ico", status: 404))
        let mistake = watcher.see(Self.seen("POST", "/huawei/associations", status: 404))
        #expect(icon == nil && mistake?.verdict == .failed)
        #expect(watcher.reports.count == 1)
    }
}
