import HuaweiCloud
import SAML
import Synchronization

/// The partner platforms, each with the metadata that was uploaded last.
public final class Registrations: Sendable {
    private let entries = Mutex<[String: Registration]>([:])

    /// None.
    public init() {}

    /// All by platform.
    public var all: [Registration] {
        entries.withLock { $0.values.sorted { $0.platformID.value < $1.platformID.value } }
    }

    /// The metadata of a platform.
    public subscript(platformID: String) -> Registration? { entries.withLock { $0[platformID] } }

    /// Keeps metadata, in place of what was uploaded for the platform before.
    public func put(_ registration: Registration) {
        entries.withLock { $0[registration.platformID.value] = registration }
    }

    /// The platforms of an identity provider.
    func of(entityID: String) -> [Registration] {
        all.filter { $0.identityProvider.entityID == entityID }
    }
}
