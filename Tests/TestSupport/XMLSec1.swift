import Foundation

/// The `xmlsec1` command, the second opinion on signatures.
public enum XMLSec1: Sendable {
    /// What it printed when it said no.
    public struct Failure: Error, Sendable, CustomStringConvertible {
        /// Its standard error.
        public let description: String
    }

    /// Whether it calls a signature good.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - certificate: The certificate whose key must have signed, in PEM.
    ///   - element: The element that is signed, as `namespace:name`; its attribute `ID` is made an ID.
    ///   - xpath: Which signature, when it is not the first.
    /// - Throws: ``Failure`` when it does not.
    public static func verify(
        _ document: [UInt8],
        certificate: [UInt8],
        element: String...,
        xpath: String? = nil
    ) throws {
        let ids = element.flatMap { ["--id-attr:ID", $0] }
        let place = xpath.map { ["--node-xpath", $0] } ?? []
        _ = try run(
            ["--verify", "--pubkey-cert-pem", "certificate", "--enabled-key-data", "rsa,ecdsa"] + ids + place
                + ["document"],
            files: ["document": document, "certificate": certificate]
        )
    }

    /// Fills a template and signs it.
    ///
    /// - Parameters:
    ///   - template: A document with an empty `ds:DigestValue` and `ds:SignatureValue`.
    ///   - key: The private key in PEM, not encrypted; for HMAC the secret.
    ///   - element: The element to sign, as `namespace:name`; its attribute `ID` is made an ID.
    ///   - isHMAC: Whether the key is a secret for HMAC.
    /// - Returns: The signed document.
    /// - Throws: ``Failure`` when it cannot sign.
    public static func sign(
        _ template: String,
        key: [UInt8],
        element: String...,
        isHMAC: Bool = false
    ) throws -> [UInt8] {
        try sign(template, key: key, elements: element, isHMAC: isHMAC)
    }

    /// Signs one of several signatures of a template, chosen by XPath; the first without.
    public static func sign(
        _ template: String,
        key: [UInt8],
        elements: [String],
        xpath: String? = nil,
        isHMAC: Bool = false
    ) throws -> [UInt8] {
        let ids = elements.flatMap { ["--id-attr:ID", $0] } + (xpath.map { ["--node-xpath", $0] } ?? [])
        return try run(
            ["--sign", isHMAC ? "--hmackey" : "--privkey-pem", "key"] + ids + ["template"],
            files: ["template": Array(template.utf8), "key": key]
        )
    }

    /// Decrypts the first `EncryptedData` with a private key.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - key: The private key in PEM, not encrypted.
    /// - Returns: The document with the plain element in the place of the encrypted one.
    /// - Throws: ``Failure`` when it cannot decrypt.
    public static func decrypt(_ document: [UInt8], key: [UInt8]) throws -> [UInt8] {
        try run(["--decrypt", "--privkey-pem", "key", "document"], files: ["document": document, "key": key])
    }

    /// Encrypts the data's first element as the template says, with a fresh content key.
    ///
    /// - Parameters:
    ///   - data: The document.
    ///   - template: An `EncryptedData` with empty `CipherValue`s.
    ///   - session: The content key, such as `aes-256`.
    ///   - certificate: The receiver's, in PEM.
    ///   - element: The local name of the element that is replaced.
    /// - Returns: The document with the encrypted element.
    /// - Throws: ``Failure`` when it cannot encrypt.
    public static func encrypt(
        _ data: [UInt8],
        template: String,
        session: String,
        certificate: [UInt8],
        element: String
    ) throws -> [UInt8] {
        try run(
            [
                "--encrypt", "--pubkey-cert-pem", "certificate", "--session-key", session, "--xml-data", "data",
                "--node-xpath", "//*[local-name()='\(element)']", "template",
            ],
            files: ["data": data, "template": Array(template.utf8), "certificate": certificate]
        )
    }

    private static func run(_ arguments: [String], files: [String: [UInt8]]) throws -> [UInt8] {
        let directory = FileManager.default.temporaryDirectory.appending(path: "drawbridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        for (name, bytes) in files { try Data(bytes).write(to: directory.appending(path: name)) }
        let output = Pipe()
        let errors = directory.appending(path: "standard-error")
        try Data().write(to: errors)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xmlsec1"] + arguments
        process.currentDirectoryURL = directory
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
        }
        return Array(printed)
    }
}
