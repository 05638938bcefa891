import Foundation
import IdentityProvider
import SAML
import XMLSecurity

/// Reads `metadata/sp/NAME.yaml`, how one SP is answered; without the file it is answered as most SPs take it.
struct ServiceProviderFile {
    let path: String

    /// The settings of an SP.
    /// - Parameter isHuawei: whether it is HUAWEI CLOUD, whose settings are documented and not for choice.
    /// - Returns: how it is answered.
    /// - Throws: ``CommandFailure`` that names the key with its line.
    func settings(isHuawei: Bool) throws -> ServiceProviderSettings {
        guard FileManager.default.fileExists(atPath: path) else { return isHuawei ? .huaweiCloud : .plain }
        guard !isHuawei else {
            throw CommandFailure(
                .unusable,
                "\(path): HUAWEI CLOUD is answered as it documents; remove the file.",
                "\(path)：华为云按其文档应答，请删除该文件。"
            )
        }
        let file = try ConfigurationFile(path: path, environment: [:], keys: ConfigurationKey.serviceProvider)
        let read = ConfigurationReader(file)
        var settings = ServiceProviderSettings()
        settings.signing = try read.choice("sign", settings.signing)
        settings.algorithm = try algorithm(file)
        settings.isEncrypted = try read.boolean("encrypt") ?? false
        settings.nameID = try read.choice("name_id", settings.nameID)
        settings.assertionLifetime = try seconds("assertion_lifetime", 30...3600, read, file)
        settings.session = try seconds("session", 60...604_800, read, file)
        settings.skew = try seconds("skew", 0...600, read, file)
        settings.authnContextClass = file["authn_context"]
        settings.isIdPInitiated = try read.boolean("idp_initiated") ?? false
        settings.mapping = AttributeMapping.Fact.allCases.compactMap { fact in
            file["attributes.\(fact.rawValue)"].map { AttributeMapping(fact, as: $0) }
        }
        if !settings.mapping.isEmpty { settings.attributes = .mapped }
        return settings
    }

    private func seconds(
        _ key: String,
        _ range: ClosedRange<Int64>,
        _ read: ConfigurationReader,
        _ file: ConfigurationFile
    ) throws -> Int64? {
        file[key] == nil ? nil : try read.seconds(key, range.lowerBound, range)
    }

    private func algorithm(_ file: ConfigurationFile) throws -> SignatureAlgorithm? {
        guard let text = file["algorithm"] else { return nil }
        let known = SignaturePolicy.strict.signatures.sorted { $0.rawValue < $1.rawValue }
        guard let algorithm = known.first(where: { $0.rawValue.hasSuffix("#" + text) }) else {
            let names = known.compactMap { $0.rawValue.split(separator: "#").last }.joined(separator: ", ")
            throw file.failure("algorithm", "takes one of \(names).", "只能是 \(names) 之一。")
        }
        return algorithm
    }
}
