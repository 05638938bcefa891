/// What makes a generic identity provider the one of a HUAWEI CLOUD partner.
public struct HuaweiPreset: Hashable, Sendable {
    /// The site.
    public let site: Site
    /// The SP's entity id: the site's, or the one that the site's metadata names.
    public let serviceProvider: String?
    /// `xAccountType`, `nil` until Partner Center gives it.
    public let platformID: PlatformID?
    /// The partner's account id, `nil` until it is configured.
    public let partnerID: PartnerID?
    /// When name, e-mail and phone number are sent.
    public let optionalAttributes: OptionalAttributes
    /// What `isFirstLogin` says of a customer whose association is not known; `nil` when not decided.
    public let firstLoginWhenUnknown: Bool?
    /// What the signature of an association notification is made over.
    public let notificationSignedOver: SignedOver

    /// Makes a preset.
    public init(
        site: Site,
        serviceProvider: String? = nil,
        platformID: PlatformID?,
        partnerID: PartnerID?,
        optionalAttributes: OptionalAttributes = .firstLogin,
        firstLoginWhenUnknown: Bool? = nil,
        notificationSignedOver: SignedOver = .base64Text
    ) {
        self.site = site
        self.serviceProvider = serviceProvider ?? site.serviceProvider
        self.platformID = platformID
        self.partnerID = partnerID
        self.optionalAttributes = optionalAttributes
        self.firstLoginWhenUnknown = firstLoginWhenUnknown
        self.notificationSignedOver = notificationSignedOver
    }

    /// The same preset with these ids.
    public func with(platformID: PlatformID?, partnerID: PartnerID?) -> HuaweiPreset {
        HuaweiPreset(
            site: site,
            serviceProvider: serviceProvider,
            platformID: platformID,
            partnerID: partnerID,
            optionalAttributes: optionalAttributes,
            firstLoginWhenUnknown: firstLoginWhenUnknown,
            notificationSignedOver: notificationSignedOver
        )
    }
}
