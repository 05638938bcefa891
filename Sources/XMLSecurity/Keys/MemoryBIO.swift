import CXMLSecurity

/// OpenSSL's stream in memory; its buffer is wiped when it goes.
@safe
final class MemoryBIO {
    let pointer: OpaquePointer?

    init(_ bytes: [UInt8] = []) {
        unsafe pointer = BIO_new(BIO_s_mem())
        if !bytes.isEmpty {
            _ = unsafe BIO_write(pointer, bytes, Int32(clamping: bytes.count))
        }
    }

    deinit {
        unsafe BIO_free_all(pointer)
    }

    /// What was written and not yet read.
    var contents: [UInt8] {
        var start: UnsafeMutablePointer<CChar>?
        let count = unsafe drawbridge_BIO_get_mem_data(pointer, &start)
        guard count > 0 else { return [] }
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}
