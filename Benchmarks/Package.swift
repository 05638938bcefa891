// swift-tools-version:6.2
import PackageDescription

// Run by Benchmarks/run, with DRAWBRIDGE_CORE=1: the pure modules and nothing else.
let package = Package(
    name: "drawbridge-benchmarks",
    dependencies: [.package(name: "drawbridge", path: "..")],
    targets: [
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "GlibcMalloc"),
        .target(name: "RawRSA", dependencies: ["COpenSSL"]),
        .executableTarget(
            name: "drawbridge-benchmarks",
            dependencies: ["RawRSA", "GlibcMalloc", .product(name: "DrawbridgeCore", package: "drawbridge")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
