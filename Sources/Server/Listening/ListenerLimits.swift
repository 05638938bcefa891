/// What strangers may cost the public listener.
public struct ListenerLimits: Sendable {
    /// Octets of all header fields together: a browser's cookies stay below 16 KB, and the largest query of a Redirect
    /// binding stands in the request line.
    public static let headers = 64 * 1024
    /// Seconds from a request's head to the end of its body; also how long a connection may be idle.
    ///
    /// The largest body, half a megabyte, passes a line of 200 kbit/s in it.
    public static let patience: Int64 = 20
    /// Seconds that are left to who goes on sending when the answer is written.
    public static let grace: Int64 = 2
    /// Seconds that requests at work have when the service ends.
    public static let farewell: Int64 = 25

    /// Connections at a time.
    public let connections: Int
    /// Connections at a time from one address; a proxy that is trusted may have all.
    public let connectionsPerAddress: Int
    /// Requests a minute from one address, as many at once; 0 for no limit.
    public let requestsPerMinute: Int

    /// Makes limits.
    public init(
        connections: Int = 16_384,
        connectionsPerAddress: Int = 512,
        requestsPerMinute: Int = 1200
    ) {
        self.connections = connections
        self.connectionsPerAddress = connectionsPerAddress
        self.requestsPerMinute = requestsPerMinute
    }
}
