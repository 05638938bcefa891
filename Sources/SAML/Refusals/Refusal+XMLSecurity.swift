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
        self.init(code, xpath: failure.xpath, line: failure.line, expected: failure.expected, found: failure.found)
    }
}
