import CXMLSecurity

/// OpenSSL's error queue of this thread.
enum OpenSSLErrors {
    /// Forgets what earlier calls left, so that what is drained later belongs to the call that failed.
    static func clear() {
        ERR_clear_error()
    }

    /// Empties the queue and returns its reasons, the oldest (the cause) first.
    static func drain() -> String {
        var reasons: [String] = []
        while case let code = ERR_get_error(), code != 0 {
            if let reason = unsafe ERR_reason_error_string(code) {
                unsafe reasons.append(String(cString: reason))
            }
        }
        return reasons.joined(separator: "; ")
    }

    /// Whether the newest error is this reason of this library.
    static func lastIs(library: Int32, reason: Int32) -> Bool {
        let code = ERR_peek_last_error()
        return ERR_GET_LIB(code) == library && ERR_GET_REASON(code) == reason
    }
}
