import XMLSecurity

/// An entry as the columns of a file; what it does not say is left out.
enum WhitelistRowWriting {
    static func values(_ entry: WhitelistEntry) -> [String: String] {
        var values = [
            "kind": entry.subject.kind.rawValue, "subject": entry.subject.key, "state": entry.state.rawValue,
        ]
        values["valid_from"] = entry.validity.from?.xsDateTime
        values["valid_until"] = entry.validity.until?.xsDateTime
        switch entry.subject {
        case .serviceProvider(let provider):
            values["accounts"] = provider.accounts.rawValue
            values["acs"] = list(provider.assertionConsumerServices)
            values["certificates"] = list(provider.certificates)
            values["site"] = provider.site
            values["platform_id"] = provider.platformID
        case .enrolment(let enrolment): values["per_day"] = String(enrolment.perDay)
        case .account, .destination, .network, .gateway: break
        }
        return values
    }

    private static func list(_ values: [String]) -> String? {
        values.isEmpty ? nil : values.joined(separator: " ")
    }
}
