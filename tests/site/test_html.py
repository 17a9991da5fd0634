"""Valid HTML, safe headers, light pages, honest headings."""

import gzip
import json
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import html5lib
import pytest

ROOT = Path(__file__).resolve().parents[2]
VNU = ROOT / ".checkers/node_modules/vnu-jar/build/dist/vnu.jar"
LIMIT = 100_000  # bytes: a text page with all it needs, compressed


def test_every_page_is_valid_html5(site: Any) -> None:
    wrong = []
    for path, html in site.pages.items():
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(html)
        wrong += [f"{path}: {place} {code}" for place, code, _ in parser.errors]
    assert wrong == []


@pytest.mark.java
@pytest.mark.skipif(
    not shutil.which("java") or not VNU.exists(), reason="le contrôleur HTML (vnu-jar) ou Java manque"
)
def test_the_nu_checker_has_nothing_to_say(site: Any) -> None:
    command = ["java", "-Xss1m", "-jar", str(VNU), "--errors-only", "--format", "json", "--skip-non-html"]
    done = subprocess.run([*command, str(site.folder)], capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    assert [f"{one['url'][-60:]}:{one.get('lastLine')} {one['message']}" for one in messages] == []


def test_the_content_policy_is_strict_and_nothing_is_inline(site: Any) -> None:
    for path, html in site.pages.items():
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
        assert policy, path
        assert "default-src 'none'" in policy[1], path
        assert "unsafe" not in policy[1], path
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"", html), path
        scripts = re.findall(r"<script([^>]*)>", html)
        assert all("src=" in one or 'type="application/ld+json"' in one for one in scripts), path


def test_a_text_page_weighs_less_than_the_limit(site: Any) -> None:
    heavy = []
    for path, html in site.pages.items():
        needed = re.findall(r'(?:href|src)="([^"]+\.(?:css|js|svg))"', html)
        files = {(Path(path).parent / one).as_posix() for one in needed}
        total = len(gzip.compress(html.encode(), 9, mtime=0))
        for file in sorted(files):
            data = site.files[_normal(file)]
            total += len(gzip.compress(data, 9, mtime=0))
            if file.endswith(".css"):
                total += sum(
                    len(one)
                    for name, one in site.files.items()
                    if name.endswith(".woff2") and "italique" not in name
                )
        if total > LIMIT:
            heavy.append(f"{path}: {total}")
    assert heavy == []


def _normal(path: str) -> str:
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def test_one_h1_no_empty_heading_no_level_skipped(site: Any) -> None:
    for path, html in site.pages.items():
        headings = re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", html, re.DOTALL)
        levels = [int(level) for level, _ in headings]
        assert levels.count(1) == 1, path
        assert all(re.sub(r"<[^>]+>", "", text).strip() for _, text in headings), path
        assert all(after - before <= 1 for before, after in pairwise(levels)), f"{path} {levels}"


def test_every_page_says_its_language_title_and_description(site: Any) -> None:
    titles: dict[str, str] = {}
    for path, html in site.pages.items():
        assert '<html lang="fr"' in html, path
        title = re.search(r"<title>([^<]+)</title>", html)
        assert title, path
        assert titles.setdefault(title[1], path) == path, f"même titre : {path} et {titles[title[1]]}"


def test_a_demonstration_asks_robots_to_stay_away(site: Any) -> None:
    robots = site.files["robots.txt"].decode()
    noindex = [path for path, html in site.pages.items() if 'name="robots" content="noindex' in html]
    if site.name == "reel":
        assert len(noindex) == len(site.pages)
        assert "Disallow: /" in robots
    else:
        assert noindex in ([], ["404.html"])
