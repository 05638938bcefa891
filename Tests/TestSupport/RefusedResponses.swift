import XMLSecurity

extension ResponseCase {
    /// Responses that are wrong in one thing; the signature is good unless it is the thing.
    public static let refused: [ResponseCase] = claims + times + structures + signing

    private static let claims: [ResponseCase] = [
        ResponseCase("a Destination that is only a prefix", "destination.mismatch") {
            $0.responseAttributes["Destination"] = "https://sp.example/ac"
        },
        ResponseCase("a Destination that goes on", "destination.mismatch") {
            $0.responseAttributes["Destination"] = ResponseText.acs + "/more"
        },
        ResponseCase("no Destination of a signed response", "destination.missing") {
            $0.signed = .response
            $0.responseAttributes["Destination"] = nil
        },
        ResponseCase("a Recipient that is only a prefix", "recipient.mismatch") {
            $0.confirmation["Recipient"] = "https://sp.example/ac"
        },
        ResponseCase("a Recipient in other letters", "recipient.mismatch") {
            $0.confirmation["Recipient"] = "https://SP.example/acs"
        },
        ResponseCase("no Recipient", "recipient.mismatch") { $0.confirmation["Recipient"] = nil },
        ResponseCase("an answer to another request", "response-to.mismatch") {
            $0.responseAttributes["InResponseTo"] = "_other"
        },
        ResponseCase("an answer to no request", "response-to.mismatch") {
            $0.responseAttributes["InResponseTo"] = nil
        },
        ResponseCase("a confirmation for another request", "response-to.mismatch") {
            $0.confirmation["InResponseTo"] = "_other"
        },
        ResponseCase("a confirmation for no request", "response-to.mismatch") {
            $0.confirmation["InResponseTo"] = nil
        },
        ResponseCase("another issuer of the response", "issuer.mismatch") {
            $0.responseIssuer = "<saml:Issuer>https://evil.example</saml:Issuer>"
        },
        ResponseCase("another issuer of the assertion", "issuer.mismatch") {
            $0.assertionIssuer = "<saml:Issuer>https://idp.example/metadata/</saml:Issuer>"
        },
        ResponseCase("an issuer with spaces around it", "issuer.mismatch") {
            $0.assertionIssuer = "<saml:Issuer> \(ResponseText.idp) </saml:Issuer>"
        },
        ResponseCase("an issuer of another format", "issuer.format") {
            $0.assertionIssuer = "<saml:Issuer Format=\"urn:x\">\(ResponseText.idp)</saml:Issuer>"
        },
        ResponseCase("no issuer of the assertion", "issuer.missing") {
            $0.signed = .response
            $0.assertionIssuer = ""
        },
        ResponseCase("no issuer of a signed response", "issuer.missing", "signature.position") {
            $0.signed = .response
            $0.responseIssuer = ""
        },
        ResponseCase("one of two AudienceRestrictions wrong", "audience.mismatch") {
            $0.audiences +=
                "<saml:AudienceRestriction><saml:Audience>https://other</saml:Audience></saml:AudienceRestriction>"
        },
        ResponseCase("an audience without its slash", "audience.mismatch") {
            $0.audiences = $0.audiences.replacing("example/<", with: "example<")
        },
        ResponseCase("no audience", "audience.mismatch") { $0.audiences = "" },
        ResponseCase("an empty AudienceRestriction", "audience.mismatch") {
            $0.audiences += "<saml:AudienceRestriction/>"
        },
        ResponseCase("a condition that nobody knows", "condition.unknown") {
            $0.audiences += "<saml:Condition xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"x\"/>"
        },
        ResponseCase("OneTimeUse twice", "structure.duplicate") {
            $0.audiences += "<saml:OneTimeUse/><saml:OneTimeUse/>"
        },
        ResponseCase("a failure", "status.not-success") {
            $0.status = $0.status.replacing("status:Success", with: "status:Responder")
        },
        ResponseCase("no status", "schema.element") { $0.status = "" },
        ResponseCase("no bearer confirmation", "subject.confirmation") {
            $0.confirmationMethod = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key"
        },
        ResponseCase("a confirmation with NotBefore", "subject.confirmation") {
            $0.confirmation["NotBefore"] = $0.time(-60)
        },
        ResponseCase("no name", "schema.element") { $0.nameID = "" },
        ResponseCase("an empty name", "schema.element") { $0.nameID = "<saml:NameID/>" },
        ResponseCase("a name of spaces", "schema.element") { $0.nameID = "<saml:NameID>  </saml:NameID>" },
        ResponseCase("two names", "structure.duplicate") { $0.nameID += $0.nameID },
        ResponseCase("a transient name of 257 characters", "name-id.format") {
            $0.nameID = nameID(String(repeating: "n", count: 257), "2.0:nameid-format:transient")
        },
        ResponseCase("a persistent name of another SP", "name-id.format") {
            $0.nameID = nameID("n", "2.0:nameid-format:persistent", " SPNameQualifier=\"https://other\"")
        },
        ResponseCase("an e-mail address that is none", "name-id.format") {
            $0.nameID = nameID("Zhang Wei &lt;a@b.cn&gt;", "1.1:nameid-format:emailAddress")
        },
        ResponseCase("an attribute twice", "attribute.duplicate") {
            $0.attributes = statement(attribute("a", value("1")) + attribute("a", value("2")))
        },
        ResponseCase("an attribute without name", "schema.attribute") {
            $0.attributes = statement("<saml:Attribute>\(value("v"))</saml:Attribute>")
        },
        ResponseCase("a null value with content", "attribute.nil") {
            $0.attributes = statement(
                attribute("a", value("v", " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\""))
            )
        },
    ]

