import Hummingbird
import JWTKit
import Logging
import Metrics
import Mustache
