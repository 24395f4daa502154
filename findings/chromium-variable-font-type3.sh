#!/usr/bin/env bash
# The same typeface, the same text: printed by Chromium from static files it is embedded as a named TrueType font, from the variable file as nameless Type 3.
#
# Seen with Chromium 156.0.8078.108 (Debian 12), @fontsource/noto-sans-sc and @fontsource-variable/noto-sans-sc 5.3.0, poppler 22.12.
# Both packages hold Noto Sans SC with TrueType outlines. A PDF printed from the variable one has only Type 3 fonts without a name: archives that ask for
# embedded, named fonts (PDF/A checkers) complain, some viewers draw Type 3 without hinting, and the file is larger.
#
# Output seen:
#   static:    CID TrueType
#   variable:  Type 3
#   variable / static size: 2.1
set -euo pipefail
command -v chromium >/dev/null && command -v pdffonts >/dev/null || { echo "needs chromium and poppler-utils" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts --prefix . @fontsource/noto-sans-sc@5.3.0 @fontsource-variable/noto-sans-sc@5.3.0 >/dev/null

# kinds NAME STYLESHEET FAMILY: prints a page and names the kinds of font in it.
kinds() {
  cat >"$1.html" <<HTML
<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>t</title><link rel="stylesheet" href="node_modules/$2">
<style>body { font-family: "$3" }</style></head><body><p>单位产品综合能耗、用水量、固体废物综合利用率与厂区建筑密度</p></body></html>
HTML
  timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync \
    --user-data-dir="$work/profile-$1" --allow-file-access-from-files --no-pdf-header-footer --print-to-pdf="$1.pdf" "file://$work/$1.html" 2>/dev/null
  pdffonts "$1.pdf" | tail -n +3 | cut -c38-54 | sed 's/ *$//' | sort -u | paste -sd ',' -
}

static=$(kinds static @fontsource/noto-sans-sc/400.css "Noto Sans SC")
variable=$(kinds variable @fontsource-variable/noto-sans-sc/index.css "Noto Sans SC Variable")
printf 'static:    %s\nvariable:  %s\n' "$static" "$variable"
awk -v a="$(stat -c %s variable.pdf)" -v b="$(stat -c %s static.pdf)" 'BEGIN { printf "variable / static size: %.1f\n", a / b }'
[[ $static == "CID TrueType" && $variable == "Type 3" ]]
