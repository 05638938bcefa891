# Exercises the administration API by its own document: valid requests, broken ones, other methods, no token.
import json
import os
import subprocess
import sys

job = json.load(sys.stdin)
# A missing If-Match is 428 (RFC 6585 section 3), which Schemathesis does not expect by itself.
with open(os.path.join(job["directory"], "schemathesis.toml"), "w") as settings:
    settings.write('[checks]\nmissing_required_header.expected-statuses = ["400", "401", "403", "415", "422", "428"]\n')
command = [
    sys.executable, "-m", "schemathesis.cli", "run", job["document"], "--url", job["url"],
    "--max-examples", str(job["examples"]), "--seed", "20261123", "--generation-database", "none", "--no-color",
    "--phases", "examples,coverage,fuzzing", "--request-timeout", "20", "--continue-on-failure", "--warnings", "off",
    "--checks", ",".join(job["checks"]),
]
for name, value in job["headers"].items():
    command += ["--header", f"{name}: {value}"]
for operation in job["operations"]:
    command += ["--include-operation-id", operation]
ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=job["directory"])
json.dump({"status": ended.returncode, "output": ended.stdout}, sys.stdout)
