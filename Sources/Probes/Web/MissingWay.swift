import Outbound
import SAML

/// Tells whether a page was not reached for want of a network, or for a fault of the other side.
struct MissingWay: Sendable {
    private static let usualHTTPSPort = 443

    let limits: ProbeLimits

    /// Whether no way leads to an address.
    /// - Parameters:
    ///   - error: why it was not reached.
    ///   - url: the address.
    /// - Returns: whether its name is unknown or no route leads there.
    func explains(_ error: FetchError, of url: String) async -> Bool {
        switch error.code {
        case .name: return true
        case .connection: break
        case .address, .privateAddress, .timeout, .status, .tooLarge, .redirects: return false
        }
        // The client does not say why there was no connection.
        guard let address = try? WebAddress(url) else { return false }
        do throws(ProbeFault) {
            let ip = try await NameProbe(limits).address(of: address.host)
            try await ConnectionProbe(limits: limits).connect(ip, port: address.port ?? Self.usualHTTPSPort)
            return false
        } catch {
            return error.isOfNetwork
        }
    }
}
