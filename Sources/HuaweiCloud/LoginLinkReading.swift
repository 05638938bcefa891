public import SAML

/// What a login link says, and everything that is wrong with it (huawei-cloud.md 10 C, rules 21 to 24).
///
/// It judges links that somebody else made: a portal that writes its own, or the address bar of a customer.
public struct LoginLinkReading: Hashable, Sendable {
    /// `xAccountType`, decoded; `nil` when absent or not to be decoded.
    public let platformID: String?
    /// `isFirstLogin`, decoded; `nil` when absent.
    public let isFirstLogin: String?
    /// `service`, decoded once; `nil` when absent, which the documentation allows.
    public let service: String?
    /// All that is wrong, in the order of the rules; empty for a good link.
    public let refusals: [Refusal]

    /// Reads a link.
    /// - Parameters:
    ///   - link: the whole address.
    ///   - site: the HUAWEI CLOUD that it should lead to.
    ///   - platformID: the identifier that Partner Center shows; without it only the form is judged.
    ///   - isFirstLogin: whether the customer has no bound account; without it only the form is judged.
    public init(_ link: String, at site: Site, platformID: PlatformID? = nil, isFirstLogin: Bool? = nil) {
        var reader = Reader(link)
        reader.judgeBase(site)
        self.platformID = reader.platformID(platformID)
        self.isFirstLogin = reader.firstLogin(isFirstLogin)
        service = reader.service(site)
        refusals = reader.refusals
    }
}

extension LoginLinkReading {
    private struct Reader {
        private let base: String
        private var values: [String: Substring] = [:]
        private(set) var refusals: [Refusal] = []

        init(_ link: String) {
            let end = link.firstIndex(of: "?") ?? link.endIndex
            base = String(link[..<end])
            for field in link[end...].dropFirst().split(separator: "&") {
                let name = String(field.prefix { $0 != "=" })
                if values[name] != nil { refusals.append(Refusal(.loginLinkDuplicate, xpath: name, found: name)) }
                values[name] = field.dropFirst(name.count + 1)
            }
        }

        mutating func judgeBase(_ site: Site) {
            guard base != site.loginLink else { return }
            refusals.append(Refusal(.loginLinkBase, expected: site.loginLink, found: base))
        }

        mutating func platformID(_ expected: PlatformID?) -> String? {
            let found = decoded("xAccountType")
            let isExpected = found.flatMap { PlatformID($0) }.map { expected == nil || $0 == expected } ?? false
            if !isExpected {
                let rule = expected?.value ?? "1 to \(PlatformID.longest) characters"
                refusals.append(Refusal(.loginLinkPlatformID, xpath: "xAccountType", expected: rule, found: found))
            }
            return found
        }

        // `true` when the customer has no bound account; else absent, empty or `false`.
        mutating func firstLogin(_ expected: Bool?) -> String? {
            let found = decoded("isFirstLogin")
            let meaning: Bool? =
                switch found ?? "" {
                case "true": true
                case "false", "": false
                default: nil
                }
            if meaning == nil || (expected != nil && meaning != expected) {
                let rule = expected.map { $0 ? "true" : "false, empty or absent" } ?? "true, false, empty or absent"
                refusals.append(Refusal(.loginLinkFirstLogin, xpath: "isFirstLogin", expected: rule, found: found))
            }
            return found
        }

        mutating func service(_ site: Site) -> String? {
            guard let found = decoded("service") else { return nil }
            do {
                _ = try ServiceURL(found, at: site)
            } catch {
                refusals.append(Refusal(error.code, xpath: "service", expected: error.expected, found: error.found))
            }
            return found
        }

        private mutating func decoded(_ name: String) -> String? {
            guard let raw = values[name] else { return nil }
            if let text = URIComponent.decode(raw) { return text }
            refusals.append(
                Refusal(.loginLinkEncoding, xpath: name, expected: "encodeURIComponent, once", found: String(raw))
            )
            return nil
        }
    }
}
