import HTTPTypes
import Hummingbird
import Synchronization

/// The faults that hold for everybody.
public final class FaultSwitch: Sendable {
    private let state = Mutex(Faults())

    /// All are off.
    public init() {}

    /// What is on.
    public var current: Faults { state.withLock { $0 } }

    /// Switches on these and no others.
    public func set(_ faults: Faults) {
        state.withLock { $0 = faults }
    }

    /// What is on for one request: for everybody, and by its header.
    /// - Throws: ``FaultError`` for a header that cannot be read.
    func faults(for request: Request) throws(FaultError) -> Faults {
        guard let name = HTTPField.Name(Faults.headerName), let header = request.headers[name] else { return current }
        return try current.union(Faults(header))
    }
}
