#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the pages of org.patchwork.help: one for each section of docs/guide.md, one for each page of docs/labelling,
docs/training and docs/pretraining, and the table of contents.

Run it after a change of the guide; the pages are checked in. It knows the Markdown that the guide uses and no more.
"""
import html
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "bundles/org.patchwork.help"
PAGE = """<!DOCTYPE html>
<!-- SPDX-License-Identifier: MIT; written by releng/help/make-pages.py from docs/{source} -->
<html lang="en"><head><meta charset="utf-8"><title>{title} - Patchwork</title><link rel="stylesheet" href="help.css"></head>
<body><nav>{nav}</nav><main><h1>{title}</h1>
{body}
</main></body></html>
"""


def inline(text):
    parts = re.split(r"(`[^`]*`)", text)
    for i, part in enumerate(parts):
        if part.startswith("`"):
            parts[i] = "<code>" + html.escape(part[1:-1]) + "</code>"
        else:
            part = html.escape(part, quote=False)
            part = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", part)  # pictures stay in docs, the bundle small
            part = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", part)
            part = re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", part)
            parts[i] = re.sub(r"\*([^*]+)\*", r"<i>\1</i>", part)
    return "".join(parts)


def blocks(lines):
    block = []
    fenced = False
    for line in lines + [""]:
        if line.startswith("```"):
            fenced = not fenced
            block.append(line)
        elif line.strip() or fenced:
            block.append(line)
        elif block:
            yield block
            block = []


def items(block, mark):
    found = []
    for line in block:
        if re.match(mark, line):
            found.append(re.sub(mark, "", line))
        else:
            found[-1] += " " + line.strip()
    return "".join("<li>" + inline(i) + "</li>" for i in found)


def row(line, tag):
    cells = [c.strip() for c in line.strip().strip("|").split("|")]
    return "<tr>" + "".join(f"<{tag}>{inline(c)}</{tag}>" for c in cells) + "</tr>"


def render(block):
    if block[0].startswith("```"):
        return "<pre>" + html.escape("\n".join(block[1:-1])) + "</pre>"
    heading = re.match(r"(#{2,4}) (.*)", block[0])
    if heading:
        level = len(heading[1])
        return f"<h{level}>{inline(heading[2])}</h{level}>" + (render(block[1:]) if block[1:] else "")
    if block[0].startswith("|"):
        return "<table>" + row(block[0], "th") + "".join(row(r, "td") for r in block[2:]) + "</table>"
    if re.match(r"\d+\. ", block[0]):
        return "<ol>" + items(block, r"\d+\. ") + "</ol>"
    if re.match(r"[*-] ", block[0]):
        return "<ul>" + items(block, r"[*-] ") + "</ul>"
    text = inline(" ".join(block))
    return "<p>" + text + "</p>" if text.strip() else ""


def guide():
    """Title, body and source of each section of the guide."""
    sections = re.split(r"(?m)^## ", (ROOT / "docs/guide.md").read_text(encoding="utf-8"))[1:]
    for section in sections:
        title, _, body = section.partition("\n")
        yield title, body, "guide.md"


def folder_pages(folder_name):
    """Title, body and source of each page of a folder of docs, in the order of its index."""
    folder = ROOT / "docs" / folder_name
    for name in re.findall(r"\]\(((?:\.\./)?[a-z-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8")):
        page = (folder / name).resolve()
        if page != ROOT / "docs/guide.md":
            title, _, body = page.read_text(encoding="utf-8").lstrip("# ").partition("\n")
            yield title.strip(), body, page.relative_to(ROOT / "docs").as_posix()


def main():
    pages = []
    for title, body, source in [*guide(), *folder_pages("labelling"), *folder_pages("training"), *folder_pages("pretraining")]:
        name = re.sub(r"[^a-z]+", "-", title.lower()).strip("-") + ".html"
        pages.append((name if pages else "index.html", title, body, source))
    for name, title, body, source in pages:
        nav = "".join(
            f'<a href="{n}"{" class=here" if n == name else ""}>{html.escape(t)}</a>' for n, t, _, _ in pages)
        text = "\n".join(render(b) for b in blocks(body.split("\n")))
        page = PAGE.format(title=html.escape(title), nav=nav, body=text, source=source)
        (BUNDLE / "html" / name).write_text(page, encoding="utf-8")
    for page in (BUNDLE / "html").glob("*.html"):
        if page.name not in {name for name, _, _, _ in pages}:
            page.unlink()
    topics = "\n".join(f'  <topic label="{html.escape(t)}" href="html/{n}"/>' for n, t, _, _ in pages)
    (BUNDLE / "toc.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- written by releng/help/make-pages.py -->\n'
        f'<toc label="Patchwork" topic="html/index.html">\n{topics}\n</toc>\n', encoding="utf-8")


main()
