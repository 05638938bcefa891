import CXMLSecurity

/// The two calling conventions of OpenSSL's `i2d_` and `d2i_` functions.
enum DER {
    typealias Cursor = UnsafeMutablePointer<UnsafePointer<UInt8>?>
    typealias Output = UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>

    /// Writes with an `i2d_` function: asked for the length first, then for the bytes.
    static func encode(_ write: (Output?) -> Int32) -> [UInt8]? {
        let length = write(nil)
        guard length > 0 else { return nil }
        return unsafe [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
            var cursor = buffer.baseAddress
            unsafe count = Int(write(&cursor))
        }
    }

    /// Reads with a `d2i_` function; nil when the bytes are malformed or go on after the value.
    static func decode(
        _ bytes: [UInt8],
        read: (Cursor, Int) -> OpaquePointer?,
        free: (OpaquePointer?) -> Void
    ) -> OpaquePointer? {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            var cursor = buffer.baseAddress
            guard let value = unsafe read(&cursor, buffer.count) else { return nil }
            guard let base = buffer.baseAddress, unsafe cursor == base + buffer.count else {
                unsafe free(value)
                return nil
            }
            return unsafe value
        }
    }
}
