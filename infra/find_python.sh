#!/bin/sh
# Print the first Python that is new enough and can build a virtual environment.
for candidate in "${PYTHON:-python3}" python3 python3.13 python3.12 python3.11; do
  "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
  found=$candidate
  "$candidate" -c 'import ensurepip, venv' 2>/dev/null || continue
  echo "$candidate"
  exit 0
done
if [ -n "$found" ]; then
  echo "$found 缺少 venv 模块（Debian/Ubuntu：apt install python3-venv）" >&2
  echo "$found has no venv module (on Debian or Ubuntu: apt install python3-venv)" >&2
else
  echo "需要 Python 3.11 或更新版本，未找到；已有时可用 make PYTHON=/路径/python3 指定" >&2
  echo "Python 3.11 or newer is needed and none was found;" \
    "if you have one elsewhere: make PYTHON=/path/to/python3" >&2
fi
exit 1
