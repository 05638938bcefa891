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

    /// The SPs, by name.
    /// - Parameter now: the time, against `validUntil`.
    /// - Returns: an entry for each file.
    /// - Throws: ``StorageError`` that names the file which cannot be used.
    public func serviceProviders(at now: Instant) throws -> [Entry] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path + "/sp")) ?? []
        var entries: [Entry] = []
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
            } catch {
                throw StorageError(.failed, "\(file): \(error.code.message.en) (\(error.code.id))")
            }
        }
        return entries
    }

    /// Adds or replaces an SP.
    /// - Parameters:
    ///   - bytes: its metadata as it came.
    ///   - name: the file's name.
    ///   - replacing: whether a file that is there is replaced.
    /// - Throws: ``StorageError``.
    public func add(_ bytes: [UInt8], as name: String, replacing: Bool) throws {
        try AtomicFile.write(bytes, to: serviceProviderPath(name), mode: AtomicFile.publicMode, replacing: replacing)
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
