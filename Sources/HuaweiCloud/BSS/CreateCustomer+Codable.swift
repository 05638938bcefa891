import XMLSecurity

extension CreateCustomer: Decodable {
    /// Writes the body; the only place that writes the password.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(accountID, forKey: .accountID)
        try container.encode(platformID.value, forKey: .platformID)
        try container.encodeIfPresent(domainName, forKey: .domainName)
        try container.encodeIfPresent(mobile?.number, forKey: .mobile)
        try container.encodeIfPresent(mobile?.code, forKey: .code)
        try container.encodeIfPresent(email, forKey: .email)
        try container.encodeIfPresent(area, forKey: .area)
        let password = password?.withBytes { String(decoding: $0, as: UTF8.self) }
        try container.encodeIfPresent(password, forKey: .password)
        // Documented as a text, unlike include_association_result.
        try container.encodeIfPresent(refusesMarketing.map(String.init), forKey: .refusesMarketing)
        try container.encodeIfPresent(indirectPartnerID, forKey: .indirectPartnerID)
        try container.encodeIfPresent(awaitsAssociation, forKey: .awaitsAssociation)
    }

    /// Reads the body, by the rules that it is written by.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String? { try container.decodeIfPresent(String.self, forKey: key) }
        guard let platformID = PlatformID(try container.decode(String.self, forKey: .platformID)) else {
            throw BSSFieldFault("xaccount_type", "1 to 64 visible characters", "1 到 64 个可见字符")
        }
        try self.init(
            accountID: container.decode(String.self, forKey: .accountID),
            platformID: platformID,
            // An empty name is documented to be as none.
            domainName: text(.domainName).flatMap { $0.isEmpty ? nil : $0 },
            mobile: text(.mobile).flatMap { $0.isEmpty ? nil : $0 }.map {
                try VerifiedMobile($0, code: text(.code) ?? "")
            },
            email: text(.email).flatMap { $0.isEmpty ? nil : $0 },
            area: text(.area),
            password: text(.password).map { Secret($0) },
            refusesMarketing: text(.refusesMarketing).map { $0 == "true" },
            indirectPartnerID: text(.indirectPartnerID),
            awaitsAssociation: container.decodeIfPresent(Bool.self, forKey: .awaitsAssociation)
        )
    }
}
