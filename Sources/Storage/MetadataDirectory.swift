import Foundation
public import SAML
public import XMLSecurity

/// The SP metadata in use, one file an entity: `metadata/sp/NAME.xml`.
public struct MetadataDirectory: Sendable {
    /// One SP as it stands on disk.
    public struct Entry: Sendable {
        /// The file's name without `.xml`.
        public let name: String
        /// The entity.
        public let entity: EntityDescriptor
        /// The SHA-256 of the file.
        public let sha256: [UInt8]
    }

    /// What stands in the directory.
    public struct Listing: Sendable {
        /// The SPs that can be used, by file name.
        public let entries: [Entry]
        /// The files whose `validUntil` has passed (saml-metadata 2.3.2): they are left out, the others are not.
        public let ended: [String]
    }

    /// The directory of metadata.
    public let path: String

    /// Makes the directory's value; nothing is touched.
    public init(_ path: String) {
        self.path = path
    }

    /// Where our own metadata stands.
    public var identityProviderPath: String { path + "/idp-metadata.xml" }

    /// Where the metadata of an SP stands.
    public func serviceProviderPath(_ name: String) -> String { path + "/sp/" + name + ".xml" }

    /// Where it stands how an SP is answered.
    public func serviceProviderSettingsPath(_ name: String) -> String { path + "/sp/" + name + ".yaml" }

    /// The SPs, by name.
    /// - Parameter now: the time, against `validUntil`.
    /// - Returns: an entry for each entity, and the files that have ended.
    /// - Throws: ``StorageError`` that names the file which cannot be used.
    public func serviceProviders(at now: Instant) throws -> Listing {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path + "/sp")) ?? []
        var entries: [Entry] = []
        var ended: [String] = []
        for file in files.sorted() where file.hasSuffix(".xml") {
            let name = String(file.dropLast(4))
            let file = serviceProviderPath(name)
            guard let data = FileManager.default.contents(atPath: file) else {
                throw StorageError(.failed, "\(file) cannot be read; check its owner and mode")
            }
            do {
                let document = try MetadataDocument(Array(data), at: now)
                for entity in document.entities where entity.spSSODescriptor != nil {
                    entries.append(Entry(name: name, entity: entity, sha256: document.sha256))
                }
            } catch  where error.code == .metadataExpired {
                ended.append(file)
            } catch {
                throw StorageError(.failed, "\(file): \(error.code.message.en) (\(error.code.id))")
            }
        }
        return Listing(entries: entries, ended: ended)
    }

    /// Writes our own metadata.
    public func publish(_ bytes: [UInt8]) throws {
        try Directory.make(path)
        try AtomicFile.write(bytes, to: identityProviderPath, mode: .everybody, replacing: true)
    }

    /// Adds or replaces an SP.
    /// - Parameters:
    ///   - bytes: its metadata as it came.
    ///   - name: the file's name.
    ///   - replacing: whether a file that is there is replaced.
    /// - Throws: ``StorageError``.
    public func add(_ bytes: [UInt8], as name: String, replacing: Bool) throws {
        try Directory.make(path + "/sp")
        try AtomicFile.write(bytes, to: serviceProviderPath(name), mode: .everybody, replacing: replacing)
    }

    /// Removes an SP's file.
    public func remove(_ name: String) throws {
        do {
            try FileManager.default.removeItem(atPath: serviceProviderPath(name))
        } catch {
            throw StorageError(.absent, "there is no \(serviceProviderPath(name)) to remove")
        }
    }
}
