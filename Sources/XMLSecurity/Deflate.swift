import CXMLSecurity

/// Raw DEFLATE as the HTTP-Redirect binding uses it (saml-bindings 3.4.4.1), with a cap on what comes out.
public enum Deflate: Sendable {
    /// Inflates, and stops at the cap: a few kilobytes can hold a gigabyte.
    /// - Parameters:
    ///   - bytes: raw DEFLATE data, without a zlib header.
    ///   - limit: the most octets that may come out.
    /// - Returns: the octets.
    /// - Throws: ``XMLError`` with code `deflate` for broken data or bytes behind its end, `tooLarge` beyond the limit.
    public static func inflate(_ bytes: [UInt8], limit: Int) throws(XMLError) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: min(limit + 1, max(4096, bytes.count * 8)))
        var produced = 0
        var input = bytes
        var stream = unsafe z_stream()
        guard unsafe drawbridge_inflateInitRaw(&stream) == Z_OK else { preconditionFailure("zlib is out of memory") }
        defer { unsafe inflateEnd(&stream) }
        let status = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe stream.next_in = source.baseAddress
            unsafe stream.avail_in = UInt32(source.count)
            var status = Z_OK
            while status == Z_OK, produced <= limit {
                if produced == output.count {
                    output.append(contentsOf: repeatElement(0, count: min(output.count, limit + 1 - produced)))
                }
                status = unsafe inflateStep(&stream, into: &output, from: &produced)
            }
            return status
        }
        guard produced <= limit else {
            throw XMLError(.tooLarge, "the message inflates to more than \(limit) octets")
        }
        guard status == Z_STREAM_END else { throw XMLError(.deflate, "the message is not whole raw DEFLATE data") }
        guard unsafe stream.avail_in == 0 else {
            throw XMLError(.deflate, "octets follow the end of the DEFLATE data")
        }
        output.removeLast(output.count - produced)
        return output
    }

    private static func inflateStep(_ stream: inout z_stream, into output: inout [UInt8], from produced: inout Int)
        -> Int32
    {
        let room = output.count - produced
        let status = unsafe output.withUnsafeMutableBufferPointer { target in
            unsafe stream.next_out = target.baseAddress.map { unsafe $0 + produced }
            unsafe stream.avail_out = UInt32(room)
            return unsafe zlib_inflate(&stream)
        }
        produced += room - (unsafe Int(stream.avail_out))
        return status
    }

    private static func zlib_inflate(_ stream: inout z_stream) -> Int32 {
        unsafe CXMLSecurity.inflate(&stream, Z_NO_FLUSH)
    }

    /// Deflates to raw DEFLATE data.
    public static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        var stream = unsafe z_stream()
        guard unsafe drawbridge_deflateInitRaw(&stream) == Z_OK else { preconditionFailure("zlib is out of memory") }
        defer { unsafe deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: unsafe Int(deflateBound(&stream, UInt(bytes.count))))
        let capacity = UInt32(output.count)
        let status = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe stream.next_in = source.baseAddress
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = target.baseAddress
                unsafe stream.avail_out = capacity
                return unsafe CXMLSecurity.deflate(&stream, Z_FINISH)
            }
        }
        precondition(status == Z_STREAM_END, "zlib wrote less than its own bound")
        output.removeLast(unsafe Int(stream.avail_out))
        return output
    }
}
