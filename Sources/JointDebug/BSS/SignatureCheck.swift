import HuaweiCloud
import XMLSecurity

/// Judges the signature of a call to the letter (huawei-cloud.md 6.1, 6.2).
struct SignatureCheck: Sendable {
    let call: ReceivedCall
    let partners: [BSSPartner]
    let now: Instant

    /// Who signed.
    func judge() throws(SignatureFault) -> BSSPartner {
        guard let header = call["authorization"] else { throw .noAuthorization }
        let authorization: SDKAuthorization
        do {
            authorization = try SDKAuthorization(reading: header)
        } catch {
            throw error == .algorithm ? .algorithm : .fields
        }
        guard let partner = partners.first(where: { $0.credentials.accessKey.value == authorization.access }) else {
            throw .unknownAccessKey
        }
        let date = try judgedDate()
        let headers = try signedHeaders(authorization)
        try judgeToken(of: partner, signed: headers)
        let bodyHash = try judgedBodyHash()
        let canonical = SDKCanonicalRequest(
            method: call.method,
            path: call.decodedPath,
            query: call.parameters,
            headers: headers,
            bodyHash: bodyHash
        )
        let expected = SDKSignature.sign(canonical.text, date: date, key: partner.credentials.secretKey)
        guard Digest.equal(Array(expected.utf8), Array(authorization.signature.utf8)) else {
            throw SignatureDiagnosis(call: call, headers: headers, bodyHash: bodyHash, date: date)
                .fault(of: authorization.signature, expected: expected, key: partner.credentials.secretKey)
        }
        return partner
    }

    private func judgedDate() throws(SignatureFault) -> String {
        guard let date = call[SDKDate.header] else { throw .noDate }
        guard let instant = SDKDate.instant(date) else { throw .dateForm }
        guard abs(instant.seconds(since: now)) <= SDKDate.tolerance else { throw .clock }
        return date
    }

    private func signedHeaders(
        _ authorization: SDKAuthorization
    ) throws(SignatureFault) -> [(name: String, value: String)] {
        let names = authorization.signedHeaders.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        guard names.allSatisfy({ $0 == $0.lowercased() }) else { throw .headersInCapitals }
        guard names == Set(names).sorted() else { throw .headersNotSorted }
        guard names.contains(SDKDate.header.lowercased()) else { throw .dateNotSigned }
        var headers: [(name: String, value: String)] = []
        for name in names {
            guard let value = call[name] else { throw .headerNotSent }
            headers.append((name: name, value: value))
        }
        return headers
    }

    private func judgeToken(
        of partner: BSSPartner,
        signed: [(name: String, value: String)]
    ) throws(SignatureFault) {
        guard let token = partner.credentials.securityToken else { return }
        guard let sent = call["x-security-token"] else { throw .noSecurityToken }
        guard token.withBytes({ Digest.equal($0, Array(sent.utf8)) }) else { throw .securityToken }
        guard signed.contains(where: { $0.name == "x-security-token" }) else { throw .securityTokenNotSigned }
    }

    private func judgedBodyHash() throws(SignatureFault) -> String {
        let hash = SDKCanonicalRequest.hash(call.body)
        guard let stated = call[SDKCanonicalRequest.contentHashHeader] else { return hash }
        if stated == SDKCanonicalRequest.unsignedPayload {
            guard call["content-type"]?.hasPrefix("application/json") != true else { throw .unsignedPayload }
            return stated
        }
        guard stated == hash else { throw .contentHash }
        return hash
    }
}
