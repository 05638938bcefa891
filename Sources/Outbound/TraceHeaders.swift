import Instrumentation
import NIOHTTP1

/// Writes trace headers into a request of ours.
struct TraceHeaders: Injector {
    func inject(_ value: String, forKey key: String, into headers: inout HTTPHeaders) {
        headers.replaceOrAdd(name: key, value: value)
    }
}
