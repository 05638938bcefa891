/// A way from one stage to another (design section 10).
public enum StageMove: String, CaseIterable, Sendable {
    /// From joint debugging to production.
    case goLive = "go-live"
    /// Out of production: nobody crosses, and the test directory stays shut.
    case back
    /// Back into production.
    case reopen
}
