import Testing

@Suite("The checks of the house")
struct ChecksTests {
    @Test(
        "a bad line is found",
        arguments: [
            ("SAML/Core/Response.swift", "import Foundation"),
            ("SAML/Core/Response.swift", "internal import IdentityProvider"),
            ("SAML/Core/Response.swift", "public import struct Logging.Logger"),
            ("SAML/Core/Response.swift", "    @preconcurrency import NIOCore"),
            ("SAML/Core/Response.swift", "@_spi(Testing) public import Server"),
            ("SAML/Core/Response.swift", "@testable import XMLSecurity"),
            ("SAML/Core/Response.swift", "@_exported public import XMLSecurity"),
            ("SAML/Core/Response.swift", "import CXMLSecurity"),
            ("SAML/Core/Response.swift", "let at = Date()"),
            ("SAML/Core/Response.swift", "let at = ContinuousClock.now"),
            ("SAML/Core/Response.swift", "let id = UInt64.random(in: 0...9)"),
            ("SAML/Core/Response.swift", "var source = SystemRandomNumberGenerator()"),
            ("SAML/Core/Response.swift", "let one = list.randomElement()"),
            ("SAML/Core/Response.swift", "list.shuffle()"),
            ("SAML/Core/Response.swift", "let root = unsafe pointer.pointee"),
            ("XMLSecurity/Digest.swift", "import SAML"),
            ("XMLSecurity/Digest.swift", "import Crypto"),
            ("IdentityProvider/Decision.swift", "import Storage"),
            ("Storage/Database.swift", "import Hummingbird"),
            ("Server/Router.swift", "import Storage"),
            ("Server/Router.swift", "private import GRDB"),
            ("JointDebug/Browser.swift", "import Server"),
            ("DrawbridgeCLI/Serve.swift", "import CXMLSecurity"),
            ("drawbridge/main.swift", "import Storage"),
            ("Utils/String.swift", "let harmless = 1"),
        ]
    )
    func bad(path: String, line: String) {
        #expect(Checks.all(SourceFile(path: path, text: "let a = 1\n\(line)\n")).count == 1)
    }

    @Test(
        "a good line is not",
        arguments: [
            ("SAML/Core/Response.swift", "public import XMLSecurity"),
            ("SAML/Core/Response.swift", "/// Never Date(), .now or .random here, and nothing unsafe."),
            ("SAML/Core/Response.swift", "let bytes = randomness.bytes(16)"),
            ("SAML/Core/Response.swift", "let important = imports.nowhere"),
            ("XMLSecurity/Digest.swift", "import CXMLSecurity"),
            ("XMLSecurity/Digest.swift", "let byte = unsafe pointer.pointee"),
            ("Storage/Database.swift", "import GRDB"),
            ("Server/Clock.swift", "let at = Date()"),
            ("DrawbridgeCLI/Serve.swift", "import Anything"),
        ]
    )
    func good(path: String, line: String) {
        #expect(Checks.all(SourceFile(path: path, text: "\(line)\n")) == [])
    }

    @Test("a file that is too long is found")
    func long() {
        let text = Array(repeating: "let a = 1", count: Checks.longestFile + 1).joined(separator: "\n")
        #expect(Checks.all(SourceFile(path: "SAML/Core/Response.swift", text: text)).count == 1)
    }

    @Test("modifiers and the module are read off an import line")
    func imports() {
        #expect(ImportLine("@preconcurrency public import struct SAML.Response // why")?.module == "SAML")
        #expect(ImportLine("@_spi(A) package import SAML")?.modifiers == ["@_spi(A)", "package"])
        #expect(ImportLine("importantThing()") == nil)
        #expect(ImportLine("let x = \"import SAML\"") == nil)
    }
}
