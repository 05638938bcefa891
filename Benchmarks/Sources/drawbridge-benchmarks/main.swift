import Foundation
import IdentityProvider
import SAML
import TestSupport
import XMLSecurity

// Prints what one core does and the ratio to OpenSSL's RSA measured in the same turns. No figure fails the run: only work
// that goes wrong does.
let isShort = CommandLine.arguments.contains("--short")
let stopwatch = Stopwatch(rounds: isShort ? 5 : 15, turn: .milliseconds(isShort ? 80 : 300))

// --loop N runs the sign-on N times and nothing else, for a profiler such as valgrind --tool=callgrind.
if let flag = CommandLine.arguments.firstIndex(of: "--loop"), let count = Int(CommandLine.arguments[flag + 1]) {
    let signOn = try SignOn(serviceProviderKey: TestPKI.rsa2048Other)
    for _ in 0..<count { try signOn.run() }
    exit(0)
}

func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}

func row(_ what: String, _ time: Double, limit: Double? = nil, target: String = "") {
    let rate = "\(Int(1e6 / time))/s"
    let ratio = limit.map { "\((1000 * $0 / time).rounded() / 10) %" } ?? ""
    print(padded(what, 58), padded(rate, 12), padded("\((time * 10).rounded() / 10) us", 12), padded(ratio, 9), target)
}

let raw2048 = RawKey(2048)
let raw4096 = RawKey(4096)
let huawei2048 = try SignOn(serviceProviderKey: TestPKI.rsa2048Other)
let huawei4096 = try SignOn(serviceProviderKey: TestPKI.rsa4096)
let response = try huawei2048.run()
let certificate = huawei2048.identityProvider.signingKey.certificate
let entity = IdentityProviderMetadata.entity(huawei2048.identityProvider.settings, certificates: [certificate])

let times = try stopwatch.measure([
    { raw2048.sign() }, { raw2048.verify() }, { raw4096.verify() },
    { try huawei2048.run() }, { try huawei4096.run() },
    { try huawei2048.receive() }, { try huawei2048.validate(response) },
    { _ = try entity.document(signedBy: huawei2048.identityProvider.signingKey, id: "_metadata") },
    { _ = try XMLDocument(parsing: response.xml, limits: .message) },
])
print(
    padded("one core, median of \(stopwatch.rounds) turns", 58),
    padded("rate", 12),
    padded("time", 12),
    padded("of limit", 9),
    "target"
)
row("OpenSSL signs, RSA-2048", times[0])
row("OpenSSL verifies, RSA-2048", times[1])
row("OpenSSL verifies, RSA-4096", times[2])
row("request in, signed Response out; SP key 2048", times[3], limit: times[0] + times[1], target: "93 %")
row("request in, signed Response out; SP key 4096", times[4], limit: times[0] + times[2], target: "93 %")
row("request received; SP key 2048", times[5], limit: times[1])
row("Response validated", times[6], limit: times[1])
row("IDP metadata generated and signed", times[7], limit: times[0])
row("Response of \(response.xml.count) octets parsed", times[8])
