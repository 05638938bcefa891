import Hummingbird
import SAML
import XMLSecurity

/// Sends a logout message by either binding; by Redirect with the faults of a query.
struct LogoutSender {
    let parameter: MessageParameter
    let key: SigningKey
    let faults: Faults

    func send(
        to location: String,
        by binding: Binding,
        relayState: String?,
        _ write: (inout CanonicalWriter, SigningKey?) throws -> Void
    ) throws -> Response {
        var writer = CanonicalWriter()
        switch binding {
        case .httpRedirect:
            try write(&writer, nil)
            let query = SignedQuery(parameter: parameter, relayState: relayState, key: key, faults: faults)
            let separator = location.contains("?") ? "&" : "?"
            return SimulationPage.redirect(location + separator + (try query.text(writer.finish())))
        case .httpPOST:
            try write(&writer, faults.contains(.unsignedRequest) ? nil : key)
            return LogoutPages.post(try writer.finish(), as: parameter, to: location, relayState)
        }
    }
}
