extension Module {
    /// The house, from the C at the bottom to the command line at the top; a module imports only modules above it here.
    static let table: [Module] = {
        let toSAML: Set = ["XMLSecurity", "SAML"]
        let toHuaweiCloud = toSAML.union(["HuaweiCloud"])
        let toOnboarding = toHuaweiCloud.union(["Onboarding"])
        let toIdentityProvider = toOnboarding.union(["IdentityProvider"])
        let everything = toIdentityProvider.union(["Attacks", "Storage", "Outbound", "Server", "Probes", "JointDebug"])

        let foundation: Set = ["Foundation", "FoundationEssentials", "Synchronization"]
        let telemetry: Set = ["Instrumentation", "Logging", "Metrics", "ServiceLifecycle"]
        let client: Set = [
            "AsyncHTTPClient", "HTTPTypes", "JWTKit", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOSSL", "NIOTLS",
        ]
        let server: Set = [
            "HTTPTypes", "Hummingbird", "HummingbirdCore", "Mustache", "NIOCore", "NIOHTTP1", "NIOHTTPTypes",
            "NIOPosix",
            "NIOSSL", "UnixSignals",
        ]

        return [
            pure("XMLSecurity", ours: ["CXMLSecurity"], others: ["Glibc", "Synchronization"]),
            pure("SAML", ours: ["XMLSecurity"]),
            pure("Attacks", ours: toSAML),
            pure("HuaweiCloud", ours: toSAML),
            pure("Onboarding", ours: toHuaweiCloud),
            pure("IdentityProvider", ours: toOnboarding),
            shell("Storage", ours: toIdentityProvider, others: foundation.union(["GRDB", "Logging"])),
            shell("Outbound", ours: toHuaweiCloud, others: foundation.union(telemetry).union(client)),
            shell(
                "Server",
                ours: toIdentityProvider.union(["Outbound"]),
                others: foundation.union(telemetry).union(server).union(["JWTKit"])
            ),
            shell("Probes", ours: toOnboarding.union(["Outbound"]), others: foundation.union(telemetry).union(client)),
            shell(
                "JointDebug",
                ours: toHuaweiCloud.union(["Attacks", "Outbound"]),
                others: foundation.union(telemetry).union(client).union(server).union(["Yams"])
            ),
            shell("DrawbridgeCLI", ours: everything, others: nil),
            shell("drawbridge", ours: ["DrawbridgeCLI"], others: []),
        ]
    }()

    /// Folders of C: they hold no Swift to check, and only XMLSecurity imports them.
    static let foldersOfC: Set = ["CXMLSecFlags", "CXMLSecurity"]

    /// Every name of ours, so that "another package" and "a module of ours" are told apart.
    static let ownNames = Set(table.map(\.name)).union(foldersOfC)
}
