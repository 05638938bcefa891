import SAML
import XMLSecurity

extension EntityDescriptor {
    /// The ID of the signed document: from what is signed, so that the same input gives the same bytes.
    func documentID() throws -> String {
        "_" + Hexadecimal.encode(Digest.sha256(try document()).prefix(20))
    }
}
