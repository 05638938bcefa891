import AsyncHTTPClient
import FoundationEssentials
import Instrumentation
import NIOCore
import NIOHTTP1
import NIOSSL
import SAML

/// Fetches documents and sends messages over https, never from or to where it was not told to.
///
/// The name is resolved once, the address that comes first is judged, and the connection goes to that address and to no
/// other: a name that changes its meaning in between reaches nothing (attacks.md C.2 58).
public struct GuardedClient: Sendable {
    private let limits: FetchLimits

    /// Makes a client.
    public init(_ limits: FetchLimits) {
        self.limits = limits
    }

    /// Fetches a document.
    /// - Parameter url: an https address.
    /// - Returns: the octets of the answer.
    /// - Throws: ``FetchError``.
    public func fetch(_ url: String) async throws(FetchError) -> [UInt8] {
        let deadline = NIODeadline.now() + .seconds(limits.seconds)
        var next = url
        for _ in 0...limits.redirects {
            switch try await exchange(HTTPClientRequest(url: next), deadline) {
            case .document(let bytes): return bytes
            case .redirect(let location): next = location
            }
        }
        throw FetchError(.redirects, url)
    }

    /// Sends a message, and is content with any status from 200 to 299.
    ///
    /// A redirect is not followed: what was meant for one address is not for another.
    /// - Parameters:
    ///   - body: the message.
    ///   - url: an https address.
    ///   - headers: fields beside those of HTTP itself.
    /// - Throws: ``FetchError``.
    public func post(_ body: [UInt8], to url: String, headers: [(String, String)]) async throws(FetchError) {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers = HTTPHeaders(headers)
        request.body = .bytes(ByteBuffer(bytes: body))
        let deadline = NIODeadline.now() + .seconds(limits.seconds)
        guard case .document = try await exchange(request, deadline) else { throw FetchError(.redirects, url) }
    }

    /// Asks for a page and reads no more than the head of its answer, whatever its status is.
    /// - Parameter url: an https address.
    /// - Returns: the head; a redirect is one like others.
    /// - Throws: ``FetchError``.
    public func head(of url: String) async throws(FetchError) -> AnswerHead {
        let deadline = NIODeadline.now() + .seconds(limits.seconds)
        return try await connected(HTTPClientRequest(url: url), deadline) { client, request in
            let response = try await client.execute(request, deadline: deadline)
            return AnswerHead(status: Int(response.status.code), date: response.headers.first(name: "date"))
        }
    }

    /// Sends a request and takes whatever is answered; a redirect is an answer like others.
    func answer(to outbound: OutboundRequest) async throws(FetchError) -> OutboundAnswer {
        var request = HTTPClientRequest(url: outbound.url)
        request.method = HTTPMethod(rawValue: outbound.method)
        request.headers = HTTPHeaders(outbound.headers.map { ($0.name, $0.value) })
        if !outbound.body.isEmpty { request.body = .bytes(ByteBuffer(bytes: outbound.body)) }
        let deadline = NIODeadline.now() + .seconds(limits.seconds)
        return try await connected(Self.traced(request), deadline) { client, request in
            let response = try await client.execute(request, deadline: deadline)
            let body = try await collect(response, of: request.url, deadline)
            return OutboundAnswer(
                status: Int(response.status.code),
                headers: response.headers.map { (name: $0.name, value: $0.value) },
                body: body
            )
        }
    }

    private enum Outcome {
        case document([UInt8])
        case redirect(String)
    }

    private func exchange(_ request: HTTPClientRequest, _ deadline: NIODeadline) async throws(FetchError) -> Outcome {
        try await connected(Self.traced(request), deadline) { client, request in
            try await read(client, request, deadline)
        }
    }

    private func connected<Result>(
        _ request: HTTPClientRequest,
        _ deadline: NIODeadline,
        _ exchange: (HTTPClient, HTTPClientRequest) async throws -> Result
    ) async throws(FetchError) -> Result {
        let url = request.url
        guard let address = try? WebAddress(url), isTaken(address) else { throw FetchError(.address, url) }
        let host = address.host.filter { $0 != "[" && $0 != "]" }
        let target = try await resolve(host)
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: try configuration(host: host, target: target)
        )
        let result: Swift.Result<Result, FetchError>
        do {
            result = .success(try await exchange(client, request))
        } catch let error as FetchError {
            result = .failure(error)
        } catch let error as HTTPClientError where error == .deadlineExceeded || error == .connectTimeout {
            result = .failure(FetchError(.timeout, url))
        } catch {
            result = .failure(FetchError(.connection, "\(url): \(error)"))
        }
        try? await client.shutdown()
        return try result.get()
    }

    private func isTaken(_ address: WebAddress) -> Bool {
        address.scheme == "https" || (limits.allowsPlainLoopback && address.isLoopback)
    }

    private static func traced(_ request: HTTPClientRequest) -> HTTPClientRequest {
        guard let context = InstrumentationContext.current else { return request }
        var request = request
        InstrumentationSystem.instrument.inject(context, into: &request.headers, using: TraceHeaders())
        return request
    }

    private func read(
        _ client: HTTPClient,
        _ request: HTTPClientRequest,
        _ deadline: NIODeadline
    ) async throws -> Outcome {
        let url = request.url
        let response = try await client.execute(request, deadline: deadline)
        if (300..<400).contains(response.status.code), let location = response.headers.first(name: "location") {
            guard let next = URL(string: location, relativeTo: URL(string: url)) else {
                throw FetchError(.address, location)
            }
            return .redirect(next.absoluteString)
        }
        let isTaken = request.method == .GET ? response.status == .ok : (200..<300).contains(response.status.code)
        guard isTaken else { throw FetchError(.status, "\(response.status.code)") }
        return .document(try await collect(response, of: url, deadline))
    }

    private func collect(
        _ response: HTTPClientResponse,
        of url: String,
        _ deadline: NIODeadline
    ) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await part in response.body {
            guard bytes.count + part.readableBytes <= limits.bytes else {
                throw FetchError(.tooLarge, "\(limits.bytes)")
            }
            bytes += part.readableBytesView
            guard NIODeadline.now() < deadline else { throw FetchError(.timeout, url) }
        }
        return bytes
    }

    private func configuration(host: String, target: String) throws(FetchError) -> HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let authorities = limits.authorities { tls.trustRoots = .file(authorities) }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls,
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(limits.seconds), read: .seconds(limits.seconds)),
            decompression: .disabled
        )
        configuration.dnsOverride = [host: target]
        configuration.httpVersion = .http1Only
        // Otherwise a certificate that is not trusted is tried again until the deadline.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    private func resolve(_ host: String) async throws(FetchError) -> String {
        let ip: String
        do {
            ip = try await AddressResolution.address(of: host)
        } catch {
            throw FetchError(.name, host)
        }
        guard let judged = NetworkAddress(ip) else { throw FetchError(.name, host) }
        guard judged.isPublic || limits.allowsPrivateAddresses else {
            throw FetchError(.privateAddress, "\(host) = \(ip)")
        }
        return ip
    }
}
