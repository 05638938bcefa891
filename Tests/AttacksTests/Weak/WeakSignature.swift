import SAML
import XMLSecurity

/// XML-DSig as a naive reader verifies it, with defences that can be left out.
struct WeakSignature {
    let document: WeakDocument
    let octets: [UInt8]
    let key: PublicKey
    let skipped: Set<Defence>
    /// Which of several elements with the same ID a reference means, when nobody asks for one.
    var takesLastID = true

    private func hold(_ defence: Defence, _ isHeld: Bool) throws {
        guard isHeld || skipped.contains(defence) else { throw Refused("\(defence)") }
    }

    /// What the first signature of the document covers, `nil` when no signature is asked for.
    func covered() throws -> [XMLElement]? {
        let signatures = document.all(dsig("Signature"))
        try hold(.presence, !signatures.isEmpty)
        guard let signature = signatures.first else { return nil }
        try hold(.oneSignature, signatures.count == 1)
        let infos = signature.children(dsig("SignedInfo"))
        // A loop over the references of such a signature finds nothing wrong.
        try hold(.presence, !infos.isEmpty)
        guard let info = infos.first, let used = infos.last else { return [] }
        try hold(.oneSignedInfo, infos.count == 1)
        try verifyValue(signature, info)
        return try references(of: used, in: signature)
    }

    private func verifyValue(_ signature: XMLElement, _ info: XMLElement) throws {
        let method = info.child(dsig("SignatureMethod"))
        let name = method?.attribute("Algorithm") ?? ""
        try hold(.algorithms, SignaturePolicy.strict.signatures.contains { $0.rawValue == name })
        let value = Base64.decode((signature.child(dsig("SignatureValue"))?.text ?? "").utf8) ?? []
        let message = try canonical(info)
        if name.contains("hmac") {
            let code = Digest.hmacSHA256(message, key: key.der)
            let bits = method?.child(dsig("HMACOutputLength")).flatMap { Int($0.text) } ?? 256
            try hold(.value, Array(code.prefix(bits / 8)) == value)
        } else {
            let key = skipped.contains(.pinnedKey) ? WeakKeyInfo.key(signature) ?? key : key
            try hold(.value, key.verify(value, of: message, with: .rsaSHA256))
        }
    }

    // libxml2 looks at the whole document; a reader that is not stopped by that makes a document of SignedInfo alone.
    private func canonical(_ info: XMLElement) throws -> [UInt8] {
        guard skipped.contains(.canonicalForm) else { return try CanonicalForm.exclusive(info) }
        let text = String(decoding: octets, as: UTF8.self)
        guard let start = text.firstRange(of: "<ds:SignedInfo>"), let end = text.firstRange(of: "</ds:SignedInfo>")
        else {
            throw Refused("no SignedInfo")
        }
        let alone = "<ds:SignedInfo xmlns:ds=\"\(WeakDocument.dsig)\">" + text[start.upperBound..<end.upperBound]
        return Array(alone.utf8)
    }

    private func references(of info: XMLElement, in signature: XMLElement) throws -> [XMLElement] {
        let references = info.children(dsig("Reference"))
        try hold(.oneReference, references.count == 1)
        var covered: [XMLElement] = []
        for (index, reference) in references.enumerated() {
            if skipped.contains(.everyReference), index > 0 { continue }
            if skipped.contains(.eachReference), index < references.count - 1 { continue }
            let target = try target(of: reference.attribute("URI"), signature)
            let content: [UInt8]
            if let target {
                try hold(.scope, target.xpath == signature.parent?.xpath)
                content = try canonical(target, reference, signature)
                covered.append(target)
            } else {
                content = Array("drawbridge".utf8)
            }
            try hold(.algorithms, DigestAlgorithm(rawValue: Self.digestMethod(reference)).map { $0 != .sha1 } ?? false)
            try hold(.digest, Digest.sha256(content) == digest(of: reference))
        }
        return covered
    }

    private static func digestMethod(_ reference: XMLElement) -> String {
        reference.child(dsig("DigestMethod"))?.attribute("Algorithm") ?? ""
    }

    private func digest(of reference: XMLElement) -> [UInt8]? {
        if skipped.contains(.commentsInSignature),
            let comment = String(decoding: octets, as: UTF8.self).firstMatch(of: /<ds:DigestValue><!--(.*?)-->/)
        {
            return Base64.decode(comment.output.1.utf8)
        }
        return Base64.decode((reference.child(dsig("DigestValue"))?.text ?? "").utf8)
    }

    private func canonical(_ target: XMLElement, _ reference: XMLElement, _ signature: XMLElement) throws -> [UInt8] {
        let transforms = reference.at(dsig("Transforms"))?.children ?? []
        try hold(
            .transforms,
            transforms.map { $0.attribute("Algorithm") } == [
                "http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/2001/10/xml-exc-c14n#",
            ]
        )
        let excludes = transforms.contains { $0.children.first?.text.contains("'_evil'") == true }
        do {
            return try WeakDocument.octets(target, without: signature) {
                excludes && $0.attribute("ID") == "_evil"
            }
        } catch {
            try hold(.canonicalForm, false)
            return []
        }
    }

    /// `nil` for something outside the document.
    private func target(of uri: String?, _ signature: XMLElement) throws -> XMLElement? {
        if let uri, uri.hasPrefix("#"), case let found = document.with(id: String(uri.dropFirst())),
            let first = takesLastID ? found.last : found.first
        {
            let others = document.all.flatMap(\.attributes).filter { $0.name.hasSuffix(":ID") || $0.name == "xml:id" }
            try hold(.uniqueID, found.count == 1 && others.isEmpty)
            return skipped.contains(.scope) ? first : found.last { $0.xpath == signature.parent?.xpath } ?? first
        }
        try hold(.plainURI, false)
        switch uri {
        case nil: return signature.parent
        case "", "#xpointer(/)", "#x' or '1'='1": return document.root
        case "#xpointer(id('_assertion'))": return document.with(id: "_assertion").first
        case "#element(/1/3)": return document.root.children[2]
        default: return nil
        }
    }
}

/// Keys that a message brings along.
enum WeakKeyInfo {
    static func key(_ signature: XMLElement) -> PublicKey? {
        let info = signature.child(dsig("KeyInfo"))
        if let text = info?.at(dsig("X509Data"), dsig("X509Certificate"))?.text {
            return (try? Certificate(base64: text))?.publicKey
        }
        let value = info?.child(dsig("KeyValue"))?.children.first?.text
        return value.flatMap { Base64.decode($0.utf8) }.flatMap { try? PublicKey(der: $0) }
    }
}
