// swift-tools-version:6.2
import PackageDescription

// With DRAWBRIDGE_CORE=1 only the pure modules and the C below them are declared: no remote package, seconds to build.
// Sanitizer and fuzz runs use it.
let coreOnly = Context.environment["DRAWBRIDGE_CORE"] == "1"

// C at the bottom, the command line at the top. A module imports only modules above it in this list;
// Tests/LayeringTests holds every import line against the same table.
let coreTargets: [Target] = [
    // Carries the -I and -l flags of xmlsec1-openssl.pc and nothing else: SwiftPM drops its -D flags.
    .systemLibrary(
        name: "CXMLSecFlags",
        pkgConfig: "xmlsec1-openssl",
        providers: [.apt(["libxmlsec1-dev", "libxml2-dev", "libssl-dev", "pkg-config"])]
    ),
    .target(
        name: "CXMLSecurity",
        dependencies: ["CXMLSecFlags"],
        linkerSettings: [.linkedLibrary("z"), .linkedLibrary("crypto")]
    ),
    .target(name: "XMLSecurity", dependencies: ["CXMLSecurity"]),
    .target(name: "SAML", dependencies: ["XMLSecurity"]),
    .target(name: "Attacks", dependencies: ["SAML", "XMLSecurity"]),
    .target(name: "HuaweiCloud", dependencies: ["SAML", "XMLSecurity"]),
    .target(name: "Onboarding", dependencies: ["HuaweiCloud", "SAML", "XMLSecurity"]),
    .target(name: "IdentityProvider", dependencies: ["Onboarding", "HuaweiCloud", "SAML", "XMLSecurity"]),
    .target(name: "TestSupport", dependencies: ["SAML", "XMLSecurity"], path: "Tests/TestSupport"),
    .testTarget(name: "XMLSecurityTests", dependencies: ["XMLSecurity", "TestSupport"]),
    .testTarget(name: "SAMLTests", dependencies: ["SAML", "XMLSecurity", "TestSupport"]),
    .testTarget(
        name: "AttacksTests",
        dependencies: [
            "Attacks", "IdentityProvider", "Onboarding", "HuaweiCloud", "SAML", "XMLSecurity", "TestSupport",
        ]
    ),
    .testTarget(name: "HuaweiCloudTests", dependencies: ["HuaweiCloud", "SAML", "XMLSecurity", "TestSupport"]),
    .testTarget(
        name: "IdentityProviderTests",
        dependencies: ["IdentityProvider", "Onboarding", "HuaweiCloud", "SAML", "XMLSecurity", "TestSupport"]
    ),
    .testTarget(name: "OnboardingTests", dependencies: ["Onboarding", "HuaweiCloud", "SAML", "XMLSecurity"]),
    .testTarget(name: "LayeringTests"),
]

let serviceTargets: [Target] = [
    .target(
        name: "Storage",
        dependencies: [
            "IdentityProvider", "Onboarding", "HuaweiCloud", "SAML", "XMLSecurity",
            .product(name: "GRDB", package: "GRDB.swift"),
        ]
    ),
    .target(
        name: "Outbound",
        dependencies: [
            "HuaweiCloud", "SAML", "XMLSecurity",
            .product(name: "AsyncHTTPClient", package: "async-http-client"),
            .product(name: "Instrumentation", package: "swift-distributed-tracing"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
        ]
    ),
    .target(
        name: "Probes",
        dependencies: [
            "Outbound", "Onboarding", "SAML", "XMLSecurity",
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "NIOTLS", package: "swift-nio"),
        ]
    ),
    .target(
        name: "Server",
        dependencies: [
            "Outbound", "IdentityProvider", "Onboarding", "HuaweiCloud", "SAML", "XMLSecurity",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "Instrumentation", package: "swift-distributed-tracing"),
            .product(name: "JWTKit", package: "jwt-kit"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "Metrics", package: "swift-metrics"),
            .product(name: "Mustache", package: "swift-mustache"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        ]
    ),
    .target(
        name: "JointDebug",
        dependencies: [
            "Outbound", "HuaweiCloud", "SAML", "XMLSecurity",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "Yams", package: "Yams"),
        ],
        resources: [.embedInCode("Scenarios/Data")]
    ),
    .target(
        name: "DrawbridgeCLI",
        dependencies: [
            "Attacks", "JointDebug", "Server", "Probes", "Outbound", "Storage", "IdentityProvider", "Onboarding",
            "HuaweiCloud",
            "SAML", "XMLSecurity",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "JWTKit", package: "jwt-kit"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "Yams", package: "Yams"),
        ]
    ),
    .executableTarget(name: "drawbridge", dependencies: ["DrawbridgeCLI"]),
    .testTarget(
        name: "StorageTests",
        dependencies: [
            "Storage", "IdentityProvider", "Onboarding", "HuaweiCloud", "SAML", "XMLSecurity", "TestSupport",
            .product(name: "GRDB", package: "GRDB.swift"),
        ]
    ),
    .testTarget(
        name: "ServerTests",
        dependencies: [
            "Server", "JointDebug", "Storage", "IdentityProvider", "Onboarding", "HuaweiCloud", "SAML", "XMLSecurity",
            "TestSupport",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "JWTKit", package: "jwt-kit"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "Metrics", package: "swift-metrics"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOEmbedded", package: "swift-nio"),
        ]
    ),
    .testTarget(
        name: "OutboundTests",
        dependencies: ["Outbound", "HuaweiCloud", "SAML", "XMLSecurity", "TestSupport"]
    ),
    .testTarget(
        name: "ProbesTests",
        dependencies: [
            "Probes", "Outbound", "Onboarding", "SAML", "XMLSecurity", "TestSupport",
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
        ]
    ),
    .testTarget(
        name: "JointDebugTests",
        dependencies: [
            "JointDebug", "Outbound", "HuaweiCloud", "SAML", "XMLSecurity", "TestSupport",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOEmbedded", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ]
    ),
    .testTarget(
        name: "DrawbridgeCLITests",
        dependencies: [
            "DrawbridgeCLI", "JointDebug", "drawbridge", "Storage", "Server", "IdentityProvider", "Onboarding",
            "HuaweiCloud", "SAML", "XMLSecurity", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "Yams", package: "Yams"),
        ]
    ),
    .testTarget(
        name: "InteroperabilityTests",
        dependencies: [
            "drawbridge", "JointDebug", "Server", "Storage", "IdentityProvider", "HuaweiCloud", "SAML", "XMLSecurity",
            "TestSupport",
        ],
        exclude: ["Peers"]
    ),
]

let package = Package(
    name: "drawbridge",
    // The core is a product for Benchmarks/ and Fuzz/ alone.
    products: coreOnly
        ? [
            .library(
                name: "DrawbridgeCore",
                targets: [
                    "XMLSecurity", "SAML", "Attacks", "HuaweiCloud", "Onboarding", "IdentityProvider", "TestSupport",
                ]
            )
        ] : [.executable(name: "drawbridge", targets: ["drawbridge"])],
    dependencies: coreOnly
        ? []
        : [
            .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
            .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.3"),
            .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
            .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
            .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
            .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
            .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
            .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
            .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
            .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
            .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
            .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
            .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
            .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        ],
    targets: coreOnly ? coreTargets : coreTargets + serviceTargets,
    swiftLanguageModes: [.v6]
)

let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .treatWarning("ExplicitSendable", as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
for target in package.targets {
    switch target.type {
    case .regular, .executable, .test: target.swiftSettings = (target.swiftSettings ?? []) + strict
    default: break
    }
}
