/// The stage that an instance runs in, after the chapters of HUAWEI's guide (design section 2).
public enum Stage: String, CaseIterable, Sendable {
    /// 接口联调: test data; the beginning.
    case jointDebug = "joint-debug"
    /// 接入现网: customers.
    case live
    /// Every sign-on is refused with a page.
    case closed
}
