/// The RSA lengths that we generate, in bits.
public enum RSAKeySize: Int, CaseIterable, Sendable {
    /// 2048 bits, the fastest to sign with.
    case bits2048 = 2048
    /// 3072 bits, the default for new keys.
    case bits3072 = 3072
    /// 4096 bits.
    case bits4096 = 4096
}
