import Testing
import XMLSecurity

@Suite("DEFLATE")
struct DeflateTests {
    private static func code(_ bytes: [UInt8], limit: Int) -> XMLError.Code? {
        do throws(XMLError) {
            _ = try Deflate.inflate(bytes, limit: limit)
            return nil
        } catch {
            return error.code
        }
    }

    /// One fixed Huffman block (RFC 1951 3.2.6): a zero, then copies of 258 zeros of 13 bits each; eight copies fill 13
    /// octets, so that the pattern repeats.
    private static func zeros(copies: Int, ended: Bool) -> [UInt8] {
        let copy = "1100010100000"
        let start = "110" + "00110000" + String(repeating: copy, count: ended ? copies : 16) + (ended ? "0000000" : "")
        var bytes: [UInt8] = []
        for (index, bit) in start.enumerated() {
            if index % 8 == 0 { bytes.append(0) }
            if bit == "1" { bytes[index / 8] |= 1 << UInt8(index % 8) }
        }
        guard !ended else { return bytes }
        // Whole octets of the pattern only: the first two hold the head.
        let pattern = Array(bytes[2..<15])
        return bytes[..<2] + Array(repeatElement(pattern, count: copies / 8).joined())
    }

    @Test("what was deflated inflates to itself", arguments: [0, 1, 2, 100, 4095, 4096, 4097, 65_535, 300_000])
    func roundTrip(length: Int) throws {
        for step in [0, 1, 7] {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* step &* ($0 / 256 + 1)) }
            let deflated = Deflate.deflate(bytes)
            #expect(try Deflate.inflate(deflated, limit: length) == bytes)
            #expect(try Deflate.inflate(deflated, limit: length + 1) == bytes)
            if length > 0 { #expect(Self.code(deflated, limit: length - 1) == .tooLarge) }
        }
    }

    @Test("a stored block and a fixed block of other compressors inflate")
    func otherBlocks() throws {
        #expect(try Deflate.inflate([1, 3, 0, 0xFC, 0xFF, 0x61, 0x62, 0x63], limit: 3) == Array("abc".utf8))
        let zeros = Self.zeros(copies: 80, ended: true)
        #expect(try Deflate.inflate(zeros, limit: 100_000) == [UInt8](repeating: 0, count: 1 + 80 * 258))
    }

    @Test("a gigabyte in six megabytes stops at the cap")
    func bomb() {
        let bomb = Self.zeros(copies: 4_161_792, ended: false)
        #expect(bomb.count < 7_000_000)
        #expect(Self.code(bomb, limit: 128 * 1024) == .tooLarge)
        let small = Self.zeros(copies: 800_000, ended: false)
        #expect(Self.code(small, limit: 128 * 1024) == .tooLarge)
    }

    @Test("data cut anywhere is refused")
    func truncated() {
        let whole = Deflate.deflate(Array("<samlp:AuthnRequest ID=\"_1\"/>".utf8))
        for count in 0..<whole.count {
            #expect(Self.code(Array(whole[..<count]), limit: 1000) == .deflate)
        }
    }

    @Test("octets behind the end are refused")
    func trailing() {
        let whole = Deflate.deflate(Array("<a/>".utf8))
        #expect(Self.code(whole + [0], limit: 1000) == .deflate)
        #expect(Self.code(whole + whole, limit: 1000) == .deflate)
    }

    @Test("zlib, gzip and plain data are not raw DEFLATE")
    func otherFormats() {
        let whole = Deflate.deflate(Array("<a/>".utf8))
        #expect(Self.code([0x78, 0x9C] + whole, limit: 1000) == .deflate)
        #expect(Self.code([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + whole, limit: 1000) == .deflate)
        #expect(Self.code(Array("<a/>".utf8), limit: 1000) == .deflate)
        #expect(Self.code([6], limit: 1000) == .deflate, "block type 3 is reserved")
    }
}
