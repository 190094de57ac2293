#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The Python example, in one thread and in eight, and its wrapper class.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
[ -n "$OW_PYTHON" ] || skip "there is no python3"
"$OW_PYTHON" -c 'import ctypes' 2> /dev/null || skip "this python3 has no ctypes"
export OFFERWRIGHT_LIBRARY="$library" PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$examples"
same "$OW_PYTHON" "$examples/decide.py"
same "$OW_PYTHON" "$examples/decide.py" --threads 8
refuses_packs "$OW_PYTHON" "$examples/decide.py"
"$OW_PYTHON" -W error "$here/check_wrapper.py" "$cases"
