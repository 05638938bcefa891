import Server
import Synchronization

/// Keeps the fetched keys of portals over a reload: a portal that is down at that moment goes on signing in.
final class PortalKeyShelf: Sendable {
    private struct Place: Hashable {
        let portal: String
        let fetch: PortalKeyFetch
    }

    private let shelf = Mutex<[Place: FetchedPortalKeys]>([:])

    /// The keys that are fetched in this way for this portal.
    func keys(of portal: String, _ fetch: PortalKeyFetch) -> FetchedPortalKeys {
        shelf.withLock { shelf in
            let place = Place(portal: portal, fetch: fetch)
            let keys = shelf[place] ?? fetch.keys(of: portal)
            shelf[place] = keys
            return keys
        }
    }
}