    private static let times: [ResponseCase] = [
        ResponseCase("a confirmation without NotOnOrAfter", "time.missing") { $0.confirmation["NotOnOrAfter"] = nil },
        ResponseCase("a confirmation that is over", "time.expired") { $0.confirmation["NotOnOrAfter"] = $0.time(-180) },
        ResponseCase("conditions that are over", "time.expired") {
            $0.conditions = ["NotBefore": $0.time(-600), "NotOnOrAfter": $0.time(-180)]
        },
        ResponseCase("conditions that have not begun", "time.not-yet-valid") {
            $0.conditions = ["NotBefore": $0.time(600), "NotOnOrAfter": $0.time(900)]
        },
        ResponseCase("conditions that end before they begin", "time.window") {
            $0.conditions = ["NotBefore": $0.time(100), "NotOnOrAfter": $0.time(50)]
        },
        ResponseCase("a response from the future", "time.future") {
            $0.responseAttributes["IssueInstant"] = $0.time(600)
        },
        ResponseCase("a sign-in in the future", "time.future") {
            $0.authnStatement = $0.authnStatement.replacing($0.time(0), with: $0.time(600))
        },
        ResponseCase("a session that is over", "time.expired") {
            $0.authnStatement = $0.authnStatement.replacing(
                "SessionIndex",
                with: "SessionNotOnOrAfter=\"\($0.time(-180))\" SessionIndex"
            )
        },
        ResponseCase("a time of another zone", "schema.time") {
            $0.conditions["NotOnOrAfter"] = "2030-01-01T00:00:00+08:00"
        },
        ResponseCase("a time that does not exist", "schema.time") {
            $0.conditions["NotOnOrAfter"] = "2030-02-30T00:00:00Z"
        },
    ]

    private static let structures: [ResponseCase] = [
        ResponseCase("Version 1.1 of the assertion", "schema.version") { $0.assertionAttributes["Version"] = "1.1" },
        ResponseCase("Version 2.1 of the response", "schema.version") { $0.responseAttributes["Version"] = "2.1" },
        ResponseCase("a response without ID", "schema.attribute") { $0.responseAttributes["ID"] = nil },
        ResponseCase("an assertion without ID", "schema.attribute") {
            $0.signed = .response
            $0.assertionAttributes["ID"] = nil
        },
        ResponseCase("an ID that begins with a digit", "reference.id") { $0.responseAttributes["ID"] = "1response" },
        ResponseCase("an assertion without IssueInstant", "schema.attribute") {
            $0.assertionAttributes["IssueInstant"] = nil
        },
        ResponseCase("no AuthnStatement", "structure.assertion-count") { $0.authnStatement = "" },
        ResponseCase("two AuthnStatements", "structure.assertion-count") { $0.authnStatement += $0.authnStatement },
        ResponseCase("no Subject", "schema.element") {
            $0.before = { ResponseText.cut($0, from: "<saml:Subject>", through: "</saml:Subject>") }
        },
        ResponseCase("no Conditions", "audience.mismatch") {
            $0.before = { ResponseText.cut($0, from: "<saml:Conditions", through: "</saml:Conditions>") }
        },
        ResponseCase("an assertion inside Advice", "structure.assertion-count") {
            $0.before = {
                $0.replacing(
                    "<saml:AuthnStatement",
                    with: "<saml:Advice><saml:Assertion/></saml:Advice><saml:AuthnStatement"
                )
            }
        },
        ResponseCase("no assertion at all", "structure.assertion-count") {
            $0.signed = .nothing
            $0.before = { ResponseText.cut($0, from: "<saml:Assertion ", through: "</saml:Assertion>") }
        },
        ResponseCase("an attribute value of 1 MB", "limit.size", "limit.structure") {
            $0.attributes = statement(attribute("a", value(String(repeating: "v", count: 1 << 20))))
        },
    ]

    private static let signing: [ResponseCase] = [
        ResponseCase("no signature", "signature.missing") { $0.signed = .nothing },
        ResponseCase("another key", "signature.value-mismatch") { $0.pair = .rsaOther },
        ResponseCase("SHA-1 as the method", "algorithm.signature") { $0.method = SignatureAlgorithm.rsaSHA1.rawValue },
        ResponseCase("SHA-1 as the digest", "algorithm.digest") { $0.digest = DigestAlgorithm.sha1.rawValue },
        ResponseCase("a key of 1024 bits", "signature.value-mismatch") { $0.pair = .rsa1024 },
        ResponseCase("a Reference without Transforms", "reference.transforms") {
            // Without the enveloped transform a signature covers itself; the shape is refused before anything is digested.
            $0.after = { ResponseText.cut($0, from: "<ds:Transforms>", through: "</ds:Transforms>") }
        },
        ResponseCase("an XPath transform", "reference.transforms") {
            $0.after = {
                $0.replacing(
                    "</ds:Transforms>",
                    with:
                        "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><ds:XPath>1</ds:XPath></ds:Transform></ds:Transforms>"
                )
            }
        },
        ResponseCase("inclusive C14N", "algorithm.canonicalization") {
            $0.canonicalization = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
        },
        ResponseCase("a changed text", "signature.reference-mismatch") {
            $0.after = { $0.replacing("user-1", with: "user-2") }
        },
    ]
}
