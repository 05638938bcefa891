import HuaweiCloud
import IdentityProvider
import SAML
import Server

/// Where an installation calls the BSS, and as whom: what it is configured for, and what a command says instead.
struct BSSSetting {
    let site: Site
    /// The endpoint, which fits the site.
    let address: String
    private let configured: String?

    /// Reads it.
    /// - Parameters:
    ///   - workspace: names the site, its BSS and the keys.
    ///   - endpoint: another endpoint.
    /// - Throws: ``CommandFailure`` when site and endpoint do not fit.
    init(_ workspace: Workspace, endpoint: String? = nil) throws {
        site = try workspace.requireHuawei().site
        configured = workspace.configuration.bssCredentialsFile
        address = try Self.address(endpoint ?? workspace.configuration.bssEndpoint, at: site)
    }

    /// Who calls.
    /// - Parameter file: another file than the one that is configured.
    /// - Returns: how it proves who it is.
    /// - Throws: ``CommandFailure`` when there are no credentials, or they are for another place.
    func authentication(file: String? = nil) throws -> BSSAuthentication {
        let authentication = try BSSCredentialsFile(
            chosen: file,
            configured: configured,
            iam: site.isSimulation ? address : site.iamEndpoint
        ).load()
        if case .password(_, let iam) = authentication { _ = try Self.address(iam, at: site) }
        return authentication
    }

    private static func address(_ endpoint: String?, at site: Site) throws -> String {
        guard let address = endpoint ?? site.bssEndpoint else {
            throw CommandFailure(
                .unusable,
                "The BSS endpoint of site \(site.name) is not documented; give it with --endpoint, or as bss.endpoint in the configuration.",
                "站点 \(site.name) 的 BSS 终端节点没有公开文档，请用 --endpoint 或配置项 bss.endpoint 指定。"
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
        if let other = Site.all.first(where: { $0 != site && $0.bssEndpoint == read.origin }) {
            throw CommandFailure(
                .unusable,
                "\(address) does not fit site \(site.name): it is the BSS of \(other.name); check huawei.site and the endpoint.",
                "\(address) 与站点 \(site.name) 不符：它是 \(other.name) 的 BSS；请检查 huawei.site 和终端节点。"
            )
        }
        return address
    }

    /// An endpoint that is none.
    static func unusable(_ address: String) -> CommandFailure {
        CommandFailure(
            .unusable,
            "\(address) is no endpoint; give an https origin, such as https://bss.myhuaweicloud.com.",
            "\(address) 不是终端节点，请给出 https 源地址，例如 https://bss.myhuaweicloud.com。"
        )
    }
}
