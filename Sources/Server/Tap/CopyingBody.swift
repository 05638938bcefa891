import Hummingbird
import NIOCore
import Synchronization

/// The first octets of a body that went by.
final class BodyCopy: Sendable {
    /// A message is shorter; of what is longer the beginning is enough to see what it is.
    static let longest = 128 * 1024

    private let bytes = Mutex<[UInt8]>([])

    func append(_ buffer: ByteBuffer) {
        bytes.withLock { $0 += buffer.readableBytesView.prefix(Self.longest - $0.count) }
    }

    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}

/// A request's body that leaves a copy behind while it is read, so that limits and faults stay where they are.
struct CopyingBody: AsyncSequence, Sendable {
    let body: RequestBody
    let copy: BodyCopy

    struct AsyncIterator: AsyncIteratorProtocol {
        var iterator: RequestBody.AsyncIterator
        let copy: BodyCopy

        mutating func next() async throws -> ByteBuffer? { try await next(isolation: nil) }

        mutating func next(isolation actor: isolated (any Actor)?) async throws -> ByteBuffer? {
            guard let buffer = try await iterator.next(isolation: actor) else { return nil }
            copy.append(buffer)
            return buffer
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(iterator: body.makeAsyncIterator(), copy: copy)
    }
}
