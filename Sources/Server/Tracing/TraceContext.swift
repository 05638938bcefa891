public import Instrumentation
public import XMLSecurity

/// Takes trace ids from requests and passes them on with our own calls, in OpenTelemetry's usual form.
///
/// Nothing is recorded or sent anywhere: the log has the ids, and whoever records finds our lines by them.
public struct TraceContext: Instrument {
    private let randomness: Randomness

    /// Makes the instrument.
    public init(_ randomness: Randomness) {
        self.randomness = randomness
    }

    /// Uses it in the whole process; once.
    public static func install() {
        InstrumentationSystem.bootstrap(TraceContext(.openSSL))
    }

    /// Takes the trace of a carrier, or begins one.
    public func extract<Carrier, Extract: Extractor>(
        _ carrier: Carrier,
        into context: inout InstrumentationContext,
        using extractor: Extract
    ) where Extract.Carrier == Carrier {
        let asked = extractor.extract(key: TraceParent.header, from: carrier).flatMap { TraceParent($0) }
        context.traceParent = asked?.next(from: randomness) ?? TraceParent(from: randomness)
    }

    /// Passes the trace on.
    public func inject<Carrier, Inject: Injector>(
        _ context: InstrumentationContext,
        into carrier: inout Carrier,
        using injector: Inject
    ) where Inject.Carrier == Carrier {
        guard let parent = context.traceParent else { return }
        injector.inject(parent.text, forKey: TraceParent.header, into: &carrier)
    }
}
