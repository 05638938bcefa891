import HuaweiCloud
import Hummingbird
import SAML
import XMLSecurity

/// What the simulation is, and what happened there.
struct OverviewController: Sendable {
    /// The newest events on the page; `log.json` has all.
    private static let shown = 50

    let simulation: SimulatedHuaweiCloud

    func add(to group: RouterGroup<BasicRequestContext>) {
        group.get("") { _, _ in await overview() }
        group.get("log.json") { request, _ in
            let after = request.uri.queryParameters["after"].flatMap { Int($0) } ?? 0
            return SimulationPage.json(try await simulation.log.json(after: after))
        }
    }

    private func overview() async -> Response {
        let entries = await simulation.log.entries().suffix(Self.shown).reversed()
        let customers = await simulation.customers.all
        return SimulationPage.html(
            .ok,
            "模拟华为云 Simulated HUAWEI CLOUD",
            links + "<h2>地址 Addresses</h2>" + Table.html(addresses) + "<h2>伙伴平台 Platforms</h2>"
                + Table.html(platforms, header: ["xAccountType", "entityID", "SHA-256", "notification"])
                + "<h2>账号 Accounts</h2>" + Table.html(customers.map(Self.row), header: ["name", "id", "xAccountId"])
                + AccountForms.html + "<h2>记录 Log</h2><p><a href=\"/simulation/log.json\">log.json</a></p>"
                + Table.html(entries.map(Self.row), header: ["#", "time", "event", "platform", "facts"])
        )
    }

    private var links: String {
        """
        <ul><li><a href="/simulation/registrations">上传 IDP Metadata Upload IDP metadata</a></li>\
        <li><a href="/simulation/faults">故障 Faults</a> \(SimulationPage.escape(simulation.faults.current.text))</li>\
        <li><a href="/simulation/bss">伙伴接口 BSS</a></li>\
        <li><a href="\(MetadataController.path)">SP Metadata</a>, \
        <a href="\(MetadataController.path)?unsigned=true">未签名 unsigned</a></li></ul>\
        \(RolloverController.forms(simulation.keys))
        """
    }

    private var addresses: [[String]] {
        [
            ["登录链接 login link", simulation.site.loginLink], ["entityID", simulation.entityID],
            ["ACS", simulation.assertionConsumerService], ["控制台 console", simulation.site.defaultService],
        ]
    }

    private var platforms: [[String]] {
        simulation.registrations.all.map { registration in
            [
                registration.platformID.value, registration.identityProvider.entityID,
                registration.certificate.fingerprint,
                registration.notification.url.map { "\($0) (\(registration.notification.channel.rawValue))" } ?? "-",
            ]
        }
    }

    private static func row(_ customer: SimulatedCustomer) -> [String] {
        [customer.domainName, customer.domainID, customer.accountID ?? "-"]
    }

    private static func row(_ entry: SimulationLog.Entry) -> [String] {
        let event = entry.event
        let facts = event.facts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.prefix(120))" }
        return [
            String(entry.number), event.at.xsDateTime, event.kind.rawValue, event.platformID ?? "-",
            (event.refusals.map(\.code.id) + facts).joined(separator: " "),
        ]
    }
}
