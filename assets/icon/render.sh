#!/bin/sh
# Renders agefold.svg to the pictures that the window and the installers need; run it after a change of the drawing.
# Debian: apt-get install librsvg2-bin icoutils icnsutils
set -eu
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512; do
  rsvg-convert -w $size -h $size agefold.svg -o agefold-$size.png
done
icotool -c -o agefold.ico agefold-16.png agefold-24.png agefold-32.png agefold-48.png agefold-64.png -r agefold-256.png
png2icns agefold.icns agefold-16.png agefold-32.png agefold-128.png agefold-256.png agefold-512.png
