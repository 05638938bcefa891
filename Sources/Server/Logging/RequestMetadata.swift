import Instrumentation
public import Logging

extension Logger.MetadataProvider {
    /// The reference id and the trace of the request at work, on every line that it causes.
    public static let request = Logger.MetadataProvider {
        guard let context = InstrumentationContext.current else { return [:] }
        var metadata: Logger.Metadata = [:]
        if let reference = context.reference { metadata["reference"] = .string(reference) }
        if let parent = context.traceParent {
            metadata["trace_id"] = .string(parent.traceID)
            metadata["span_id"] = .string(parent.spanID)
        }
        return metadata
    }
}
