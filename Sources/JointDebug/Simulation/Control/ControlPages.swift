/// What the pages that steer have in common.
enum ControlPages {
    static let back = "<p><a href=\"/simulation/\">返回 Back</a></p>"
}
