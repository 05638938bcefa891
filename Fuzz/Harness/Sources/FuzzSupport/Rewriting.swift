import SAML
import XMLSecurity

/// What is read, is written and is read again is the same.
public enum Rewriting: Sendable {
    /// A document against its canonical form.
    public static func check(_ document: XMLDocument, limits: ParserLimits) {
        // libxml2 refuses relative namespace names here, and some others that it has parsed.
        guard let first = try? CanonicalForm.exclusive(document.root) else { return }
        let again: XMLDocument
        do {
            again = try XMLDocument(parsing: first, limits: limits)
        } catch {
            always(isLimit(error), "the canonical form is not parsed: \(error)")
            return
        }
        always((try? CanonicalForm.exclusive(again.root)) == first, "the canonical form of a canonical form is another")
    }

    /// A request.
    /// - Returns: its canonical octets.
    @discardableResult
    public static func check(_ request: AuthnRequest) -> [UInt8]? {
        var writer = CanonicalWriter()
        request.write(to: &writer)
        do {
            let octets = try writer.finish()
            let again = try AuthnRequest(decoding: XMLDocument(parsing: octets, limits: .message).root)
            always(again == request, "a request written and read is another")
            return octets
        } catch let error as XMLError {
            always(isLimit(error), "a request that was read cannot be written: \(error)")
        } catch {
            fatalError("broken: a request that was written is refused: \(error)")
        }
        return nil
    }

    /// An entity; what only reading tolerates, writing may refuse.
    public static func check(_ entity: EntityDescriptor) {
        guard let document = try? entity.document() else { return }
        do {
            let again = try MetadataDocument(document, at: Scene.now).entities
            always(again == [entity], "an entity written and read is another")
        } catch {
            fatalError("broken: metadata that was written is refused: \(error)")
        }
    }

    // Escapes and repeated namespaces make the canonical form longer than what was read.
    private static func isLimit(_ error: XMLError) -> Bool {
        switch error.code {
        case .tooLarge, .tooDeep, .tooManyElements, .tooManyAttributes, .textTooLong: true
        default: false
        }
    }
}
