import CXMLSecurity

/// What a signature claims, judged before any cryptography: one signature at the schema's place, one reference to its own
/// parent, two known transforms, listed algorithms (saml-core 5.4; attacks.md C.0 steps 4 to 6).
struct SignatureShape {
    let signature: XMLElement
    let id: String
    let signatureAlgorithm: SignatureAlgorithm
    let digestAlgorithm: DigestAlgorithm
    let digestValue: String

    init(of element: XMLElement, policy: SignaturePolicy) throws(SignatureFailure) {
        signature = try Self.onlySignature(of: element)
        guard let id = element.attribute("ID"), !id.isEmpty else {
            throw SignatureFailure(.identifier, at: element, expected: "an ID attribute")
        }
        self.id = id
        try Self.refuseHiddenNodes(in: signature)
        let parts = try Self.sequence(signature, [DSig.signedInfo, DSig.signatureValue], optional: DSig.keyInfo)
        let info = try Self.sequence(
            parts[0],
            [DSig.canonicalizationMethod, DSig.signatureMethod],
            many: DSig.reference
        )
        try Self.require(
            .canonicalization,
            "Algorithm",
            of: info[0],
            [DSig.exclusiveC14N, DSig.exclusiveC14N + "WithComments"]
        )
        try Self.requirePrefixListOnly(in: info[0], .structure)
        try Self.requireLeaf(parts[1])
        signatureAlgorithm = try Self.signatureAlgorithm(info[1], policy)
        guard info.count == 3 else {
            throw SignatureFailure(
                .referenceCount,
                at: parts[0],
                expected: "1 ds:Reference",
                found: "\(info.count - 2)"
            )
        }
        digestAlgorithm = try Self.digestAlgorithm(info[2], id: id, policy)
        digestValue = info[2].child(DSig.digestValue)?.text ?? ""
    }

    private static func onlySignature(of element: XMLElement) throws(SignatureFailure) -> XMLElement {
        let children = element.children
        let positions = children.indices.filter { children[$0].is(DSig.signature) }
        guard let position = positions.first else {
            throw SignatureFailure(.missing, at: element, expected: "ds:Signature")
        }
        guard positions.count == 1 else {
            throw SignatureFailure(
                .several,
                at: children[positions[1]],
                expected: "1 ds:Signature",
                found: "\(positions.count)"
            )
        }
        // Schema order: behind Issuer in messages and assertions, first in metadata.
        let isFirst = position == 0 || (position == 1 && children[0].localName == "Issuer")
        guard isFirst else {
            throw SignatureFailure(
                .position,
                at: children[position],
                expected: "ds:Signature directly behind saml:Issuer"
            )
        }
        return children[position]
    }

    // A comment or CDATA section inside a signature can make two readers see two values (CVE-2025-29775).
    private static func refuseHiddenNodes(in element: XMLElement) throws(SignatureFailure) {
        var next = unsafe element.node.pointee.children
        while let child = unsafe next {
            let type = unsafe child.pointee.type
            guard type == XML_ELEMENT_NODE || type == XML_TEXT_NODE else {
                throw SignatureFailure(
                    .structure,
                    at: element,
                    expected: "elements and text only",
                    found: "a comment or CDATA"
                )
            }
            unsafe next = child.pointee.next
        }
        for child in element.children { try refuseHiddenNodes(in: child) }
    }

    // The children must be exactly these names in this order, then the optional one once, or the repeated one often.
    private static func sequence(
        _ parent: XMLElement,
        _ names: [XMLName],
        optional: XMLName? = nil,
        many: XMLName? = nil
    ) throws(SignatureFailure) -> [XMLElement] {
        let children = parent.children
        for (index, child) in children.enumerated() {
            let isExpected: Bool
            if index < names.count {
                isExpected = child.is(names[index])
            } else if let optional, index == names.count {
                isExpected = child.is(optional)
            } else {
                isExpected = many.map { child.is($0) } ?? false
            }
            guard isExpected else {
                throw SignatureFailure(
                    .structure,
                    at: child,
                    expected: "the children of ds:\(parent.localName) in schema order"
                )
            }
        }
        guard children.count >= names.count else {
            throw SignatureFailure(.structure, at: parent, expected: "ds:\(names[children.count].local)")
        }
        return children
    }

