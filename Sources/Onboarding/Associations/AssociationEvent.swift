/// Something that says what an association is.
public enum AssociationEvent: Hashable, Sendable {
    /// A hand-off began a first login.
    case firstLogin
    /// A notification that verified says: bound.
    case bind(CloudAccount, isFirstLoginOpen: Bool)
    /// A notification that verified says: no longer bound.
    case unbind(CloudAccount)
    /// An operator, a file or HUAWEI CLOUD's API says what it is.
    case stated(AssociationState, CloudAccount?, by: AssociationSource)
}
