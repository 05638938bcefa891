import FuzzSupport
import SAML
import XMLSecurity

/// A metadata file, trusted as it is and by its signature.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = unsafe Input.octets(start, count)
    if let document = try? XMLDocument(parsing: bytes, limits: .metadata) {
        Rewriting.check(document, limits: .metadata)
    }
    guard let metadata = try? MetadataDocument(bytes, at: Scene.now) else { return 0 }
    _ = metadata.warnings
    always(!metadata.entities.isEmpty, "a document without entities is taken")
    always(Set(metadata.entities.map(\.entityID)).count == metadata.entities.count, "an entityID twice")
    for entity in metadata.entities { Rewriting.check(entity) }
    judgeSigned(bytes)
    return 0
}

private func judgeSigned(_ bytes: [UInt8]) {
    guard let signed = try? MetadataDocument(bytes, signedBy: Scene.certificate, at: Scene.now) else { return }
    for entity in signed.entities {
        let octets = (try? entity.document()) ?? []
        always(Pinned.signed.contains(Scene.fingerprint(octets)), "metadata that was never signed verifies")
    }
}
