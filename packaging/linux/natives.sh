#!/bin/bash
# Unpacks the native libraries that the program loads beside the jars, and drops the jars that hold them. Otherwise each user's first
# start would unpack them, with a copy in each user's cache. Usage: natives.sh FOLDER-OF-JARS
set -euo pipefail
cd "$1"
rm -rf natives
mkdir -p natives licences
shopt -s nullglob
unpack() { # JAR, DIR: 11 says that one of the patterns met nothing
  unzip -qo "$1" '*.so' '*.so.*' -d "$2" -x '*/python/*' 2>/dev/null || [ $? -eq 11 ]
}
for jar in *-linux-x86_64.jar *-linux-x86_64-onednn.jar *-linux-arm64.jar; do
  unpack "$jar" natives
  # of what is linked into them
  unzip -qoj "$jar" '*/share/licenses/*' -d licences 2>/dev/null || [ $? -eq 11 ]
  rm "$jar"
done
# of OpenCV what pictures and cameras need; of OpenBLAS what it offers to Java without LAPACKE's second copy
find natives -path '*/opencv/*' -type f ! -name '*opencv_core.so*' ! -name '*opencv_imgproc.so*' ! -name '*opencv_imgcodecs.so*' \
  ! -name '*opencv_videoio.so*' -delete
find natives -name 'libjniopenblas_full.so' -delete
# JavaCPP gives OpenBLAS a second name by copying it to the cache; here it has that name already
for library in natives/org/bytedeco/openblas/*/libopenblas.so.0; do
  mv "$library" "${library%/*}/libopenblas_nolapack.so.0"
done
# JavaFX looks for its libraries beside its jars first
for jar in javafx-*-linux*.jar; do
  unpack "$jar" .
done
find natives -depth -type d -empty -delete
find natives -type f -exec chmod 644 {} +
if command -v strip >/dev/null; then
  find natives -type f -exec strip --strip-unneeded {} +
fi
