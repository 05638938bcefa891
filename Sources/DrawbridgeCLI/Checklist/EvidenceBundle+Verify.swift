import Foundation
import XMLSecurity

extension EvidenceBundle {
    /// Checks a bundle offline: the signature first, then every file.
    /// - Parameters:
    ///   - bytes: the tar.gz file.
    ///   - expected: the certificate of the key that must have signed; `nil` when any key may have, which the verdict
    ///     says.
    ///   - limit: the most octets that it may unpack to.
    /// - Returns: what is to be said of it.
    static func verify(_ bytes: [UInt8], trusting expected: Certificate?, limit: Int = largest) -> BundleVerdict {
        do throws(BundleRefusal) {
            let archive = try unpack(bytes, limit: limit)
            let certificate = try signer(of: archive, expected: expected)
            let manifest = try manifest(of: archive, signedBy: certificate)
            return BundleVerdict(
                refusals: differences(archive, manifest),
                signer: expected == nil ? .unexpected(certificate) : .expected(certificate),
                manifest: manifest
            )
        } catch {
            return .refused(error)
        }
    }

    private static func unpack(_ bytes: [UInt8], limit: Int) throws(BundleRefusal) -> TapeArchive {
        guard bytes.count <= limit else { throw .bomb(limit: limit) }
        let archive: [UInt8]
        do throws(XMLError) {
            archive = try Gzip.decompress(bytes, limit: limit)
        } catch {
            throw error.code == .tooLarge ? .bomb(limit: limit) : .notGzip
        }
        return try TapeArchive(reading: archive)
    }

    private static func required(_ path: String, in archive: TapeArchive) throws(BundleRefusal) -> [UInt8] {
        guard let content = archive[path] else { throw .absent(path) }
        return content
    }

    private static func signer(
        of archive: TapeArchive,
        expected: Certificate?
    ) throws(BundleRefusal) -> Certificate {
        let text = try required(manifestName, in: archive)
        let signature = try required(signatureName, in: archive)
        let pem = try required(certificateName, in: archive)
        guard let certificate = try? Certificate(pem: pem) else { throw .unreadable(certificateName) }
        if let expected, certificate.publicKey != expected.publicKey {
            throw .otherKey(found: certificate.fingerprint, expected: expected.fingerprint)
        }
        let key = certificate.publicKey
        if case .rsa(let bits) = key.algorithm, bits < KeyAlgorithm.shortestRSA { throw .weakKey(key.algorithm.name) }
        guard key.verify(signature, of: text, with: .usual(for: key.algorithm)) else { throw .signature }
        return certificate
    }

    private static func manifest(
        of archive: TapeArchive,
        signedBy certificate: Certificate
    ) throws(BundleRefusal) -> BundleManifest {
        let text = try required(manifestName, in: archive)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let manifest = try? decoder.decode(BundleManifest.self, from: Data(text)),
            manifest.schema == BundleManifest.schema,
            Set(manifest.files.map(\.path)).count == manifest.files.count
        else { throw .unreadable(manifestName) }
        guard manifest.signedBy == certificate.fingerprint else {
            throw .otherKey(found: certificate.fingerprint, expected: manifest.signedBy)
        }
        return manifest
    }

    private static func differences(_ archive: TapeArchive, _ manifest: BundleManifest) -> [BundleRefusal] {
        let listed = Set(manifest.files.map(\.path)).union([manifestName, signatureName])
        let extra = archive.entries.map(\.path).filter { !listed.contains($0) }.map(BundleRefusal.extra)
        let changed = manifest.files.compactMap { file -> BundleRefusal? in
            guard let content = archive[file.path] else { return .absent(file.path) }
            let found = BundleManifest.File(TapeArchive.Entry(path: file.path, content: content))
            if found.size != file.size { return .size(file.path) }
            return found.sha256 == file.sha256 ? nil : .digest(file.path)
        }
        return extra + changed + (changed.isEmpty ? unfounded(archive, manifest) : [])
    }

    // What the results rest on is in it, too: who signs cannot leave a bad run out and keep the verdict.
    private static func unfounded(_ archive: TapeArchive, _ manifest: BundleManifest) -> [BundleRefusal] {
        guard let json = archive[runName], let results = BundledResults(json) else { return [.unreadable(runName)] }
        let hashes = Dictionary(manifest.files.map { ($0.path, $0.sha256) }) { first, _ in first }
        var refusals: [BundleRefusal] = []
        for (path, sha256) in results.files where hashes[path] != sha256 && !refusals.contains(.withoutEvidence(path)) {
            refusals.append(.withoutEvidence(path))
        }
        if let own = manifest.run.metadata, hashes[BundleEvidence.identityProviderPath] != own {
            refusals.append(.withoutEvidence(BundleEvidence.identityProviderPath))
        }
        let theirs = manifest.files.filter { $0.path.hasPrefix(BundleEvidence.serviceProviders) }.map(\.sha256)
        if let huawei = manifest.run.huaweiMetadata, !theirs.contains(huawei) {
            refusals.append(.withoutEvidence(BundleEvidence.serviceProviders))
        }
        return refusals
    }
}
