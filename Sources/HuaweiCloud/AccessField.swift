public import SAML

/// A field of the access configuration (接入配置) in Partner Center, under the label that it has there
/// (huawei-cloud.md 1.1 step 7, 1.2).
public enum AccessField: String, CaseIterable, Sendable {
    /// Our metadata.
    case metadata = "idp-metadata"
    /// Where association results go.
    case notification = "notification-url"
    /// The partner's contact; the form has it in its older version only.
    case contact
    /// The switch for pictures of identity documents.
    case realName = "real-name-attachment"
    /// The switch for bills and usage details.
    case files = "file-subscription"
    /// The bucket that either switch needs.
    case bucket
    /// Where a customer goes on behind a paid order.
    case paid = "order-paid-url"
    /// Where a customer goes whose balance is too low.
    case topUp = "top-up-url"

    /// The pages of the form, in their order.
    public enum Page: String, CaseIterable, Sendable {
        /// 基本配置.
        case basic = "basic-configuration"
        /// 配置伙伴平台回跳地址.
        case returns = "return-addresses"

        /// The page's title.
        public var title: Bilingual {
            switch self {
            case .basic: Bilingual("Access Configuration > Basic Configuration", "接入配置 > 基本配置")
            case .returns:
                Bilingual("Return addresses of the partner platform (optional)", "配置伙伴平台回跳地址（可选）")
            }
        }
    }

    /// The page that it stands on.
    public var page: Page { self == .paid || self == .topUp ? .returns : .basic }

    /// The label.
    public var label: Bilingual {
        switch self {
        case .metadata: Bilingual("IDP metadata file", "IDP Metadata文件（即企业身份提供商元数据文件）")
        case .notification: Bilingual("Notification URL", "通知结果绑定地址")
        case .contact: Bilingual("Contact Information", "接口人信息")
        case .realName:
            Bilingual("Upload Photos of Handheld ID Cards Required for Real-Name Authentication", "实名认证附件上传")
        case .files: Bilingual("File Subscription", "订阅文件")
        case .bucket: Bilingual("Bucket check: AK, SK, bucket name", "校验桶信息：AK、SK、桶名称")
        case .paid: Bilingual("Redirect address after an order is paid", "订单支付成功跳转地址")
        case .topUp: Bilingual("Redirect address for a top-up", "订单充值跳转地址")
        }
    }

    /// What Partner Center asks of the value.
    public var rule: Bilingual {
        switch self {
        case .metadata:
            Bilingual(
                "A file that ends with .xml, at most 2 MB; keep it below 512,000 octets, which is the limit of IAM.",
                "以 .xml 结尾，不超过 2 MB；建议小于 512,000 字节，即 IAM 的上限。"
            )
        case .notification:
            Bilingual(
                "Receives the association result; https is recommended.",
                "用于接收绑定结果的回调地址，建议使用 https。"
            )
        case .contact:
            Bilingual("Asked for by the older form only.", "仅旧版页面需要填写。")
        case .realName:
            Bilingual(
                "On when customers buy on the Chinese mainland site and you send their documents.",
                "客户购买中国站产品、且由伙伴上传实名认证附件时开启。"
            )
        case .files:
            Bilingual(
                "On when you fetch bills or usage details from a bucket; not on every site.",
                "需要从桶中获取账单或用量明细时开启；部分站点没有此项。"
            )
        case .bucket:
            Bilingual("Needed when one of the two switches is on.", "以上任一开关开启时需要填写。")
        case .paid:
            Bilingual(
                "A page of your portal that shows the order that was paid.",
                "伙伴门户中查看已支付订单的页面。"
            )
        case .topUp:
            Bilingual(
                "A page of your portal where a customer adds to the balance.",
                "伙伴门户中客户充值的页面。"
            )
        }
    }

    /// Whether single sign-on needs it.
    public var isMandatory: Bool { self == .metadata || self == .notification }
}
