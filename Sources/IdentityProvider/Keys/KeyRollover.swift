/// The order of a rollover: which moves are allowed, and what they change.
public struct KeyRollover: Sendable {
    private let keys: [KeyRecord]
    private let cutOver: CutOver

    /// Whether the SPs take every published key, or the first alone.
    public enum CutOver: Hashable, Sendable {
        /// Every SP trusts all published keys.
        case none
        /// An SP uses the first certificate of what was uploaded to it last; `nil` when nothing was recorded.
        case firstCertificate(uploaded: String?)
    }

    /// Makes the rule.
    /// - Parameters:
    ///   - keys: all keys.
    ///   - cutOver: how the SPs choose among published keys.
    public init(_ keys: [KeyRecord], cutOver: CutOver = .none) {
        self.keys = keys
        self.cutOver = cutOver
    }

    /// What a move changes, or why it is refused.
    /// - Parameters:
    ///   - move: the move.
    ///   - name: the key.
    /// - Returns: the changes, to be made all at once.
    public func judge(_ move: KeyMove, _ name: String) -> Result<[KeyChange], KeyMoveRefusal> {
        guard let key = keys.first(where: { $0.name == name }) else { return .failure(.init(.unknown, name)) }
        return switch move {
        case .publish: publish(key)
        case .activate: activate(key)
        case .retire: retire(key)
        }
    }

    private func publish(_ key: KeyRecord) -> Result<[KeyChange], KeyMoveRefusal> {
        switch key.state {
        case .generated: .success([KeyChange(key.name, from: .generated, to: .published)])
        case .published, .active: .failure(.init(.alreadyThere, key.name))
        case .retired: .failure(.init(.retired, key.name))
        }
    }

    // The key that signed before stays in metadata: what it signed a moment ago is still on its way.
    private func activate(_ key: KeyRecord) -> Result<[KeyChange], KeyMoveRefusal> {
        switch key.state {
        case .generated: return .failure(.init(.notPublished, key.name))
        case .active: return .failure(.init(.alreadyThere, key.name))
        case .retired: return .failure(.init(.retired, key.name))
        case .published: break
        }
        if case .firstCertificate(let uploaded) = cutOver, uploaded != key.fingerprint {
            return .failure(.init(.cutOver, key.name))
        }
        let before = keys.filter { $0.state == .active }.map { KeyChange($0.name, from: .active, to: .published) }
        return .success(before + [KeyChange(key.name, from: .published, to: .active)])
    }

    private func retire(_ key: KeyRecord) -> Result<[KeyChange], KeyMoveRefusal> {
        switch key.state {
        case .generated: .failure(.init(.notPublished, key.name))
        case .published: .success([KeyChange(key.name, from: .published, to: .retired)])
        case .active: .failure(.init(.stillActive, key.name))
        case .retired: .failure(.init(.alreadyThere, key.name))
        }
    }
}
