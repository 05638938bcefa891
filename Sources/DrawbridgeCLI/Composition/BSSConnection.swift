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
    ///   - workspace: names the site, its BSS and the keys.
    ///   - options: what a command says instead.
    /// - Throws: ``CommandFailure`` when site, keys or endpoint do not fit.
    init(_ workspace: Workspace, _ options: BSSOptions) async throws {
        let setting = try BSSSetting(workspace, endpoint: options.endpoint)
        site = setting.site
        platformID = try await workspace.settings().huawei?.platformID
        let clock = workspace.clock
        guard
            let client = BSSClient(
                endpoint: setting.address,
                authentication: try setting.authentication(file: options.credentialsFile),
                backOff: BackOff(randomness: .openSSL),
                clock: .system { clock.now }
            )
        else { throw BSSSetting.unusable(setting.address) }
        self.client = client
    }

    func send<Call: BSSCall>(_ call: Call) async throws -> Call.Answer {
        do {
            return try await client.send(call)
        } catch {
            let message = error.message
            switch error {
            case .refused, .noToken: throw CommandFailure(.doesNotHold, message.en, message.zh)
            default: throw CommandFailure(.unusable, message.en, message.zh)
            }
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
}
