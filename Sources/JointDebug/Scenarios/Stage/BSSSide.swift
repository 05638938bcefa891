public import HuaweiCloud

/// The BSS of a run: what calls it, and what comes there.
public struct BSSSide: Sendable {
    /// Its origin.
    public let origin: String
    /// What comes there.
    let host: BSSHost
    /// The files with the credentials that the simulation made.
    let files: [BSSCaller: String]
    /// Where Drawbridge calls the BSS, as it is configured.
    let endpoint: @Sendable () throws -> String
    /// As whom it calls: as a file says, else as it is configured.
    let authentication: @Sendable (_ file: String?) throws -> BSSAuthentication

    /// Describes it.
    /// - Parameters:
    ///   - origin: its origin.
    ///   - host: what comes there.
    ///   - files: the files with the credentials that the simulation made.
    ///   - endpoint: where Drawbridge calls the BSS, as it is configured.
    ///   - authentication: as whom Drawbridge calls: as a file says, else as it is configured.
    public init(
        origin: String,
        host: BSSHost,
        files: [BSSCaller: String],
        endpoint: @escaping @Sendable () throws -> String,
        authentication: @escaping @Sendable (_ file: String?) throws -> BSSAuthentication
    ) {
        self.origin = origin
        self.host = host
        self.files = files
        self.endpoint = endpoint
        self.authentication = authentication
    }

    /// The file of the caller that a step names; `nil` for none, which is as Drawbridge is configured.
    func file(of step: StepInput) throws(StepFailure) -> String? {
        guard let name = step["by"] else { return nil }
        guard let caller = BSSCaller(rawValue: name), let file = files[caller] else {
            let names = BSSCaller.allCases.map(\.rawValue).joined(separator: ", ")
            throw StepFailure("by is one of \(names)", "by 的取值为 \(names)")
        }
        return file
    }
}
