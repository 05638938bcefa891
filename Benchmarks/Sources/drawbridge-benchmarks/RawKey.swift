import RawRSA

/// OpenSSL alone with a key of some size.
final class RawKey {
    private let pointer: OpaquePointer

    init(_ bits: UInt32) {
        guard let key = raw_rsa_new(bits) else { fatalError("OpenSSL makes no RSA key of \(bits) bits") }
        pointer = key
    }

    deinit { raw_rsa_free(pointer) }

    func sign() { precondition(raw_rsa_sign(pointer) == 1) }
    func verify() { precondition(raw_rsa_verify(pointer) == 1) }
}
