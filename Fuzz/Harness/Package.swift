// swift-tools-version:6.2
import PackageDescription

// Run by Fuzz/run, with DRAWBRIDGE_CORE=1: the pure modules and nothing else. The package is not Fuzz/ itself: SwiftPM
// calls a package by its folder, and a checkout may be called "fuzz", too.
//
// The fuzz targets have no main: libFuzzer brings it. The maker of the seeds has one, so it is built without libFuzzer.
let makesSeeds = Context.environment["DRAWBRIDGE_FUZZ_SEEDS"] == "1"
let names =
    makesSeeds ? ["fuzz-seeds"] : ["fuzz-message", "fuzz-redirect", "fuzz-metadata", "fuzz-claims", "fuzz-form"]

let strict: [SwiftSetting] = [.strictMemorySafety(), .treatAllWarnings(as: .error)]
let core = Target.Dependency.product(name: "DrawbridgeCore", package: "drawbridge")

let package = Package(
    name: "drawbridge-fuzz",
    dependencies: [.package(name: "drawbridge", path: "../..")],
    targets: [.target(name: "FuzzSupport", dependencies: [core], swiftSettings: strict)]
        + names.map { .executableTarget(name: $0, dependencies: ["FuzzSupport", core], swiftSettings: strict) },
    swiftLanguageModes: [.v6]
)
