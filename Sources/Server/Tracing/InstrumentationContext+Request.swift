import Instrumentation

/// What belongs to one request and goes wherever its work goes, without a parameter.
extension InstrumentationContext {
    private enum ReferenceKey: InstrumentationContextKey {
        typealias Value = String
    }

    private enum TraceParentKey: InstrumentationContextKey {
        typealias Value = TraceParent
    }

    /// The id on the page of a refusal, which finds its lines in the log.
    var reference: String? {
        get { self[ReferenceKey.self] }
        set { self[ReferenceKey.self] = newValue }
    }

    /// Our step in the trace.
    var traceParent: TraceParent? {
        get { self[TraceParentKey.self] }
        set { self[TraceParentKey.self] = newValue }
    }
}
