public import Logging

/// Writes events as lines, each whole.
public struct LineLogHandler: LogHandler {
    /// What every line of this logger has.
    public var metadata: Logger.Metadata = [:]
    /// What is below is not written.
    public var logLevel = Logger.Level.info
    /// Adds what belongs to the request at work.
    public var metadataProvider: Logger.MetadataProvider?

    private let format: LogFormat
    private let clock: Clock
    private let write: @Sendable (String) -> Void

    /// Makes the handler.
    /// - Parameters:
    ///   - format: how lines look.
    ///   - clock: the time of a line, in UTC.
    ///   - provider: adds what belongs to the request at work.
    ///   - write: takes a line with its end.
    public init(
        _ format: LogFormat,
        clock: Clock,
        provider: Logger.MetadataProvider?,
        write: @escaping @Sendable (String) -> Void
    ) {
        self.format = format
        self.clock = clock
        self.write = write
        metadataProvider = provider
    }

    /// One item of what every line has.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes an event; what it says itself wins over what its logger and its request say.
    public func log(event: LogEvent) {
        var all = metadataProvider?.get() ?? [:]
        all.merge(metadata) { $1 }
        all.merge(event.metadata ?? [:]) { $1 }
        if let error = event.error { all["error"] = .string("\(error)") }
        let fields = all.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
        write(format.line(clock.now, event.level, "\(event.message)", fields) + "\n")
    }
}
