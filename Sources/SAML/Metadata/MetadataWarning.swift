/// What was taken from a metadata file although it is not as it should be.
public enum MetadataWarning: String, CaseIterable, Sendable {
    /// Design 4.9's exception: the signature is good and its reference digest is SHA-1.
    case sha1Digest = "metadata-sha1-digest"
    /// There is no signature, and nobody asked for one.
    case unsigned = "metadata-unsigned"
    /// There is a signature and nobody said whose it must be.
    case signatureUnchecked = "metadata-signature-unchecked"

    /// What it means and what to do.
    public var message: Bilingual {
        switch self {
        case .sha1Digest:
            Bilingual(
                "The metadata's signature is good but uses a SHA-1 digest; taken for metadata only. Compare the file's SHA-256 with its owner.",
                "元数据签名有效，但使用了 SHA-1 摘要；仅对元数据予以接受。请与其所有者核对文件的 SHA-256。"
            )
        case .unsigned:
            Bilingual(
                "The metadata is not signed. Compare the file's SHA-256 with its owner.",
                "元数据未签名。请与其所有者核对文件的 SHA-256。"
            )
        case .signatureUnchecked:
            Bilingual(
                "The metadata is signed and the signature was not checked. Give the owner's certificate to check it.",
                "元数据带有签名，但未经验证。请提供其所有者的证书以进行验证。"
            )
        }
    }
}
