import SAML
import XMLSecurity

/// A valid response taken apart: its text without the signature, the assertion in it, and the signature.
struct Parts {
    /// The whole response as sent.
    let whole: String
    /// The assertion as sent; it declares its own prefixes.
    let assertion: String
    /// The signature.
    let signature: String
    /// The assertion without its signature, which is what was digested when it was signed.
    var bare: String

    init(_ octets: [UInt8]) throws(AttackNotApplicable) {
        let surgery = Surgery(octets)
        whole = surgery.text
        assertion = try surgery.element("saml:Assertion")
        var inner = Surgery(assertion)
        signature = try surgery.element("ds:Signature")
        if assertion.contains(signature) { try inner.replace(signature, with: "") }
        bare = inner.text
    }

    /// The response with another assertion, or several, in the place of its own.
    func with(_ assertions: String) throws(AttackNotApplicable) -> Surgery {
        var surgery = Surgery(whole)
        try surgery.replace(assertion, with: assertions)
        return surgery
    }

    /// The assertion that the attacker wants to be read: another ID, another subject, no signature.
    func evil(id: String = "_evil") throws(AttackNotApplicable) -> String {
        try Self.forged(bare, id: id)
    }

    /// The text with the attacker's subject, and another ID unless `nil`.
    static func forged(_ text: String, id: String? = "_evil") throws(AttackNotApplicable) -> String {
        var surgery = Surgery(text)
        try surgery.replace(
            ">\(AttackMaterial.honestSubject)<",
            with: ">\(AttackMaterial.forgedSubject)<"
        )
        if let id, id != HonestResponse.assertionID {
            try surgery.replace(" ID=\"\(HonestResponse.assertionID)\"", with: " ID=\"\(id)\"")
        }
        return surgery.text
    }

    /// A bare assertion with a signature at the schema's place.
    static func signed(_ bare: String, _ signature: String) throws(AttackNotApplicable) -> String {
        var surgery = Surgery(bare)
        try surgery.insert(signature, after: "</saml:Issuer>")
        return surgery.text
    }
}

extension AttackMaterial {
    /// A valid response with a signed assertion, taken apart.
    func parts() throws -> Parts {
        try Parts(response().document(signer))
    }

    /// A response whose assertion was edited before the honest key signed it, with a signature drawn up freely.
    func resigned(
        _ edit: (inout Surgery) throws -> Void = { _ in },
        draft change: (inout SignatureDraft) throws -> Void = { _ in }
    ) throws -> [UInt8] {
        let parts = try parts()
        let bare = try Surgery.edited(parts.bare, edit)
        var draft = SignatureDraft([.init("#" + HonestResponse.assertionID, over: bare)])
        try change(&draft)
        return try parts.with(Parts.signed(bare, draft.signed(by: signer))).octets
    }
}
