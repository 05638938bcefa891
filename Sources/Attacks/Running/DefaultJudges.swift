public import SAML
import XMLSecurity

extension AttackMaterial {
    /// This build's response validator with a memory for assertions, as an SP runs it (saml-profiles 4.1.4.5).
    public func responseJudge() -> AttackJudges.Judge {
        let validator = ResponseValidator(expectations)
        var seen: Set<String> = []
        return { xml in
            switch validator.validate(xml, at: instant) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let response):
                guard seen.insert(response.assertion.id).inserted else {
                    return .refused(Refusal(.replayAssertion, found: response.assertion.id))
                }
                return .accepted(reading: Self.reading(response.assertion))
            }
        }
    }

    /// This build's judge of logout requests, with a memory for their ids.
    public func logoutJudge() -> AttackJudges.Judge {
        let validator = LogoutValidator(
            LogoutExpectations(
                peer: serviceProvider,
                keys: [VerificationKey(signer.certificate)],
                ourAddress: singleLogoutURL,
                peerIsSessionAuthority: true
            )
        )
        var seen: Set<String> = []
        return { query in
            switch validator.validate(request: .redirect(query: query), at: instant) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let request):
                guard seen.insert(request.id).inserted else {
                    return .refused(Refusal(.replayRequest, found: request.id))
                }
                return .accepted(reading: [request.nameID.value] + request.sessionIndexes)
            }
        }
    }

    /// This build's metadata reader, which wants the honest signature.
    public func metadataJudge() -> AttackJudges.Judge {
        { file in
            do throws(Refusal) {
                let document = try MetadataDocument(file, signedBy: signer.certificate, at: instant)
                return .accepted(reading: document.entities.map(\.entityID))
            } catch {
                return .refused(error)
            }
        }
    }

    /// What counts as read from an assertion: whom it is about, and every attribute's values.
    public static func reading(_ assertion: Assertion) -> [String] {
        [assertion.subject?.nameID?.value ?? ""] + assertion.attributes.flatMap(\.values)
    }
}
