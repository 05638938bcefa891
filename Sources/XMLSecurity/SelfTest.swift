import CXMLSecurity

/// Proves at start-up, on this machine, that a verdict is read from the right memory (design 4.4).
///
/// Struct layout, one good signature, one over other content, one with another value.
public enum SelfTest: Sendable {
    /// What did not hold.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// The check and its finding.
        public let description: String
    }

    private static let name = QName(prefix: "t", local: "SelfTest", namespace: "urn:drawbridge:self-test")
    private static let id = "_self-test"

    /// Signs with the key, verifies through libxmlsec1, breaks the document, and expects a refusal.
    /// - Parameter key: the key that the service will sign with; a key and certificate of two pairs fail here.
    /// - Throws: ``Failure`` when a check does not hold; ``KeyError`` or ``XMLError`` when one cannot run.
    public static func run(with key: SigningKey) throws {
        try checkLayout()
        let keys = [VerificationKey(key.certificate.publicKey)]
        let document = try signedDocument(key)
        let form = try CanonicalForm.exclusive(XMLDocument(parsing: document, limits: .message).root)
        guard form == document else {
            throw Failure(description: "the canonical writer and libxml2 differ")
        }
        let signed = try SignatureVerifier.verify(
            XMLDocument(parsing: document, limits: .message).root,
            keys: keys,
            policy: .strict
        )
        guard String(decoding: signed.bytes, as: UTF8.self).contains("crosses the bridge") else {
            throw Failure(description: "libxmlsec1 returned other octets than were signed")
        }
        let text = String(decoding: document, as: UTF8.self)
        try expect(.digestMismatch, of: text.replacing("crosses", with: "crossed"), keys)
        try expect(.valueMismatch, of: withOtherValue(text), keys)
    }

    private static func expect(
        _ code: SignatureFailure.Code,
        of document: String,
        _ keys: [VerificationKey]
    ) throws {
        do {
            let root = try XMLDocument(parsing: Array(document.utf8), limits: .message).root
            _ = try SignatureVerifier.verify(root, keys: keys, policy: .strict)
        } catch let failure as SignatureFailure where failure.code == code {
            return
        }
        throw Failure(description: "a broken signature was called valid")
    }

    private static func withOtherValue(_ document: String) -> String {
        let start = "<ds:SignatureValue>"
        let parts = document.split(separator: start, maxSplits: 1)
        return parts[0] + start + (parts[1].first == "A" ? "B" : "A") + parts[1].dropFirst()
    }

    private static func signedDocument(_ key: SigningKey) throws -> [UInt8] {
        var writer = CanonicalWriter()
        try writer.signedElement(name, [], id: id, key: key) { $0.text("客户 <crosses> the bridge & crosses the bridge") }
        return try writer.finish()
    }

    private static func checkLayout() throws(Failure) {
        XMLSecurityLibrary.start()
        guard let buffer = unsafe xmlSecBufferCreate(16) else { preconditionFailure("libxmlsec1 is out of memory") }
        defer { unsafe xmlSecBufferDestroy(buffer) }
        let filled = unsafe xmlSecBufferAppend(buffer, [1, 2, 3], 3)
        guard filled == 0, unsafe buffer.pointee.size == 3, unsafe xmlSecBufferGetSize(buffer) == 3 else {
            throw Failure(description: "the layout of xmlSecBuffer differs between Swift and the library")
        }
        guard let context = unsafe xmlSecDSigCtxCreate(nil) else { preconditionFailure("libxmlsec1 is out of memory") }
        defer { unsafe xmlSecDSigCtxDestroy(context) }
        // The library sets this field to a value that is not zero, behind everything whose size can be misjudged.
        guard unsafe context.pointee.enabledReferenceUris == UInt32(xmlSecTransformUriTypeAny),
            unsafe context.pointee.status == xmlSecDSigStatusUnknown
        else { throw Failure(description: "the layout of xmlSecDSigCtx differs between Swift and the library") }
    }
}
