import HuaweiCloud
import SAML
import XMLSecurity

/// What a client adds to each call to prove who it is.
enum BSSProof: Sendable {
    case signature(SDKSigner)
    case token(IAMTokens)

    /// The token for a call; `nil` when calls are signed.
    func token() async throws(BSSFailure) -> Secret? {
        guard case .token(let tokens) = self else { return nil }
        return try await tokens.token()
    }

    /// The BSS did not take a token.
    func forget(_ token: Secret) async {
        guard case .token(let tokens) = self else { return }
        await tokens.forget(token)
    }

    /// All headers of a call.
    func headers(
        of call: some BSSCall,
        beside headers: [(name: String, value: String)],
        body: [UInt8],
        token: Secret?,
        at now: Instant
    ) -> [(name: String, value: String)] {
        switch self {
        case .signature(let signer):
            let operation = call.operation
            return headers
                + signer.headers(
                    method: operation.method,
                    path: operation.path,
                    query: call.query,
                    signing: headers,
                    body: body,
                    at: now
                )
        case .token:
            let value = token?.withBytes { String(decoding: $0, as: UTF8.self) } ?? ""
            return headers + [(name: IAMTokenRequest.callHeader, value: value)]
        }
    }
}
