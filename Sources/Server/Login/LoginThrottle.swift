import Synchronization
import XMLSecurity

/// How often a password may be wrong, by user and by address.
///
/// A table of fixed size, so that no number of names or addresses costs memory or makes it forget others. Two users that
/// share a place share their attempts; which do, nobody can find out, for the place hangs on a key of this process.
final class LoginThrottle: Sendable {
    /// Seconds after which attempts are forgotten.
    static let window: Int64 = 900
    /// Enough for a bad day, too few for guessing.
    static let perUser = 10
    /// Colleagues behind one address test together.
    static let perAddress = 50
    /// For users, and as many for addresses.
    private static let places = 8192

    private struct Place {
        var since = Instant(milliseconds: 0)
        var attempts = 0
    }

    /// Who tries: what is counted for one attempt.
    struct Attempt: Sendable {
        fileprivate let places: [(index: Int, limit: Int)]
    }

    private let key: [UInt8]
    private let table = Mutex([Place](repeating: Place(), count: 2 * places))

    init(_ randomness: Randomness) {
        key = randomness.bytes(32)
    }

    /// Counts an attempt before it is made, so that many at once are not more than many in turn.
    /// - Parameters:
    ///   - user: the name as it was typed, whether there is such a user or not.
    ///   - address: where it comes from; `nil` where there is no socket.
    ///   - now: the time.
    /// - Returns: `nil` when it must not be made.
    func begin(_ user: String, from address: AddressGroup?, at now: Instant) -> Attempt? {
        var places = [(index: index(Array(user.utf8)), limit: Self.perUser)]
        if let address { places.append((Self.places + index(address.octets), Self.perAddress)) }
        return table.withLock { table in
            for place in places where now.seconds(since: table[place.index].since) >= Self.window {
                table[place.index] = Place(since: now)
            }
            guard places.allSatisfy({ table[$0.index].attempts < $0.limit }) else { return nil }
            for place in places { table[place.index].attempts += 1 }
            return Attempt(places: places)
        }
    }

    /// Takes an attempt back: the password was right, or was never tried.
    func forgive(_ attempt: Attempt) {
        table.withLock { table in
            for place in attempt.places { table[place.index].attempts = max(0, table[place.index].attempts - 1) }
        }
    }

    private func index(_ octets: [UInt8]) -> Int {
        let digest = Digest.hmacSHA256(octets, key: key)
        return (Int(digest[0]) << 8 | Int(digest[1])) % Self.places
    }
}
