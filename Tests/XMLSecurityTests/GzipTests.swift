import TestSupport
import Testing
import XMLSecurity

@Suite("gzip")
struct GzipTests {
    private static let sample = Array(String(repeating: "evidence ", count: 500).utf8)

    private static func code(_ bytes: [UInt8], limit: Int = 100_000) -> XMLError.Code? {
        do throws(XMLError) {
            _ = try Gzip.decompress(bytes, limit: limit)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("what was compressed comes back, and gzip itself reads it", arguments: [0, 1, 511, 70_000])
    func roundTrip(length: Int) throws {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 256) }
        let member = Gzip.compress(bytes)
        #expect(member == Gzip.compress(bytes))
        #expect(try Gzip.decompress(member, limit: length) == bytes)
        let outcome = try CommandLineTool.run("gzip", ["-dc", "a.gz"], files: ["a.gz": member])
        #expect(outcome.status == 0 && outcome.output == bytes, "\(outcome.errors)")
    }

    @Test("a changed octet never gives other content; a cut and a tail are refused")
    func damaged() {
        let whole = Gzip.compress(Self.sample)
        // The time, the hint, the system and the bits behind the end of the last block say nothing about the content.
        for index in whole.indices {
            var bytes = whole
            bytes[index] ^= 0x10
            let content = try? Gzip.decompress(bytes, limit: 100_000)
            #expect(content == nil || content == Self.sample, "octet \(index)")
        }
        for index in [0, 1, 2, 3, whole.count - 8, whole.count - 1] {
            var bytes = whole
            bytes[index] ^= 0x10
            #expect(Self.code(bytes) == .deflate, "octet \(index)")
        }
        for count in whole.indices { #expect(Self.code(Array(whole[..<count])) == .deflate) }
        #expect(Self.code(whole + [0]) == .deflate)
        #expect(Self.code(whole + whole) == .deflate)
    }

    @Test("what unpacks to more than the cap is refused")
    func bomb() {
        let bomb = Gzip.compress([UInt8](repeating: 0, count: 1_000_000))
        #expect(bomb.count < 2_000)
        #expect(Self.code(bomb, limit: 999_999) == .tooLarge)
        #expect(Self.code(bomb, limit: 1_000_000) == nil)
    }
}
