import Attacks
import SAML
import XMLSecurity

/// An SP as one finds them in advisories: it holds every rule besides those that it is told to leave out.
struct WeakServiceProvider {
    /// Which assertion it reads when it does not read the signed one.
    enum Choice { case firstChild, lastChild, firstAnywhere }

    let material: AttackMaterial
    let skipped: Set<Defence>
    var choice = Choice.firstChild

    private func hold(_ defence: Defence, _ isHeld: Bool) throws {
        guard isHeld || skipped.contains(defence) else { throw Refused("\(defence)") }
    }

    /// Whom it would sign in; empty when the message names nobody.
    func subject(_ xml: [UInt8]) throws -> String {
        let octets = try WeakText.readable(xml, skipped)
        let document = try WeakDocument(octets)
        let signature = WeakSignature(
            document: document,
            octets: octets,
            key: material.signer.certificate.publicKey,
            skipped: skipped,
            takesLastID: choice != .lastChild
        )
        let assertion = try assertion(of: document, covered: try signature.covered())
        try judgeEnvelope(document.root)
        try judge(assertion)
        try judgeWindow(assertion)
        let text = assertion.at(saml("Subject"), saml("NameID"))?.text ?? ""
        return skipped.contains(.wholeText) ? WeakText.upToComment(octets, text) : text
    }

    private func assertion(of document: WeakDocument, covered: [XMLElement]?) throws -> XMLElement {
        let isAssertion: (XMLElement) -> Bool = { element in
            skipped.contains(.namespaces) ? element.localName == "Assertion" : element.is(saml("Assertion"))
        }
        let found = document.all.filter(isAssertion)
        try hold(.oneAssertion, found.count == 1)
        let direct = document.root.children.filter(isAssertion)
        let chosen =
            switch choice {
            case .firstChild: direct.first
            case .lastChild: direct.last
            case .firstAnywhere: found.first
            }
        guard let chosen else { throw Refused("no assertion") }
        if let covered {
            let paths = Set(covered.map(\.xpath))
            try hold(.scope, paths.contains(chosen.xpath) || paths.contains(document.root.xpath))
        }
        return chosen
    }

    private func judgeEnvelope(_ root: XMLElement) throws {
        try hold(.schema, root.attribute("Version") == "2.0" && root.child(samlp("Status")) != nil)
        try hold(.destination, root.attribute("Destination") == material.assertionConsumerService)
        try hold(.issuer, root.child(saml("Issuer"))?.text == material.identityProvider)
        try hold(.envelopeRequest, root.attribute("InResponseTo") == material.requestID)
        let code = root.at(samlp("Status"), samlp("StatusCode"))
        try hold(.status, code == nil || code?.attribute("Value")?.hasSuffix(":Success") == true)
    }

    private func judge(_ assertion: XMLElement) throws {
        let confirmation = assertion.at(saml("Subject"), saml("SubjectConfirmation"))
        let data = confirmation?.child(saml("SubjectConfirmationData"))
        let isNamed = assertion.at(saml("Subject"), saml("NameID"))?.text.isEmpty == false
        try hold(.schema, assertion.attribute("Version") == "2.0" && isNamed)
        try hold(
            .schema,
            WeakDocument.below(assertion).allSatisfy { !$0.is(saml("Attribute")) || $0.attribute("Name") != nil }
        )
        try hold(.issuer, assertion.child(saml("Issuer"))?.text == material.identityProvider)
        let isBearer = confirmation?.attribute("Method") == SubjectConfirmation.bearer
        try hold(.subject, isBearer && data?.attribute("NotBefore") == nil)
        try hold(.recipient, data?.attribute("Recipient") == material.assertionConsumerService)
        try hold(.request, data?.attribute("InResponseTo") == material.requestID)
        let conditions = assertion.child(saml("Conditions"))
        let restrictions = conditions?.children(saml("AudienceRestriction")) ?? []
        let isForUs = restrictions.allSatisfy { $0.children.contains { $0.text == material.serviceProvider } }
        try hold(.audience, !restrictions.isEmpty && isForUs)
        try hold(.condition, conditions?.children.count == restrictions.count || conditions == nil)
    }

    private func judgeWindow(_ assertion: XMLElement) throws {
        let conditions = assertion.child(saml("Conditions"))
        let data = assertion.at(saml("Subject"), saml("SubjectConfirmation"), saml("SubjectConfirmationData"))
        let statement = assertion.child(saml("AuthnStatement"))
        try hold(.statement, statement != nil)
        try hold(.schema, statement == nil || statement?.child(saml("AuthnContext")) != nil)
        try hold(.time, data?.attribute("NotOnOrAfter") != nil || skipped.contains(.recipient))
        for end in [
            conditions?.attribute("NotOnOrAfter"), data?.attribute("NotOnOrAfter"),
            statement?.attribute("SessionNotOnOrAfter"),
        ] {
            guard let end else { continue }
            let instant = Instant(xsDateTime: end)
            try hold(.schema, instant != nil)
            if let instant { try hold(.time, material.instant < instant.adding(seconds: 180)) }
        }
        for start in [conditions?.attribute("NotBefore"), statement?.attribute("AuthnInstant")] {
            guard let start, let instant = Instant(xsDateTime: start) else { continue }
            try hold(.time, material.instant >= instant.adding(seconds: -180))
        }
    }
}
