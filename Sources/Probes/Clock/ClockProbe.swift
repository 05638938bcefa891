import NIOCore
import NIOPosix
public import XMLSecurity

/// Asks a time server once how our clock stands (RFC 4330).
public struct ClockProbe: Sendable {
    /// Where time servers listen.
    public static let usualPort = 123

    private let limits: ProbeLimits
    private let now: @Sendable () -> Instant

    /// Makes a probe.
    /// - Parameters:
    ///   - limits: what it may cost.
    ///   - now: our clock, the one that is judged.
    public init(_ limits: ProbeLimits = ProbeLimits(), now: @escaping @Sendable () -> Instant) {
        self.limits = limits
        self.now = now
    }

    /// Asks.
    /// - Parameters:
    ///   - host: the server's name.
    ///   - port: its port.
    /// - Returns: what it says.
    /// - Throws: ``ClockFault``.
    public func read(_ host: String, port: Int = usualPort) async throws(ClockFault) -> ClockReading {
        do {
            let address = try await NameProbe(limits).address(of: host)
            // Our time does not leave the house: a random number knows its answer as well, and cannot be guessed.
            let originate = UInt64.random(in: 1...UInt64.max)
            let asked = now()
            let bytes = try await exchange(SNTPReply.question(originate), SocketAddress(ipAddress: address, port: port))
            return ClockReading(asked: asked, reply: try SNTPReply(bytes, to: originate), heard: now())
        } catch let fault as ClockFault {
            throw fault
        } catch {
            throw .silent(ProbeFault(error))
        }
    }

    // The socket is connected: the kernel drops what comes from anybody else, and tells of a port where nobody listens.
    private func exchange(_ question: [UInt8], _ server: SocketAddress) async throws -> [UInt8] {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let answer = loop.makeTimedPromise(of: [UInt8].self, in: limits.step)
        do {
            let channel = try await DatagramBootstrap(group: loop)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(FirstDatagram(answer))
                    }
                }
                .connect(to: server).get()
            let envelope = AddressedEnvelope(remoteAddress: server, data: ByteBuffer(bytes: question))
            channel.writeAndFlush(envelope).cascadeFailure(to: answer)
            answer.futureResult.whenComplete { _ in channel.close(promise: nil) }
        } catch {
            answer.fail(error)
        }
        return try await answer.futureResult.get()
    }
}
