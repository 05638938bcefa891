import Foundation
import Logging
import SAML
import Server
import Synchronization

/// The log of a running service, on the error stream (twelve-factor: whoever runs it decides where it is kept).
enum ServiceLog {
    private static let stream = Mutex(FileHandle.standardError)

    /// Sends every logger of this process, those of libraries included, to the error stream.
    /// - Returns: the service's own logger.
    static func start(_ format: LogFormat, level: Logger.Level, clock: Clock) -> Logger {
        LoggingSystem.bootstrap(
            { _, provider in
                var handler = LineLogHandler(format, clock: clock, provider: provider) { write($0) }
                handler.logLevel = level
                return handler
            },
            metadataProvider: .request
        )
        TraceContext.install()
        return Logger(label: "drawbridge")
    }

    // A reader that went away must not end the service.
    private static func write(_ line: String) {
        stream.withLock { try? $0.write(contentsOf: Data(line.utf8)) }
    }
}
