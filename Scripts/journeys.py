"""Customers' ways through the pages, in a headless Chromium. See Scripts/screenshots."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from selenium import webdriver
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

SECONDS = 20
DESKTOP, PHONE = (1000, 760), (390, 844)


class Workshop:
    """A Drawbridge, a simulated HUAWEI CLOUD and a portal, as `joint-debug run --keep` starts them."""

    def __init__(self, binary: str) -> None:
        self.binary = str(pathlib.Path(binary).resolve())
        self.directory = tempfile.mkdtemp(prefix="drawbridge-pages-")
        command = [self.binary, "joint-debug", "run", "--directory", self.directory, "--lang", "en", "--keep"]
        families = ["--family", "sign-on", "first-login"]
        self.process = subprocess.Popen(command + families, stdout=subprocess.PIPE, text=True)
        self.links: dict[str, str] = {}
        for line in self.process.stdout:
            name, _, address = line.strip().partition(": http")
            if address:
                self.links[name] = "http" + address
            if line.startswith("Ctrl-C"):
                return
        raise SystemExit("the workshop ended before it was ready")

    def run(self, *arguments: str) -> str:
        command = [self.binary, *arguments, "--config", self.directory + "/drawbridge.yaml", "--lang", "en"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def suspend(self, account: str) -> None:
        proposed = self.run(
            "whitelist", "propose", "--kind", "account", "--subject", account, "--as", "li", "--format", "json"
        )
        number = str(json.loads(proposed)["items"][0]["id"])
        self.run("whitelist", "approve", number, "--as", "wang")
        self.run("whitelist", "activate", number, "--as", "li")
        self.run("whitelist", "suspend", number, "--as", "li", "--reason", "shown in a picture")
        # A running service follows within a second.
        time.sleep(2)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()


class Window:
    """A browser window that says what is missing, and takes pictures."""

    def __init__(self, pictures: str, language: str = "zh-CN", script: bool = True, size=DESKTOP) -> None:
        self.pictures = pathlib.Path(pictures)
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--hide-scrollbars", f"--lang={language}"):
            options.add_argument(argument)
        preferences = {"intl.accept_languages": language}
        if not script:
            preferences["profile.managed_default_content_settings.javascript"] = 2
        options.add_experimental_option("prefs", preferences)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.browser = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
        self.resize(size)

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, *_) -> None:
        self.browser.quit()

    def resize(self, size) -> None:
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size == PHONE}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def open(self, address: str) -> None:
        self.browser.get(address)

    def press(self, text: str) -> None:
        """Presses the first button, link or label that says so."""
        path = f'//*[self::button or self::a or self::label or self::summary][contains(., "{text}")]'
        self.browser.find_element(By.XPATH, path).click()

    def press_below(self, heading: str) -> None:
        """Presses the button of the form that follows a heading."""
        path = f'//h2[contains(., "{heading}")]/following::button[1]'
        self.browser.find_element(By.XPATH, path).click()

    def shows(self, *texts: str) -> None:
        def holds(browser) -> bool:
            body = browser.find_element(By.TAG_NAME, "body").text
            return all(text in body for text in texts)

        try:
            # The page may be exchanged while it is read.
            WebDriverWait(self.browser, SECONDS, ignored_exceptions=[WebDriverException]).until(holds)
        except TimeoutException:
            body = self.browser.find_element(By.TAG_NAME, "body").text
            raise SystemExit(f"{self.browser.current_url} does not show {texts}:\n{body[:2000]}") from None
        # A refusal's status is an entry of the console, too; what matters here is what a page of ours did.
        faults = [entry["message"] for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE"]
        faults = [fault for fault in faults if not re.search(r"favicon|status of 40[0-9]", fault)]
        if faults:
            raise SystemExit(f"{self.browser.current_url}: {faults}")

    def sent(self, *wanted: tuple[str, str, tuple[str, ...]]) -> None:
        """Holds that the browser really sent these since it was asked last: method, end of the path, parameters."""
        requests = []
        for entry in self.browser.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                requests.append(message["params"]["request"])
        for method, path, parameters in wanted:
            for request in requests:
                address, _, query = request["url"].partition("?")
                fields = query if method == "GET" else request.get("postData", "")
                names = {field.partition("=")[0] for field in fields.split("&")}
                if request["method"] == method and address.endswith(path) and set(parameters) <= names:
                    break
            else:
                raise SystemExit(f"no {method} {path} with {parameters} was sent: {[r['url'] for r in requests]}")

    def picture(self, name: str) -> None:
        self.browser.save_screenshot(str(self.pictures / f"{name}.png"))
        print(f"{name}: {self.browser.current_url.split('?')[0]}")


def cross(workshop: Workshop, pictures: str) -> None:
    """A bound customer crosses, and a new one binds an account."""
    portal = workshop.links["portal (click the button)"]
    with Window(pictures) as window:
        window.open(portal)
        window.shows("伙伴门户", "zhangwei")
        window.picture("portal")
        window.press_below("zhangwei")
        window.shows("acct-zhangwei-001", "xAccountId")
        window.sent(
            ("POST", "/sso/start", ("token",)),
            ("GET", "/authui/saml/login", ("xAccountType", "isFirstLogin", "service")),
            ("GET", "/saml/sso", ("SAMLRequest", "RelayState", "SigAlg", "Signature")),
            ("POST", "/authui/saml/SAMLAssertionConsumer", ("SAMLResponse", "RelayState")),
        )
        window.picture("console")
    with Window(pictures) as window:
        window.open(portal)
        window.press_below("lina")
        window.shows("绑定华为云账号", "新建账号")
        window.picture("binding")
        window.press("新建并绑定")
        window.shows("绑定成功")
        window.picture("bound")
        window.browser.find_element(By.CSS_SELECTOR, "form button").click()
        window.shows("已收到华为云的绑定结果")
        window.sent(("POST", "/huawei/association", ("bindRequest", "SigAlg", "Signature")))
        window.picture("notified")
        window.open(portal)
        window.press_below("lina")
        window.shows("acct-lina-001", "xAccountId")


def cross_without_script(workshop: Workshop, pictures: str) -> None:
    """The page that posts itself has a button where there is no script."""
    with Window(pictures, script=False) as window:
        window.open(workshop.links["portal (click the button)"])
        window.press_below("zhangwei")
        window.shows("继续")
        window.picture("no-script")
        window.browser.find_element(By.CSS_SELECTOR, "form button").click()
        window.shows("acct-zhangwei-001")


def look_at_pages(workshop: Workshop, pictures: str) -> None:
    """The simulation's own page, the timeline and the checklist."""
    checklist = workshop.directory + "/checklist.html"
    command = [workshop.binary, "checklist", "run", "--stage", "prepare", "--format", "html", "--output", checklist]
    subprocess.run(
        command + ["--config", workshop.directory + "/drawbridge.yaml"], check=False, capture_output=True
    )
    timeline = next(pathlib.Path(workshop.directory).glob("joint-debug/runs/*/timeline.html"))
    with Window(pictures) as window:
        window.open(workshop.links["simulated HUAWEI CLOUD"])
        window.shows("Drawbridge Simulation")
        window.picture("simulation")
        for address, name, zh, en in (
            (timeline.as_uri(), "timeline", "联调运行", "Joint-debug run"),
            (pathlib.Path(checklist).as_uri(), "checklist", "检查", "Checklist"),
        ):
            window.open(address)
            window.press("中文")
            window.shows(zh)
            window.picture(name + "-zh")
            window.press("English")
            window.shows(en)
            window.picture(name + "-en")
        window.resize(PHONE)
        window.picture("checklist-phone")


def look_at_refusal(workshop: Workshop, pictures: str) -> None:
    """A suspended account gets a page that says so, in both languages and on a phone."""
    workshop.suspend("acct-zhangwei-001")
    for language, text in (("zh-CN", "白名单"), ("en", "whitelist")):
        with Window(pictures, language) as window:
            window.open(workshop.links["portal (click the button)"])
            window.press_below("zhangwei")
            window.shows("whitelist.account", text)
            window.picture("suspended-" + language[:2])
            window.resize(PHONE)
            window.picture(f"suspended-{language[:2]}-phone")


def main() -> None:
    binary, pictures = sys.argv[1:3]
    workshop = Workshop(binary)
    try:
        cross(workshop, pictures)
        cross_without_script(workshop, pictures)
        look_at_pages(workshop, pictures)
        look_at_refusal(workshop, pictures)
    finally:
        workshop.end()


if __name__ == "__main__":
    main()
