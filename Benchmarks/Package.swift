// swift-tools-version:6.2
import PackageDescription

// Run by Benchmarks/run, with DRAWBRIDGE_CORE=1: the pure modules, the store, and nothing else.
let package = Package(
    name: "drawbridge-benchmarks",
    dependencies: [
        .package(name: "drawbridge", path: ".."),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "GlibcMalloc"),
        .target(name: "RawRSA", dependencies: ["COpenSSL"]),
        // A link to Sources/Storage: of the service only the store is measured, and the rest need not be built for it.
        .target(
            name: "Storage",
            dependencies: [
                .product(name: "DrawbridgeCore", package: "drawbridge"), .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            ]
        ),
        .executableTarget(
            name: "drawbridge-benchmarks",
            dependencies: [
                "RawRSA", "GlibcMalloc", "Storage", .product(name: "DrawbridgeCore", package: "drawbridge"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
