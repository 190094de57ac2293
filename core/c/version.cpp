// SPDX-License-Identifier: Apache-2.0
#include "offerwright/offerwright.h"

const char* ow_version(void) { return OFFERWRIGHT_VERSION; }
