import Foundation
import IdentityProvider
import SAML
import TestSupport
import XMLSecurity

/// The same Response read by us and by others, in turns of one run.
///
/// A peer is a program that is given a directory and a number of seconds, and prints the microseconds of one reading.
struct PeerTable {
    /// A peer's name for people, and how it is called.
    struct Peer {
        let name: String
        let command: [String]
        let target: Double
    }

    private let peers: [Peer]
    private let directory: URL

    /// The peers' programs are in `folder`; `python` is the Python that has pysaml2.
    init(peersIn folder: String, python: String) throws {
        // Debian's own Python has python-xmlsec on the same libxmlsec1 as ours.
        peers = [
            Peer(
                name: "python-xmlsec verifies its signature",
                command: ["/usr/bin/python3", folder + "/python_xmlsec.py"],
                target: 1.5
            ),
            Peer(name: "pysaml2 validates it", command: [python, folder + "/pysaml2_validate.py"], target: 20),
        ]
        directory = FileManager.default.temporaryDirectory.appending(path: "drawbridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    func show(_ rawVerify: @escaping () -> Void, _ stopwatch: Stopwatch) throws {
        defer { try? FileManager.default.removeItem(at: directory) }
        let signOn = try SignOn(serviceProviderKey: TestPKI.rsa2048Other, at: Instant(seconds: Int64(time(nil))))
        let response = try signOn.run()
        try write(signOn, response)
        var ours: [Double] = []
        var raw: [Double] = []
        var theirs = peers.map { _ in [Double]() }
        for _ in 0..<stopwatch.rounds {
            let times = try stopwatch.once([rawVerify, { try signOn.validate(response) }])
            raw.append(times[0])
            ours.append(times[1])
            for (index, peer) in peers.enumerated() { theirs[index].append(try ask(peer, stopwatch.turn)) }
        }
        let own = Stopwatch.median(ours)
        Table.head("the same Response, by us and by others", "rate", "time", "of ours", "target")
        Table.row("OpenSSL verifies, RSA-2048", Stopwatch.median(raw))
        Table.row("Drawbridge validates the Response", own)
        for (peer, times) in zip(peers, theirs) {
            let time = Stopwatch.median(times)
            let ratio = "\(Table.tenths(time / own))x"
            print(
                Table.padded(peer.name, 58),
                Table.padded("\(Int(1e6 / time))/s", 12),
                Table.padded("\(Table.tenths(time)) us", 12),
                Table.padded(ratio, 12),
                "\(peer.target)x"
            )
        }
    }

    private func write(_ signOn: SignOn, _ response: SignedResponse) throws {
        let certificate = signOn.identityProvider.signingKey.certificate
        let entity = IdentityProviderMetadata.entity(signOn.identityProvider.settings, certificates: [certificate])
        let facts = [
            "sp": signOn.serviceProvider.entityID, "acs": signOn.serviceProvider.assertionConsumerService,
            "request": response.record.requestID,
        ]
        try Data(response.xml).write(to: directory.appending(path: "response.xml"))
        try Data(try entity.document()).write(to: directory.appending(path: "metadata.xml"))
        try Data(certificate.pem).write(to: directory.appending(path: "certificate.pem"))
        try JSONEncoder().encode(facts).write(to: directory.appending(path: "facts.json"))
    }

    private func ask(_ peer: Peer, _ turn: Duration) throws -> Double {
        let seconds = Double(turn.components.attoseconds) / 1e18 + Double(turn.components.seconds)
        let arguments = peer.command.dropFirst() + [directory.path(percentEncoded: false), "\(seconds)"]
        let said = try CommandLineTool.run(peer.command[0], Array(arguments))
        guard said.status == 0, let time = Double(String(decoding: said.output.dropLast(), as: UTF8.self)) else {
            throw PeerFailure(peer: peer.name, said: said.errors)
        }
        return time
    }
}

/// A peer that could not be measured.
struct PeerFailure: Error {
    let peer: String
    let said: String
}
