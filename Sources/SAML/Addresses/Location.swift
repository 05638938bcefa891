/// The addresses that metadata and configuration may name: https, or http on this machine for joint debugging.
public enum Location: Sendable {
    /// Why an address is not taken, `nil` when it is.
    ///
    /// An endpoint's Location becomes a form's action: `javascript:` and friends must not get that far (attacks.md C.2 47).
    public static func fault(of location: String) -> String? {
        let address: WebAddress
        do {
            address = try WebAddress(location)
        } catch {
            return expectation(of: error)
        }
        return address.scheme == "https" || address.isLoopback ? nil : "https (http only on this machine)"
    }

    private static func expectation(of fault: WebAddress.Fault) -> String {
        switch fault {
        case .tooLong: "an address of at most \(WebAddress.longest) octets"
        case .characters: "an address in the characters of RFC 3986"
        case .notAbsolute, .scheme: "an address that begins with https://"
        case .userInfo: "an address without user name"
        case .host: "a host of letters, digits, dots and hyphens"
        case .port: "a port from 1 to 65535"
        }
    }
}
