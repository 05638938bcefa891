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

    /// The keys for the simulated BSS: made anew by each run, and left for commands in a file.
    func bss(_ origin: String) throws -> BSSSide {
        let partner = (Self.key(20), Self.key(40))
        let clerk = (Self.key(20), Self.key(40))
        let file = "access_key: \(partner.0)\nsecret_key: \(partner.1)\n"
        try Directory.make(directory + "/simulation", isPrivate: true)
        try AtomicFile.write(Array(file.utf8), to: directory + "/simulation/bss.yaml", mode: .secret, replacing: true)
        return BSSSide(origin: origin, partner: try Self.credentials(partner), clerk: try Self.credentials(clerk))
    }

    private static func credentials(_ pair: (String, String)) throws -> BSSCredentials {
        guard let key = AccessKey(pair.0) else {
            throw CommandFailure(.fault, "The made AK is none.", "生成的 AK 无效。")
        }
        return BSSCredentials(accessKey: key, secretKey: Secret(pair.1))
    }

    private static func key(_ length: Int) -> String {
        String(Hexadecimal.encode(Randomness.openSSL.bytes(length)).prefix(length)).uppercased()
    }

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
          credentials_file: simulation/bss.yaml

        """
    }
}
