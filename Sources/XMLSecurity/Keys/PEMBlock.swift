import CXMLSecurity

/// One `-----BEGIN x-----` to `-----END x-----`, its body decoded; wiped when it goes, for it may be a private key.
@safe
final class PEMBlock {
    /// Far above any key or chain, so that a wrong path (a log, a disk image) is refused before it is parsed.
    static let largestFile = 1 << 20

    let label: String
    /// The `Proc-Type` and `DEK-Info` lines (RFC 1421 4.6); empty in everything modern.
    let header: UnsafeMutablePointer<CChar>
    let data: UnsafeMutablePointer<UInt8>
    private(set) var count: Int

    private init(
        label: String,
        header: UnsafeMutablePointer<CChar>,
        data: UnsafeMutablePointer<UInt8>,
        count: Int
    ) {
        self.label = label
        unsafe self.header = unsafe header
        unsafe self.data = unsafe data
        self.count = count
    }

    deinit {
        unsafe CRYPTO_free(header, nil, 0)
        unsafe CRYPTO_clear_free(data, count, nil, 0)
    }

    /// Every block of a file in order; text between blocks is skipped.
    static func all(in file: [UInt8], orThrow code: KeyError.Code) throws(KeyError) -> [PEMBlock] {
        guard file.count <= largestFile else {
            throw KeyError(code, "a PEM file of \(file.count) bytes is larger than \(largestFile)")
        }
        OpenSSLErrors.clear()
        let input = MemoryBIO(file)
        var blocks: [PEMBlock] = []
        while let block = next(input) { blocks.append(block) }
        guard OpenSSLErrors.lastIs(library: ERR_LIB_PEM, reason: PEM_R_NO_START_LINE) else {
            throw .openSSL(code, "a PEM block is cut off or malformed")
        }
        OpenSSLErrors.clear()
        guard !blocks.isEmpty else { throw KeyError(code, "there is no -----BEGIN line in it") }
        return blocks
    }

    private static func next(_ input: MemoryBIO) -> PEMBlock? {
        var name: UnsafeMutablePointer<CChar>?
        var header: UnsafeMutablePointer<CChar>?
        var data: UnsafeMutablePointer<UInt8>?
        var count = 0
        guard unsafe PEM_read_bio(input.pointer, &name, &header, &data, &count) == 1,
            let name = unsafe name, let header = unsafe header, let data = unsafe data
        else { return nil }
        defer { unsafe CRYPTO_free(name, nil, 0) }
        return unsafe PEMBlock(label: String(cString: name), header: header, data: data, count: count)
    }

    var bytes: [UInt8] {
        unsafe Array(UnsafeBufferPointer(start: data, count: count))
    }

    var isEncryptedTraditional: Bool {
        unsafe header.pointee != 0
    }

    /// Undoes the RFC 1421 encryption in place.
    func decryptTraditional(_ passphrase: Secret) -> Bool {
        var cipher = unsafe EVP_CIPHER_INFO()
        guard unsafe PEM_get_EVP_CIPHER_INFO(header, &cipher) == 1 else { return false }
        var length = count
        let done = passphrase.withBytes { bytes in
            unsafe bytes.withUnsafeBytes { lent in
                var lent = unsafe lent
                return unsafe PEM_do_header(&cipher, data, &length, answerPassphrase, &lent)
            }
        }
        // The text is never longer than its ciphertext; the buffer keeps its size.
        if done == 1 { count = length }
        return done == 1
    }
}

/// Answers OpenSSL's question for a passphrase, so that it never asks on the terminal.
private func answerPassphrase(
    buffer: UnsafeMutablePointer<CChar>?,
    size: Int32,
    isWriting: Int32,
    context: UnsafeMutableRawPointer?
) -> Int32 {
    guard let buffer = unsafe buffer,
        let passphrase = unsafe context?.load(as: UnsafeRawBufferPointer.self),
        passphrase.count <= Int(size)
    else { return -1 }
    unsafe UnsafeMutableRawBufferPointer(start: buffer, count: Int(size)).copyMemory(from: passphrase)
    return Int32(passphrase.count)
}
