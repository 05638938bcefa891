import FuzzSupport
import HuaweiCloud
import IdentityProvider
import SAML
import XMLSecurity

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

private let skew: Int64 = 30
private let rule = HandOffRule(portal: Scene.portal, audience: Scene.identityProvider, skew: skew, site: .china)
private let contract = PartnerID("0123456789abcdef0123456789abcdef").flatMap { id in
    AttributeContract(
        HuaweiPreset(site: .china, platformID: PlatformID("partner_IDP"), partnerID: id, optionalAttributes: .always)
    )
}

/// The claims of a token: JSON when it begins with `{`, else one `name=value` a line.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let octets = unsafe Input.octets(start, count)
    let json = octets.first == UInt8(ascii: "{") ? octets : JSON.object(ofLines: octets)
    guard let claims = try? JSONDecoder().decode(HandOffClaims.self, from: Data(json)) else { return 0 }
    let begun = try? rule.judge(claims, for: .start, at: Scene.now).get()
    let resumed = try? rule.judge(claims, for: .resume, at: Scene.now).get()
    always(begun == nil || resumed == nil, "a token is good for both purposes")
    always(begun?.requestID == nil, "a sign-on that begins answers a request")
    always(resumed == nil || resumed?.requestID != nil, "a request is resumed and not named")
    for handOff in [begun, resumed].compactMap({ $0 }) { judge(handOff) }
    return 0
}

private func judge(_ handOff: HandOff) {
    let customer = handOff.customer
    always(customer.portal == Scene.portal, "another portal's customer")
    for identifier in [customer.xUserID, customer.xAccountID] {
        always(IdentifierRule.holds(identifier, longest: 128), "an identifier that cannot be seen")
        always(!identifier.utf8.contains { $0 <= 0x20 || $0 == 0x7F }, "an identifier with control characters")
    }
    always(handOff.authnInstant <= Scene.now.adding(seconds: skew), "signed in in the future")
    always(handOff.replayUntil > Scene.now, "a token that is over is taken")
    let latest = Scene.now.adding(seconds: HandOffRule.longestLife + 2 * skew)
    always(handOff.replayUntil <= latest, "a token lives too long")
    if let service = handOff.service { judge(service) }
    judgeAttributes(customer)
}

private func judge(_ service: ServiceURL) {
    let value = service.value
    always(value.hasPrefix("https://") && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "a service of no web page")
    let host = value.dropFirst("https://".count).prefix { !"/?#".contains($0) }
    always(host == "huaweicloud.com" || host.hasSuffix(".huaweicloud.com"), "a service of another host: \(host)")
    always((try? ServiceURL(value, at: .china)) == service, "a service that was taken is refused")
    guard let platform = PlatformID("partner_IDP") else { return }
    let link = LoginLink(site: .china, platformID: platform, isFirstLogin: false, service: service)
    let reading = LoginLinkReading(link.url, at: .china, platformID: platform, isFirstLogin: false)
    always(reading.refusals.isEmpty && reading.service == value, "a login link written and read is another")
}

private func judgeAttributes(_ customer: Customer) {
    let facts = AttributeContract.Facts(
        user: customer.xUserID,
        account: customer.xAccountID,
        accountName: customer.accountName,
        email: customer.email,
        mobile: customer.mobile,
        isFirstLogin: customer.firstLogin ?? false
    )
    guard let attributes = contract?.attributes(facts).attributes else { return }
    always((3...6).contains(attributes.count), "too few or too many attributes")
    always(Set(attributes.map(\.name)).count == attributes.count, "an attribute twice")
    for attribute in attributes {
        always(attribute.values.count == 1, "an attribute without one value")
        for value in attribute.values {
            always(!value.isEmpty && CanonicalWriter.canCarry(value), "\(attribute.name) cannot stand in XML")
        }
    }
}
