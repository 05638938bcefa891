import CXMLSecurity

/// scrypt (RFC 7914) through OpenSSL.
enum Scrypt {
    /// Derives a key.
    /// - Parameters:
    ///   - password: the password.
    ///   - salt: its salt.
    ///   - cost: what it costs.
    ///   - length: how many octets are wanted.
    /// - Returns: the key; `nil` when OpenSSL has not the memory for it.
    static func derive(_ password: Secret, salt: [UInt8], cost: PasswordHash.Cost, length: Int) -> [UInt8]? {
        var key = [UInt8](repeating: 0, count: length)
        let status = password.withBytes { octets in
            unsafe octets.withUnsafeBytes { buffer in
                unsafe EVP_PBE_scrypt(
                    buffer.bindMemory(to: CChar.self).baseAddress,
                    buffer.count,
                    salt,
                    salt.count,
                    UInt64(cost.iterations),
                    UInt64(cost.blockSize),
                    UInt64(cost.parallelism),
                    UInt64(cost.memory),
                    &key,
                    length
                )
            }
        }
        guard status == 1 else {
            OpenSSLErrors.clear()
            return nil
        }
        return key
    }
}
