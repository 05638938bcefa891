import Foundation
import HuaweiCloud
import JWTKit
import JointDebug
import Server
import Storage
import XMLSecurity

/// The files of a workshop: made once, used again by the next run.
struct WorkshopFiles {
    let directory: String

    /// Where each party listens: the same from run to run, since whitelist and metadata name the addresses.
    func addresses() async throws -> JointDebugWorkshop.Addresses {
        let path = directory + "/simulation/addresses.json"
        if FileManager.default.fileExists(atPath: path) {
            let kept = try JSONText.decode(JointDebugWorkshop.Addresses.self, from: InputFile.read(path))
            for port in kept.ports where await !FreePorts.isFree(port) {
                throw CommandFailure(
                    .unusable,
                    "Port \(port) is taken, perhaps by another run in \(directory): end it, or give another --directory.",
                    "端口 \(port) 已被占用，可能有另一次运行正在使用 \(directory)：请先结束它，或指定其他 --directory。"
                )
            }
            return kept
        }
        let ports = try await FreePorts.find(6)
        let found = JointDebugWorkshop.Addresses(
            identityProvider: ports[0],
            operations: ports[1],
            login: ports[2],
            console: ports[3],
            portal: ports[4],
            bss: ports[5]
        )
        try Directory.make(directory)
        try Directory.make(directory + "/simulation", isPrivate: true)
        try AtomicFile.write(Array(JSONText.encode(found).utf8), to: path, mode: .secret, replacing: true)
        return found
    }

    /// The configuration for these addresses, with a signing key.
    func workspace(_ addresses: JointDebugWorkshop.Addresses) async throws -> Workspace {
        let path = directory + "/drawbridge.yaml"
        try Directory.make(directory)
        try Directory.make(directory + "/certs/private", isPrivate: true)
        try AtomicFile.write(Array(yaml(addresses).utf8), to: path, mode: .everybody, replacing: true)
        let configuration = try Configuration.load(path)
        if !FileManager.default.fileExists(atPath: configuration.passphraseFile) {
            let passphrase = Base64.encodeURL(Randomness.openSSL.bytes(32))
            try AtomicFile.write(
                Array(passphrase.utf8),
                to: configuration.passphraseFile,
                mode: .secret,
                replacing: false
            )
        }
        let workspace = try Workspace(configuration)
        if try await workspace.keyStore.keys().isEmpty {
            let key = KeyGeneration(
                bits: .bits2048,
                days: 365,
                commonName: "drawbridge demo",
                organization: SimulatedHuaweiCloud.organization
            )
            _ = try await key.run(in: workspace, name: "signing-1")
        }
        return workspace
    }

    /// The key that the simulated HUAWEI CLOUD signs requests with.
    func serviceProviderKey(_ workspace: Workspace) async throws -> SigningKey {
        let keys = KeyDirectory(directory + "/simulation")
        let name = "huawei-cloud"
        let passphrase = try Passphrase.load(workspace.configuration)
        if !keys.names().contains(name) {
            let key = try SimulationKey.make(.bits2048, at: workspace.clock.now)
            try keys.write(key.privateKey, key.certificate, as: name, passphrase: passphrase)
        }
        return try SigningKey(
            privateKey: keys.privateKey(name, passphrase: passphrase),
            certificate: keys.certificate(name)
        )
    }

    /// Who may call the simulated BSS.
    var callers: SimulationCallers { SimulationCallers(directory: directory + "/simulation/bss") }

    /// The portal with its key.
    func portal(_ workspace: Workspace, signInURL: String) async throws -> WorkshopPortal {
        let path = directory + "/simulation/portal.key.pem"
        if !FileManager.default.fileExists(atPath: path) {
            let pem = ES256PrivateKey().pemRepresentation
            try Directory.make(directory + "/simulation", isPrivate: true)
            try AtomicFile.write(Array(pem.utf8), to: path, mode: .secret, replacing: false)
        }
        let pem = String(decoding: try InputFile.read(path), as: UTF8.self)
        let portals = workspace.portalDirectory
        let name = JointDebugWorkshop.portalName
        if try portals.entries().contains(where: { $0.name == name }) { try portals.remove(name) }
        let publicKey = try ES256PrivateKey(pem: pem).publicKey.pemRepresentation
        let entry = PortalDirectory.Entry(
            name: name,
            signInURL: signInURL,
            algorithm: TokenAlgorithm.es256.rawValue,
            keyFile: name + ".key"
        )
        try await portals.add(entry, key: Array(publicKey.utf8))
        return WorkshopPortal(
            name: name,
            mint: try await TokenMint(key: pem, algorithm: .es256),
            stranger: try await TokenMint(key: ES256PrivateKey().pemRepresentation, algorithm: .es256),
            audience: workspace.configuration.entityID,
            clock: workspace.clock
        )
    }

    private func yaml(_ addresses: JointDebugWorkshop.Addresses) -> String {
        """
        # Made by `drawbridge joint-debug run`; made anew by each run.
        base_url: \(addresses.baseURL)
        listen:
          port: \(addresses.identityProvider)
        operations:
          port: \(addresses.operations)
        huawei:
          site: simulation
          platform_id: \(JointDebugWorkshop.platformID)
          bp_id: \(JointDebugWorkshop.partnerID)
          simulation:
            login: \(addresses.loginOrigin)
            console: \(addresses.consoleOrigin)
        first_login:
          when_unknown: true
        bss:
          endpoint: \(addresses.bssOrigin)
          credentials_file: simulation/bss/partner.yaml
        limits:
          requests_per_minute: 0
          # The thousand customers of the load come from one address.
          connections_per_address: 2048

        """
    }
}
