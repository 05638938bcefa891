import Foundation
import TestSupport

// Prints what one core does and the ratio to OpenSSL's RSA measured in the same turns. No figure fails the run: only work
// that goes wrong does. Benchmarks/run says what the options mean.
let arguments = CommandLine.arguments
let isShort = arguments.contains("--short")
let stopwatch = Stopwatch(rounds: isShort ? 5 : 15, turn: .milliseconds(isShort ? 80 : 300))
let signOn = try SignOn(serviceProviderKey: TestPKI.rsa2048Other)

// --loop N runs the sign-on, --loop-validate N the SP's side N times and nothing else: for a profiler such as valgrind --tool=callgrind.
if let flag = arguments.firstIndex(of: "--loop"), let count = Int(arguments[flag + 1]) {
    for _ in 0..<count { try signOn.run() }
    exit(0)
}

// --whitelist prints that table alone.
if arguments.contains("--whitelist") {
    try WhitelistTable.show(stopwatch)
    exit(0)
}

let response = try signOn.run()
if let flag = arguments.firstIndex(of: "--loop-validate"), let count = Int(arguments[flag + 1]) {
    for _ in 0..<count { try signOn.validate(response) }
    exit(0)
}
try SignOnTable.show(signOn, response, stopwatch)
print()
try HostileTable.show(signOn, response, Stopwatch(rounds: 3, turn: .milliseconds(20)))
print()
try WhitelistTable.show(stopwatch)
if let flag = arguments.firstIndex(of: "--peers") {
    print()
    let raw = RawKey(2048)
    try PeerTable(peersIn: arguments[flag + 1], python: arguments[flag + 2]).show({ raw.verify() }, stopwatch)
}
