import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// A response's body as octets; ours are all in memory already.
enum CollectedBody {
    static func take(_ response: inout Response) async throws -> ByteBuffer {
        let writer = Writer()
        try await response.body.write(writer)
        let buffer = writer.collected.withLock { $0 }
        response.body = ResponseBody(byteBuffer: buffer)
        return buffer
    }

    private final class Writer: ResponseBodyWriter, Sendable {
        let collected = Mutex(ByteBuffer())

        func write(_ buffer: ByteBuffer) async throws {
            collected.withLock { _ = $0.writeImmutableBuffer(buffer) }
        }

        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
