import HuaweiCloud
import SAML
import Testing
import XMLSecurity

@Suite("Association form")
struct AssociationFormTests {
    private static let json = #"{"domainName":"yongzhi","domainId":"yongzhiid","xUserId":"yongzhix","bindAction":1}"#
    private static let text = Base64.encode(Array(json.utf8))
    private static let method = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    private static let signature = Base64.encode([UInt8](repeating: 0xFB, count: 256))

    private static func body(_ request: String = text, _ algorithm: String = method, _ value: String = signature)
        -> String
    {
        "bindRequest=\(PercentEncoding.encode(request))&SigAlg=\(PercentEncoding.encode(algorithm))"
            + "&Signature=\(PercentEncoding.encode(value))"
    }

    @Test("A form as documented is taken, its URI in capitals, too", arguments: [method, method.uppercased()])
    func good(method: String) throws {
        let form = try AssociationForm(Array(Self.body(Self.text, method).utf8))
        #expect(form.json == Array(Self.json.utf8))
        #expect(form.signed == Array(Self.text.utf8))
        #expect(form.received == Array(PercentEncoding.encode(Self.text).utf8))
        #expect(form.algorithm == .rsaSHA256)
        #expect(form.signature == [UInt8](repeating: 0xFB, count: 256))
    }

    @Test("The order of the fields and others beside them make no difference")
    func others() throws {
        let fields = Self.body().split(separator: "&").reversed().joined(separator: "&")
        #expect(try AssociationForm(Array((fields + "&utm_source=a").utf8)).signed == Array(Self.text.utf8))
    }

    private static let mistaken: [(body: String, code: RefusalCode)] = [
        ("", .associationMissing),
        ("bindRequest=e30%3D&SigAlg=\(method)", .associationMissing),
        (body(""), .associationMissing),
        (body(text, ""), .associationMissing),
        (body(text, method, ""), .associationMissing),
        ("\(body())&bindRequest=e30%3D", .transportDuplicate),
        ("\(body())&Signature=", .transportDuplicate),
        ("\(body())&bindrequest=e30%3D", .transportParameterName),
        ("\(body())&bind%52equest=e30%3D", .transportParameterName),
        ("\(body())&bindRequest[]=e30%3D", .transportParameterName),
        ("bindRequest=%4&SigAlg=a&Signature=b", .transportEscape),
        (body("e30"), .associationBase64),
        (body("e31="), .associationBase64),
        (body("e3\n0="), .associationBase64),
        ("bindRequest=+e30&SigAlg=\(method)&Signature=e30%3D", .associationBase64),
        (body(text, method, "e3 0="), .associationBase64),
        (body(text, "http://www.w3.org/2000/09/xmldsig#rsa-sha1"), .associationAlgorithm),
        (body(text, "\(method)\0"), .transportEscape),
        ("a=\(String(repeating: "a", count: AssociationForm.longestBody))", .associationSize),
    ]

    @Test("Each mistake has its own code", arguments: mistaken)
    func mistakes(body: String, code: RefusalCode) {
        do {
            _ = try AssociationForm(Array(body.utf8))
            Issue.record("taken")
        } catch {
            #expect(error.code.id == code.id)
        }
    }
}
