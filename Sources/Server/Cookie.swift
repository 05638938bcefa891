import IdentityProvider

/// Our two cookies: who is signed in, and which browser waits.
struct Cookie: Sendable {
    let name: String
    private let attributes: String

    /// The session.
    ///
    /// It stays as long as an SP may keep a session of its own: a later sign-on of the same customer then continues the
    /// session, and a logout reaches all SPs of it. Whether it still answers requests is for the store to say.
    static func session(baseURL: String, lifetime: Int64) -> Cookie {
        Cookie("drawbridge-session", baseURL: baseURL, lifetime: lifetime)
    }

    /// The browser that a waiting request belongs to.
    static func browser(baseURL: String) -> Cookie {
        Cookie("drawbridge-browser", baseURL: baseURL, lifetime: PendingRequest.lifetime)
    }

    // `__Host-` makes browsers hold Secure, Path=/ and no Domain; plain http exists on this machine only.
    private init(_ name: String, baseURL: String, lifetime: Int64) {
        let isSecure = baseURL.hasPrefix("https://")
        self.name = isSecure ? "__Host-" + name : name
        attributes = "; Path=/; HttpOnly; SameSite=Lax; Max-Age=\(lifetime)" + (isSecure ? "; Secure" : "")
    }

    func header(_ id: OpaqueID) -> String {
        name + "=" + id.text + attributes
    }
}
