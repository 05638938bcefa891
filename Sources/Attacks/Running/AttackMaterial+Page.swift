public import SAML

extension AttackMaterial {
    /// What counts as read from a request: where the answer goes, the state that goes with it, and the elements of the
    /// page that posts both, where markup in the state must add none.
    public static func reading(service: String, relayState: RelayState?) -> [String] {
        let page = PostForm(Array("message".utf8), as: .response, to: service, relayState: relayState).html(.en)
        let tags = String(decoding: page, as: UTF8.self).split(separator: "<", omittingEmptySubsequences: false)
            .dropFirst().map { $0.prefix { $0.isLetter || $0 == "/" || $0 == "!" } }
        return [service, relayState?.value ?? "", tags.joined(separator: " ")]
    }
}
