import CXMLSecurity

/// One decryption by libxmlsec1 with one given key and one allowed algorithm; `KeyInfo` is not followed.
@safe struct EncryptionContext: ~Copyable {
    private let pointer: xmlSecEncCtxPtr

    /// - Parameters:
    ///   - key: the context's from here on.
    ///   - transform: the algorithm that the shape named.
    ///   - decryptsKey: whether the element is an `EncryptedKey`.
    init(owning key: xmlSecKeyPtr, transform: xmlSecTransformId?, decryptsKey: Bool) {
        guard let context = unsafe xmlSecEncCtxCreate(nil) else { preconditionFailure("libxmlsec1 is out of memory") }
        unsafe context.pointee.encKey = key
        if decryptsKey { unsafe context.pointee.mode = xmlEncCtxModeEncryptedKey }
        let allowed = unsafe UnsafeRawPointer(transform).map { unsafe UnsafeMutableRawPointer(mutating: $0) }
        let status = unsafe xmlSecPtrListAdd(&context.pointee.transformCtx.enabledTransforms, allowed)
        precondition(status >= 0, "libxmlsec1 is out of memory")
        unsafe self.pointer = context
    }

    deinit {
        unsafe xmlSecEncCtxDestroy(pointer)
    }

    /// The plain octets, `nil` for any reason.
    borrowing func decrypt(_ element: XMLElement) -> [UInt8]? {
        drawbridge_capture_reset()
        ERR_clear_error()
        defer { ERR_clear_error() }
        guard let buffer = unsafe xmlSecEncCtxDecryptToBuffer(pointer, element.node),
            let data = unsafe xmlSecBufferGetData(buffer)
        else { return nil }
        return unsafe Array(UnsafeBufferPointer(start: data, count: Int(xmlSecBufferGetSize(buffer))))
    }
}
