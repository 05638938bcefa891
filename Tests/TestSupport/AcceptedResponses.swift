import XMLSecurity

extension ResponseCase {
    /// Responses that are right, however unusual they look.
    public static let accepted: [ResponseCase] =
        signatures + [
            ResponseCase("white space between the elements, before signing") {
                $0.before = {
                    $0.replacing("><", with: ">\n  <").replacing(
                        "<ds:SignatureValue>\n  </",
                        with: "<ds:SignatureValue></"
                    )
                }
            },
            ResponseCase("CR LF line ends") { $0.before = { $0.replacing("><saml:", with: ">\r\n<saml:") } },
            ResponseCase("other prefixes") {
                $0.before = { $0.replacing("saml:", with: "x.1:").replacing("xmlns:saml=", with: "xmlns:x.1=") }
            },
            ResponseCase("the assertion's namespace as the default one") {
                $0.before = {
                    $0.replacing("<saml:", with: "<").replacing("</saml:", with: "</")
                        .replacing("<Assertion ", with: "<Assertion xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\" ")
                        .replacing("<Issuer>", with: "<Issuer xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\">")
                }
            },
            ResponseCase("InclusiveNamespaces") {
                $0.inclusivePrefixes = "xs xsi"
                $0.before = {
                    $0.replacing(
                        "<samlp:Response ",
                        with:
                            "<samlp:Response xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                    )
                }
                $0.attributes = statement(attribute("a", value("v", " xsi:type=\"xs:string\"")))
            },
            ResponseCase("a comment and CDATA inside texts") {
                $0.attributes = statement(attribute("a", value("us<!-- x -->er<![CDATA[-1]]>")))
            },
            ResponseCase("an XML declaration and a comment around it") {
                $0.after = {
                    "<?xml version=\"1.0\" encoding=\"utf-8\"?><!-- by a peer -->"
                        + $0.replacing("<?xml version=\"1.0\"?>\n", with: "")
                }
            },
            ResponseCase("200 attributes") {
                $0.attributes = statement((0..<200).map { attribute("a\($0)", value("v")) }.joined())
            },
            ResponseCase("an attribute with several values, one of them null, one empty") {
                $0.attributes = statement(
                    attribute(
                        "a",
                        value("1") + value("")
                            + value("", " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"")
                    )
                )
            },
            ResponseCase("one name under two formats") {
                let format = " NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:basic\""
                $0.attributes = statement(attribute("a", value("1")) + attribute("a", value("2"), format: format))
            },
            ResponseCase("an attribute value that is an element") {
                $0.attributes = statement(attribute("a", value("<saml:NameID>pairwise</saml:NameID>")))
            },
            ResponseCase("no attributes") { $0.attributes = "" },
            ResponseCase("a persistent name") {
                $0.nameID = nameID(
                    "opaque",
                    "2.0:nameid-format:persistent",
                    " NameQualifier=\"\(ResponseText.idp)\" SPNameQualifier=\"\(ResponseText.sp)\""
                )
            },
            ResponseCase("an e-mail address") { $0.nameID = nameID("a.b+c@例子.cn", "1.1:nameid-format:emailAddress") },
            ResponseCase("a name of 256 characters beyond ASCII") {
                $0.nameID = nameID(String(repeating: "𠮷", count: 256), "2.0:nameid-format:persistent")
            },
            ResponseCase("a name without format") { $0.nameID = "<saml:NameID>user</saml:NameID>" },
            ResponseCase("several audiences, one of them we") {
                $0.audiences = $0.audiences.replacing(
                    "<saml:Audience>",
                    with: "<saml:Audience>https://other</saml:Audience><saml:Audience>"
                )
            },
            ResponseCase("two restrictions that both name us") { $0.audiences += $0.audiences },
            ResponseCase("OneTimeUse and ProxyRestriction") {
                $0.audiences += "<saml:OneTimeUse/><saml:ProxyRestriction Count=\"0\"/>"
            },
            ResponseCase("no Issuer in a response that is not signed itself") { $0.responseIssuer = "" },
            ResponseCase("no Destination of a response that is not signed itself") {
                $0.responseAttributes["Destination"] = nil
            },
            ResponseCase("an Issuer with its format") {
                $0.assertionIssuer = $0.assertionIssuer.replacing(
                    "<saml:Issuer>",
                    with: "<saml:Issuer Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\">"
                )
            },
            ResponseCase("times with fractions and without") {
                $0.conditions["NotBefore"] =
                    $0.time(-60).replacing("Z", with: "").split(separator: ".")[0] + ".1234567Z"
            },
            ResponseCase("a confirmation of another method beside the bearer's") {
                $0.before = {
                    $0.replacing(
                        "<saml:SubjectConfirmation ",
                        with:
                            "<saml:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:sender-vouches\"/><saml:SubjectConfirmation "
                    )
                }
            },
            ResponseCase("a second bearer confirmation, for somebody else") {
                let end = $0.time(600)
                $0.before = {
                    $0.replacing(
                        "<saml:SubjectConfirmation ",
                        with:
                            "<saml:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\"><saml:SubjectConfirmationData Recipient=\"https://other/\" NotOnOrAfter=\"\(end)\"/></saml:SubjectConfirmation><saml:SubjectConfirmation "
                    )
                }
            },
            ResponseCase("an extension that nobody knows") {
                $0.before = {
                    $0.replacing(
                        "<samlp:Status>",
                        with: "<samlp:Extensions><e:x xmlns:e=\"urn:e\">y</e:x></samlp:Extensions><samlp:Status>"
                    )
                }
            },
            ResponseCase("a session that ends later") {
                $0.authnStatement = $0.authnStatement.replacing(
                    "SessionIndex",
                    with: "SessionNotOnOrAfter=\"\($0.time(600))\" SessionIndex"
                )
            },
        ]

    private static let signatures: [ResponseCase] = [
        ResponseCase("a signed assertion") { $0.signed = .assertion },
        ResponseCase("a signed response") { $0.signed = .response },
        ResponseCase("both signed") { $0.signed = .both },
        signed("rsa-sha384", .rsa, .rsaSHA384, .sha384), signed("rsa-sha512", .rsa, .rsaSHA512, .sha512),
        signed("ecdsa-sha256", .p256, .ecdsaSHA256, .sha256), signed("ecdsa-sha384", .p384, .ecdsaSHA384, .sha384),
        signed("ecdsa-sha512", .p384, .ecdsaSHA512, .sha512),
        ResponseCase("exclusive C14N with comments") {
            $0.canonicalization += "WithComments"
            $0.transforms[1] += "WithComments"
        },
    ]

    private static func signed(
        _ what: String,
        _ pair: SigningPair,
        _ method: SignatureAlgorithm,
        _ digest: DigestAlgorithm
    ) -> ResponseCase {
        ResponseCase(what) {
            $0.pair = pair
            $0.method = method.rawValue
            $0.digest = digest.rawValue
            $0.signed = .both
        }
    }
}
