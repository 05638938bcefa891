import Glibc

/// How many files and connections this process may have open.
public enum OpenFiles: Sendable {
    /// What the store, the log and our own calls need beside the connections of the public listener.
    private static let reserve: UInt = 512

    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)

    /// Raises the limit as far as the system lets us.
    /// - Parameter wanted: connections of the public listener.
    /// - Returns: how many of them there is room for, at least 64.
    public static func makeRoom(for wanted: Int) -> Int {
        var limit = rlimit()
        guard unsafe getrlimit(resource, &limit) == 0 else { return wanted }
        let needed = UInt(wanted) + reserve
        if limit.rlim_cur < needed {
            var raised = limit
            raised.rlim_cur = min(needed, limit.rlim_max)
            if unsafe setrlimit(resource, &raised) == 0 { limit = raised }
        }
        guard limit.rlim_cur < needed else { return wanted }
        return Int(max(limit.rlim_cur, reserve + 64) - reserve)
    }
}
