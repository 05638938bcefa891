import CXMLSecurity

/// The C libraries, started once for the process.
enum XMLSecurityLibrary {
    // A lazy global is Swift's `dispatch_once`. libxml2 must be initialised in one thread before documents are parsed in
    // several; xmlCleanupParser is never called.
    private static let started: Void = {
        xmlInitParser()
        drawbridge_silence_libxml2()
        drawbridge_forbid_external_entities()
        precondition(xmlSecInit() >= 0, "libxmlsec1 could not be started")
        precondition(drawbridge_xmlSecCheckVersion() == 1, "libxmlsec1 differs from the headers of the build")
        precondition(xmlSecOpenSSLInit() >= 0, "libxmlsec1's OpenSSL part could not be started")
        // No file and no URL can be dereferenced from here on.
        xmlSecIOCleanupCallbacks()
        drawbridge_capture_install()
    }()

    /// Starts the libraries; every later call costs a load and a compare.
    static func start() {
        started
    }
}
