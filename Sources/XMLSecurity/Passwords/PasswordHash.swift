/// A password as it is kept: `$scrypt$ln=15,r=8,p=1$SALT$HASH`, the form of the Password Hashing Competition.
public struct PasswordHash: Hashable, Sendable, CustomStringConvertible {
    private static let saltLength = 16
    private static let hashLength = 32
    // Longer salts hide nothing more; the text of a hash stays a line.
    private static let salts = 16...64

    /// What it costs to try one password.
    public let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a password; `nil` when there is not the memory for it.
    /// - Parameters:
    ///   - password: the password.
    ///   - cost: what it costs to try one.
    ///   - randomness: where the salt comes from.
    public init?(of password: Secret, cost: Cost = .standard, randomness: Randomness) {
        let salt = randomness.bytes(Self.saltLength)
        guard let hash = Scrypt.derive(password, salt: salt, cost: cost, length: Self.hashLength) else { return nil }
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// A hash that no password is known for, so that trying one on it costs what trying it on another costs.
    public init(ofNothing cost: Cost, randomness: Randomness) {
        self.cost = cost
        salt = randomness.bytes(Self.saltLength)
        hash = randomness.bytes(Self.hashLength)
    }

    /// Reads a hash; `nil` for another form, and for costs outside the bounds of ``Cost``.
    public init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = Cost(parts[2]),
            let salt = Self.decode(parts[3]), Self.salts.contains(salt.count),
            let hash = Self.decode(parts[4]), hash.count == Self.hashLength
        else { return nil }
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// The hash as it is kept.
    public var text: String { "$scrypt$\(cost.text)$\(Self.encode(salt))$\(Self.encode(hash))" }

    /// A placeholder: a hash can be tried offline.
    public var description: String { "<password hash>" }

    /// Whether it is the hash of this password; takes long on purpose, so keep it off event loops.
    public func matches(_ password: Secret) -> Bool {
        guard let derived = Scrypt.derive(password, salt: salt, cost: cost, length: hash.count) else { return false }
        return Digest.equal(derived, hash)
    }

    // The form has no padding.
    private static func encode(_ octets: [UInt8]) -> String {
        String(Base64.encode(octets).prefix { $0 != "=" })
    }

    private static func decode(_ text: Substring) -> [UInt8]? {
        guard !text.contains("=") else { return nil }
        return Base64.decode(
            Array(text.utf8) + Array(repeating: UInt8(ascii: "="), count: (4 - text.utf8.count % 4) % 4)
        )
    }
}
