/// In what form a run is shown.
enum ChecklistReportFormat: String, CaseIterable, Sendable {
    case text
    case json
    case junit
    case markdown
    case html
}
