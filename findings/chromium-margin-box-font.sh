#!/usr/bin/env bash
# Chromium prints the text of @page margin boxes before it has fetched the piece of a web font that only this text needs.
#
# Seen with Chromium 156.0.8078.108 (Debian 12), @fontsource/noto-sans-sc 5.3.0, poppler 22.12.
# A page uses a web font that is cut into pieces by unicode-range, as Google Fonts and Fontsource deliver Chinese fonts. Text of the body makes
# Chromium fetch the piece it needs. The same characters in "@bottom-center { content: … }" do not: they are laid out when printing starts, nothing waits
# for the piece, and the PDF falls back to a system font (here: a nameless Type 3 font) without any sign of it. Once the body holds the
# same characters somewhere, the margin box prints in the right font.
#
# Output seen:
#   only in the margin:     2 fonts, 1 without a name
#   in margin and body:     2 fonts, 0 without a name
#
# So: page numbers in digits (the body has some), or every character of the margin also in the body.
set -euo pipefail
command -v chromium >/dev/null && command -v pdffonts >/dev/null || { echo "needs chromium and poppler-utils" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts --prefix . @fontsource/noto-sans-sc@5.3.0 >/dev/null

# page NAME BODY
page() {
  cat >"$1.html" <<HTML
<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>t</title>
<link rel="stylesheet" href="node_modules/@fontsource/noto-sans-sc/400.css">
<style>
body { font-family: "Noto Sans SC" }
@page { size: A4; margin: 20mm; @bottom-center { content: "鑫"; font: 400 9pt "Noto Sans SC" } }
</style></head><body><p>$2</p></body></html>
HTML
  timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync \
    --user-data-dir="$work/profile-$1" --allow-file-access-from-files --no-pdf-header-footer --print-to-pdf="$1.pdf" "file://$work/$1.html" 2>/dev/null
  pdffonts "$1.pdf" | awk 'NR > 2 { all++; if ($1 == "[none]") nameless++ } END { printf "%d fonts, %d without a name", all, nameless }'
}

margin=$(page margin 的)
both=$(page both 的鑫)
printf 'only in the margin:     %s\nin margin and body:     %s\n' "$margin" "$both"
[[ $margin == *", 1 without a name" && $both == *", 0 without a name" ]]
