/// Ends the run with the reason, as a finding, when something that always holds does not.
public func always(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { fatalError("broken: \(what())") }
}
