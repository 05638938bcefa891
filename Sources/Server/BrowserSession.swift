import IdentityProvider

/// A session and the id by which its browser holds it.
struct BrowserSession {
    let id: OpaqueID
    let session: Session
}