    private static func require(
        _ code: SignatureFailure.Code,
        _ attribute: StaticString,
        of element: XMLElement,
        _ values: [String]
    ) throws(SignatureFailure) {
        let found = element.attribute(attribute) ?? ""
        guard values.contains(found) else {
            throw SignatureFailure(code, at: element, expected: values.joined(separator: " or "), found: found)
        }
    }

    private static func signatureAlgorithm(
        _ method: XMLElement,
        _ policy: SignaturePolicy
    ) throws(SignatureFailure) -> SignatureAlgorithm {
        try require(.signatureMethod, "Algorithm", of: method, policy.signatures.map(\.rawValue))
        // No parameters: HMACOutputLength is how truncated signatures came in (CVE-2009-0217).
        try requireLeaf(method)
        guard let algorithm = SignatureAlgorithm(rawValue: method.attribute("Algorithm") ?? "") else {
            throw SignatureFailure(.signatureMethod, at: method)
        }
        return algorithm
    }

    private static func requireLeaf(_ element: XMLElement) throws(SignatureFailure) {
        guard element.children.isEmpty else {
            throw SignatureFailure(.structure, at: element, expected: "ds:\(element.localName) without child elements")
        }
    }

    // Canonicalisation looks up each prefix at each element before anything has proved who sent the message: 30,000
    // prefixes would take minutes. Signers write one to five.
    private static let longestPrefixList = 16

    private static func requirePrefixListOnly(
        in method: XMLElement,
        _ code: SignatureFailure.Code
    ) throws(SignatureFailure) {
        let children = method.children
        guard children.count <= 1, children.allSatisfy({ $0.is(DSig.inclusiveNamespaces) && $0.children.isEmpty })
        else {
            throw SignatureFailure(code, at: method, expected: "at most one ec:InclusiveNamespaces")
        }
        let prefixes = children.first?.attribute("PrefixList")?.utf8.split { $0 <= UInt8(ascii: " ") } ?? []
        guard prefixes.count <= longestPrefixList else {
            throw SignatureFailure(
                code,
                at: method,
                expected: "at most \(longestPrefixList) prefixes in PrefixList",
                found: "\(prefixes.count)"
            )
        }
    }

    private static func digestAlgorithm(
        _ reference: XMLElement,
        id: String,
        _ policy: SignaturePolicy
    ) throws(SignatureFailure) -> DigestAlgorithm {
        try require(.referenceURI, "URI", of: reference, ["#" + id])
        let parts: [XMLElement]
        do {
            parts = try sequence(reference, [DSig.transforms, DSig.digestMethod, DSig.digestValue])
        } catch {
            throw reference.child(DSig.transforms) == nil
                ? SignatureFailure(
                    .transforms,
                    at: reference,
                    expected: "enveloped-signature and exclusive C14N",
                    found: "none"
                )
                : error
        }
        try judgeTransforms(parts[0])
        try require(.digestMethod, "Algorithm", of: parts[1], policy.digests.map(\.rawValue))
        try requireLeaf(parts[1])
        try requireLeaf(parts[2])
        guard let algorithm = DigestAlgorithm(rawValue: parts[1].attribute("Algorithm") ?? "") else {
            throw SignatureFailure(.digestMethod, at: parts[1])
        }
        return algorithm
    }

    // saml-core 5.4.4: with these two nothing of the element can be left out of the digest.
    private static func judgeTransforms(_ transforms: XMLElement) throws(SignatureFailure) {
        let steps = transforms.children
        let wanted = [DSig.enveloped, DSig.exclusiveC14N]
        let found = steps.map { $0.attribute("Algorithm") ?? "" }
        let plain = found.map { $0 == DSig.exclusiveC14N + "WithComments" ? DSig.exclusiveC14N : $0 }
        guard plain == wanted, steps.allSatisfy({ $0.is(DSig.transform) }), steps[0].children.isEmpty else {
            throw SignatureFailure(
                .transforms,
                at: transforms,
                expected: wanted.joined(separator: ", "),
                found: found.joined(separator: ", ")
            )
        }
        try requirePrefixListOnly(in: steps[1], .transforms)
    }
}
