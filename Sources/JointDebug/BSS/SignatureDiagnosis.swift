import HuaweiCloud
import XMLSecurity

/// Finds out which mistake made a signature, by making the well-known ones and comparing.
struct SignatureDiagnosis: Sendable {
    let call: ReceivedCall
    let headers: [(name: String, value: String)]
    let bodyHash: String
    let date: String

    /// The fault of a signature that is not the expected one.
    func fault(of signature: String, expected: String, key: Secret) -> SignatureFault {
        guard signature.utf8.count == 64, Hexadecimal.decode(signature) != nil else { return .signatureForm }
        if signature.lowercased() == expected { return .signatureInCapitals }
        for (fault, text) in mistakes where SDKSignature.sign(text.text, date: date, key: key) == signature {
            return fault
        }
        return .secretKey
    }

    private var right: CanonicalText {
        CanonicalText(
            method: call.method,
            path: SDKEncoding.path(call.decodedPath),
            query: SDKEncoding.query(call.parameters),
            headers: headers.map { "\($0.name):\($0.value)\n" }.joined(),
            signedHeaders: headers.map(\.name).joined(separator: ";"),
            bodyHash: bodyHash
        )
    }

    private var mistakes: [(SignatureFault, CanonicalText)] {
        methodMistakes + pathMistakes + queryMistakes + headerMistakes + bodyMistakes
    }

    private var methodMistakes: [(SignatureFault, CanonicalText)] {
        ["GET", "POST", "PUT", call.method.lowercased()].map { (.method, right.with(\.method, $0)) }
    }

    private var pathMistakes: [(SignatureFault, CanonicalText)] {
        let slash = (SignatureFault.pathSlash, right.with(\.path, String(right.path.dropLast())))
        let others = BSSOperation.allCases.flatMap { [$0.path, $0.path + "/"] } + ["", "/", call.path]
        return [slash] + others.map { (.path, right.with(\.path, $0)) }
    }

    private var queryMistakes: [(SignatureFault, CanonicalText)] {
        guard !call.query.isEmpty else { return [] }
        let parameters = call.parameters
        let asSent = parameters.map { SDKEncoding.encode($0.name) + "=" + SDKEncoding.encode($0.value) }
        let sorted = parameters.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
        let plain = sorted.map { $0.name + "=" + $0.value }.joined(separator: "&")
        let texts: [(SignatureFault, String)] = [
            (.queryMissing, ""), (.queryOrder, asSent.joined(separator: "&")), (.queryEncoding, plain),
            (.queryEncoding, right.query.replacing("%20", with: "+")), (.queryEncoding, call.query),
        ]
        return texts.map { ($0, right.with(\.query, $1)) }
    }

    private var headerMistakes: [(SignatureFault, CanonicalText)] {
        let host = call["host"] ?? ""
        let name = String(host.prefix { $0 != ":" })
        let hosts =
            [name, "localhost", "127.0.0.1"] + Site.all.compactMap(\.bssEndpoint).map { String($0.dropFirst(8)) }
        let withHost = hosts.map { other in
            headers.map { "\($0.name):\($0.name == "host" ? other : $0.value)\n" }.joined()
        }
        let forms = [
            String(right.headers.dropLast()), headers.map { "\($0.name): \($0.value)\n" }.joined(),
            headers.map { "\($0.name):\($0.value)" }.joined(separator: ";"),
        ]
        return withHost.map { (.host, right.with(\.headers, $0)) }
            + forms.map { (.headerForm, right.with(\.headers, $0)) }
    }

    private var bodyMistakes: [(SignatureFault, CanonicalText)] {
        let text = call.body
        let nearly = [text + [0x0A], text.last == 0x0A ? text.dropLast() : text]
        let hashes: [(SignatureFault, String)] =
            [(.bodyMissing, SDKCanonicalRequest.hash([])), (.bodyMissing, "")]
            + nearly.map { (.body, SDKCanonicalRequest.hash($0)) }
            + [(.body, bodyHash.uppercased()), (.body, SDKCanonicalRequest.unsignedPayload)]
        return hashes.map { ($0, right.with(\.bodyHash, $1)) }
    }
}
