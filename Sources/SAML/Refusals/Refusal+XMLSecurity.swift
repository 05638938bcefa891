public import XMLSecurity

// The one place where what XMLSecurity found becomes a refusal.
extension Refusal {
    /// A document that was not taken as XML.
    public init(_ error: XMLError) {
        let code: RefusalCode =
            switch error.code {
            case .encoding: .schemaEncoding
            case .doctype: .dtdDoctype
            case .processingInstruction, .forbiddenCharacter: .schemaCharacter
            case .malformed, .canonicalisation: .schemaMalformed
            case .tooLarge: .limitSize
            case .tooDeep, .tooManyElements, .tooManyAttributes, .textTooLong: .limitStructure
            case .deflate: .transportDeflate
            }
        self.init(code, line: error.line, found: error.description)
    }

    /// A signature that was not taken.
    public init(_ failure: SignatureFailure) {
        let code: RefusalCode =
            switch failure.code {
            case .missing: .signatureMissing
            case .several: .signatureSeveral
            case .position: .signaturePosition
            case .structure: .signatureStructure
            case .canonicalization: .signatureCanonicalization
            case .signatureMethod: .algorithmSignature
            case .digestMethod: .algorithmDigest
            case .referenceCount: .referenceCount
            case .referenceURI: .referenceURI
            case .transforms: .referenceTransforms
            case .identifier: .referenceID
            case .noKey: .keyNone
            case .digestMismatch: .referenceMismatch
            case .valueMismatch: .signatureMismatch
            case .processing: .signatureProcessing
            }
        self.init(
            code,
            xpath: failure.xpath,
            line: failure.line,
            expected: failure.expected,
            found: failure.found,
            detail: failure.change.map(Self.detail(of:))
        )
    }

    private static func detail(of change: ContentChange) -> Bilingual {
        switch change {
        case .prettyPrinted:
            Bilingual(
                "The document was pretty-printed after signing: without the white space between elements the digest fits.",
                "文档在签名后被排版缩进过：去掉元素之间的空白后摘要一致。"
            )
        case .lineEnds:
            Bilingual(
                "Line ends were changed to CR LF after signing: without the CRs the digest fits.",
                "换行符在签名后被改成了 CR LF：去掉 CR 后摘要一致。"
            )
        case .attributeWhiteSpace:
            Bilingual(
                "An attribute value was re-encoded after signing: with spaces for its line ends and tabs the digest fits.",
                "属性值在签名后被重新编码过：把其中的换行和制表符换回空格后摘要一致。"
            )
        case .paddedText:
            Bilingual(
                "White space was put around texts after signing: without it the digest fits.",
                "文本两端在签名后被加上了空白：去掉后摘要一致。"
            )
        }
    }

    /// An encrypted element that was not read.
    public init(_ failure: DecryptionFailure) {
        let code: RefusalCode =
            switch failure.code {
            case .structure: .encryptionStructure
            case .algorithm: .encryptionAlgorithm
            case .noKey: .encryptionUnsupported
            case .undecipherable: .encryptionFailed
            }
        self.init(code, xpath: failure.xpath, line: failure.line, expected: failure.expected, found: failure.found)
    }
}
