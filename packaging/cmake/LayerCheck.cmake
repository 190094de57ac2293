# SPDX-License-Identifier: GPL-3.0-or-later
# A forbidden include fails the build: every build runs packaging/cmake/check_layers.cmake over the sources.
add_custom_target(check_layers ALL
    COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_SOURCE_DIR} -P ${CMAKE_SOURCE_DIR}/packaging/cmake/check_layers.cmake
    COMMENT "Checking that no room includes a higher one" VERBATIM)
