import CXMLSecurity

/// One verification by libxmlsec1 with one pinned key and closed lists of algorithms (design 4.1).
@safe struct SignatureContext: ~Copyable {
    private let pointer: xmlSecDSigCtxPtr

    enum Outcome {
        case valid(preDigest: [UInt8])
        case digestMismatch(preDigest: [UInt8])
        case valueMismatch
        case failed(String)
    }

    init(key: VerificationKey, shape: SignatureShape) {
        guard let context = unsafe xmlSecDSigCtxCreate(nil) else { preconditionFailure("libxmlsec1 is out of memory") }
        unsafe context.pointee.signKey = key.pointer
        unsafe context.pointee.enabledReferenceUris = UInt32(xmlSecTransformUriTypeSameDocument)
        unsafe context.pointee.flags |= UInt32(
            XMLSEC_DSIG_FLAGS_IGNORE_MANIFESTS | XMLSEC_DSIG_FLAGS_STORE_SIGNEDINFO_REFERENCES
        )
        let transforms: [xmlSecTransformId?] = unsafe [
            xmlSecTransformEnvelopedGetKlass(), xmlSecTransformExclC14NGetKlass(),
            xmlSecTransformExclC14NWithCommentsGetKlass(), shape.digestAlgorithm.transform,
        ]
        for index in unsafe transforms.indices {
            // An empty list would allow everything.
            let status = unsafe xmlSecDSigCtxEnableReferenceTransform(context, transforms[index])
            precondition(status == 0, "libxmlsec1 is out of memory")
        }
        let methods: [xmlSecTransformId?] = unsafe [
            xmlSecTransformExclC14NGetKlass(), xmlSecTransformExclC14NWithCommentsGetKlass(),
            shape.signatureAlgorithm.transform,
        ]
        for index in unsafe methods.indices {
            let status = unsafe xmlSecDSigCtxEnableSignatureTransform(context, methods[index])
            precondition(status == 0, "libxmlsec1 is out of memory")
        }
        unsafe self.pointer = context
    }

    deinit {
        // The key is borrowed.
        unsafe pointer.pointee.signKey = nil
        unsafe xmlSecDSigCtxDestroy(pointer)
    }

    /// Runs the verification.
    ///
    /// Only one combination of return code, status and reference status means valid.
    borrowing func verify(_ signature: XMLElement) -> Outcome {
        drawbridge_capture_reset()
        ERR_clear_error()
        defer { ERR_clear_error() }
        let code = unsafe xmlSecDSigCtxVerify(pointer, signature.node)
        guard code >= 0 else { return .failed(unsafe String(cString: drawbridge_capture_text())) }
        guard unsafe xmlSecPtrListGetSize(&pointer.pointee.signedInfoReferences) == 1,
            let item = unsafe xmlSecPtrListGetItem(&pointer.pointee.signedInfoReferences, 0)
        else { return .failed("libxmlsec1 did not process exactly one reference") }
        let reference = unsafe item.assumingMemoryBound(to: xmlSecDSigReferenceCtx.self)
        guard let content = unsafe Self.preDigest(of: reference) else {
            return .failed("libxmlsec1 kept no pre-digest bytes")
        }
        guard unsafe reference.pointee.status == xmlSecDSigStatusSucceeded else {
            return .digestMismatch(preDigest: content)
        }
        guard unsafe pointer.pointee.status == xmlSecDSigStatusSucceeded else { return .valueMismatch }
        return .valid(preDigest: content)
    }

    private static func preDigest(of reference: xmlSecDSigReferenceCtxPtr) -> [UInt8]? {
        guard let buffer = unsafe xmlSecDSigReferenceCtxGetPreDigestBuffer(reference),
            let data = unsafe xmlSecBufferGetData(buffer)
        else { return nil }
        return unsafe Array(UnsafeBufferPointer(start: data, count: Int(xmlSecBufferGetSize(buffer))))
    }
}
