import HuaweiCloud
import IdentityProvider
import Outbound
import SAML
import Server
import XMLSecurity

/// Calls the BSS of the configured site, and says a failure as a command does.
struct BSSConnection {
    let site: Site
    let platformID: PlatformID?
    private let client: BSSClient

    /// Connects.
    /// - Parameters:
    ///   - workspace: names the site and the keys.
    ///   - endpoint: another endpoint than the site's.
    /// - Throws: ``CommandFailure`` when site, keys or endpoint do not fit.
    init(_ workspace: Workspace, endpoint: String?) async throws {
        let huawei = try workspace.requireHuawei()
        site = huawei.site
        platformID = try await workspace.settings().huawei?.platformID
        let address = try Self.address(endpoint, at: site)
        let credentials = try BSSCredentialsFile(path: workspace.configuration.bssCredentialsFile).load()
        let clock = workspace.clock
        guard
            let client = BSSClient(
                endpoint: address,
                credentials: credentials,
                backOff: BackOff(randomness: .openSSL),
                clock: .system { clock.now }
            )
        else { throw Self.unusable(address) }
        self.client = client
    }

    func send<Call: BSSCall>(_ call: Call) async throws -> Call.Answer {
        do {
            return try await client.send(call)
        } catch {
            let message = error.message
            if case .refused = error { throw CommandFailure(.doesNotHold, message.en, message.zh) }
            throw CommandFailure(.unusable, message.en, message.zh)
        }
    }

    /// Every page of a list, and how many there are in all as the last page has it.
    func all<Call: BSSCall, Item>(
        _ page: (Int, Int) throws -> Call,
        _ read: (Call.Answer) -> (count: Int, items: [Item])
    ) async throws -> (count: Int, items: [Item]) {
        var all: [Item] = []
        while true {
            let (count, items) = read(try await send(page(all.count, CustomerQuery.longestPage)))
            all += items
            // Short pages are the last ones; a list that grows meanwhile is not followed for ever.
            if all.count >= count || items.count < CustomerQuery.longestPage { return (count, all) }
        }
    }

    /// What belongs to a platform needs to know which.
    func requirePlatform() throws -> PlatformID {
        guard let platformID else {
            throw CommandFailure(
                .unusable,
                "The platform is not known; record what Partner Center shows: drawbridge access-config record --platform-id …",
                "尚无伙伴平台标识，请登记伙伴中心给出的值：drawbridge access-config record --platform-id …"
            )
        }
        return platformID
    }

    private static func address(_ endpoint: String?, at site: Site) throws -> String {
        guard let address = endpoint ?? site.bssEndpoint else {
            throw CommandFailure(
                .unusable,
                "The BSS endpoint of site \(site.name) is not documented; give it with --endpoint.",
                "站点 \(site.name) 的 BSS 终端节点没有公开文档，请用 --endpoint 指定。"
            )
        }
        guard let read = try? WebAddress(address) else { throw unusable(address) }
        // Simulation never passes for real (design 4.10): neither customers made up here for real ones, nor the reverse.
        guard read.isLoopback == site.isSimulation else {
            throw CommandFailure(
                .unusable,
                "\(address) does not fit site \(site.name): a simulated BSS is on this machine, a real one is not.",
                "\(address) 与站点 \(site.name) 不符：模拟 BSS 只在本机，真实 BSS 不在本机。"
            )
        }
        return address
    }

    private static func unusable(_ address: String) -> CommandFailure {
        CommandFailure(
            .unusable,
            "\(address) is no endpoint; give an https origin, such as https://bss.myhuaweicloud.com.",
            "\(address) 不是终端节点，请给出 https 源地址，例如 https://bss.myhuaweicloud.com。"
        )
    }
}
