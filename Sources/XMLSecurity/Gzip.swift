import CXMLSecurity

/// One member of gzip (RFC 1952): raw DEFLATE with a header, a checksum and a length.
public enum Gzip: Sendable {
    // Magic, method 8, no flags, no time, no hint, and an unknown system: the same octets wherever they are made.
    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    private static let trailerLength = 8

    /// Compresses; the same octets give the same member.
    public static func compress(_ bytes: [UInt8]) -> [UInt8] {
        header + Deflate.deflate(bytes) + littleEndian(checksum(bytes))
            + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// Decompresses one member without optional fields, and stops at the cap.
    /// - Parameters:
    ///   - bytes: the member and nothing behind it.
    ///   - limit: the most octets that may come out.
    /// - Returns: the octets.
    /// - Throws: ``XMLError`` with code `deflate` for anything broken, `tooLarge` beyond the limit.
    public static func decompress(_ bytes: [UInt8], limit: Int) throws(XMLError) -> [UInt8] {
        // The time, the hint and the system say nothing about the content.
        guard bytes.count > header.count + trailerLength, bytes.prefix(4) == header.prefix(4) else {
            throw XMLError(.deflate, "it is not one gzip member without optional fields")
        }
        let output = try Deflate.inflate(
            Array(bytes.dropFirst(header.count).dropLast(trailerLength)),
            limit: limit
        )
        let trailer = littleEndian(checksum(output)) + littleEndian(UInt32(truncatingIfNeeded: output.count))
        guard bytes.suffix(trailerLength) == trailer[...] else {
            throw XMLError(.deflate, "the checksum or the length of the gzip member is wrong")
        }
        return output
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        // zlib answers a null pointer with the start value, which is the checksum of nothing.
        UInt32(truncatingIfNeeded: unsafe bytes.withUnsafeBufferPointer { unsafe crc32_z(0, $0.baseAddress, $0.count) })
    }

    private static func littleEndian(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
