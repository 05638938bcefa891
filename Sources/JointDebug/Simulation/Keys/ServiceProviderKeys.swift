import SAML
import Synchronization
public import XMLSecurity

/// The keys of the simulated HUAWEI CLOUD, and where a rollover stands.
///
/// A rollover has three steps, as partners are told of it: the next certificate stands beside the current one in the
/// metadata, then the next key signs, then the old certificate goes.
public final class ServiceProviderKeys: Sendable {
    /// Makes a new key with its certificate.
    public typealias Make = @Sendable () throws -> SigningKey

    /// A step of a rollover.
    public enum Step: String, Sendable, CaseIterable {
        /// The next certificate stands beside the current one in the metadata; nothing changes when one does.
        case prepare
        /// The next key signs, made now when there is none; the certificate of before stays in the metadata.
        case roll
        /// Every certificate but the current one leaves the metadata.
        case finish
        /// The key of the beginning is the only one again, as the simulation finds it when it is started next.
        case restore

        /// What is said to who names another.
        static let choice = Bilingual(
            "step is prepare, roll, finish or restore",
            "step 的取值为 prepare、roll、finish 或 restore"
        )
    }

    private struct State {
        var current: SigningKey
        var next: SigningKey?
        var published: SigningKey?
        var old: SigningKey?
        var stranger: SigningKey?
    }

    private let state: Mutex<State>
    private let first: SigningKey
    private let make: Make

    /// Begins with one key.
    /// - Parameters:
    ///   - current: the key that signs.
    ///   - make: makes the next one, and one that no metadata names.
    public init(current: SigningKey, make: @escaping Make) {
        state = Mutex(State(current: current))
        first = current
        self.make = make
    }

    /// The key that signs.
    public var current: SigningKey { state.withLock { $0.current } }

    /// The certificates in the metadata, that of the key that signs first.
    public var certificates: [Certificate] {
        state.withLock { state in
            [state.current, state.next, state.published].compactMap { $0?.certificate }
        }
    }

    /// Whether two certificates stand in the metadata.
    public var isRolling: Bool { certificates.count > 1 }

    /// Goes a step.
    /// - Throws: what making a key throws.
    public func take(_ step: Step) throws {
        switch step {
        case .prepare: try prepare()
        case .roll: try rollOver()
        case .finish: finish()
        case .restore: restore()
        }
    }

    private func prepare() throws {
        guard state.withLock({ $0.next == nil }) else { return }
        let next = try make()
        state.withLock { $0.next = $0.next ?? next }
    }

    private func rollOver() throws {
        try prepare()
        state.withLock { state in
            guard let next = state.next else { return }
            state.old = state.current
            state.published = state.current
            state.current = next
            state.next = nil
        }
    }

    private func finish() {
        state.withLock { state in
            state.next = nil
            state.published = nil
        }
    }

    private func restore() {
        state.withLock { state in
            let isFirst = state.current.certificate.fingerprint == first.certificate.fingerprint
            state = State(current: first, old: isFirst ? state.old : state.current, stranger: state.stranger)
        }
    }

    /// The key for what is sent with these faults.
    /// - Throws: what making a key throws.
    func key(_ faults: Faults) throws -> SigningKey {
        if faults.contains(.wrongKey) { return try stranger() }
        // Before the first rollover no key is old; one that no metadata ever named is refused for the same reason.
        if faults.contains(.oldKey) { return try state.withLock { $0.old } ?? stranger() }
        return current
    }

    private func stranger() throws -> SigningKey {
        if let stranger = state.withLock({ $0.stranger }) { return stranger }
        let made = try make()
        return state.withLock { state in
            let stranger = state.stranger ?? made
            state.stranger = stranger
            return stranger
        }
    }
}
