/// What a weak reader may leave out; what is not left out, it holds.
enum Defence: Hashable {
    /// A DOCTYPE is refused; left out, its entities are expanded.
    case doctype
    /// Another encoding than UTF-8, or its declaration, is refused; left out, it is decoded.
    case encoding
    /// Processing instructions are refused; left out, text ends at the first.
    case instructions
    /// Text is what all text nodes hold; left out, text ends at the first comment or CDATA section.
    case wholeText
    /// Names count with their namespace; left out, local names do.
    case namespaces
    /// A signature must be there.
    case presence
    /// `SignatureValue` must fit.
    case value
    /// Each digest must fit.
    case digest
    /// Comments in a signature are refused; left out, a digest is what stands first in `DigestValue`.
    case commentsInSignature
    /// One `SignedInfo`; left out, the first is verified and the last one used.
    case oneSignedInfo
    /// Keys come from metadata; left out, from `KeyInfo`.
    case pinnedKey
    /// Signature and digest methods are listed; left out, HMAC takes the public key and every other name means ours.
    case algorithms
    /// One reference; left out, as many as there are.
    case oneReference
    /// Left out, only the first reference's digest is compared.
    case everyReference
    /// Left out, only the last reference's digest is compared.
    case eachReference
    /// A URI is `#` and an ID; left out, other forms are followed.
    case plainURI
    /// Two known transforms; left out, XPath is obeyed and the unknown skipped.
    case transforms
    /// What has no canonical form is refused; left out, it counts as empty.
    case canonicalForm
    /// Each ID once, in no namespace; left out, the first one counts.
    case uniqueID
    /// What is read is what the signature stands in and refers to; left out, the place is the reader's choice.
    case scope
    /// One signature.
    case oneSignature
    /// One assertion.
    case oneAssertion
    /// Destination, status and answered request of the envelope.
    case destination, status, envelopeRequest
    /// What the assertion says.
    case issuer, audience, recipient, time, request, subject, condition, statement
    /// Parts that the schema wants.
    case schema
}
