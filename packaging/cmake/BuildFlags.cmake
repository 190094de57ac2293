# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings, sanitizers, linker and cache: said once, linked PRIVATE by every target of ours.
add_library(offerwright_build_flags INTERFACE)
target_compile_options(offerwright_build_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # GCC 12 warns of std::string's own insides: its bug 105651
    $<$<BOOL:${OFFERWRIGHT_WERROR}>:-Werror>
    -Wno-error=deprecated-declarations # a newer Qt or library deprecates what this one still asks for
    $<$<CONFIG:Release>:-g1>)
target_compile_definitions(offerwright_build_flags INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

# What the rooms that others embed add: nothing of them is a symbol of the shared library (and no call inside one
# needs to expect another's function in its place), and an installed file names no folder of the building machine.
add_library(offerwright_runtime_flags INTERFACE)
target_compile_options(offerwright_runtime_flags INTERFACE
    -fvisibility=hidden $<$<COMPILE_LANGUAGE:CXX>:-fvisibility-inlines-hidden>
    $<$<CONFIG:Release>:-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=>)

# What Qt code of ours adds: no silent char* -> QString, no silent narrowing in connect().
add_library(offerwright_qt_flags INTERFACE)
target_compile_definitions(offerwright_qt_flags INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
target_link_libraries(offerwright_qt_flags INTERFACE offerwright_build_flags)

set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

if(OFFERWRIGHT_SANITIZE)
    # A finding ends the program: one that is only printed lets a test pass.
    add_compile_options(-fsanitize=${OFFERWRIGHT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -O1)
    add_link_options(-fsanitize=${OFFERWRIGHT_SANITIZE})
endif()
if(OFFERWRIGHT_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()

find_program(OFFERWRIGHT_CCACHE ccache)
if(OFFERWRIGHT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers and ccache agree only with these words; see ccache's manual, "Precompiled headers".
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} ${OFFERWRIGHT_CCACHE})
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
find_program(OFFERWRIGHT_MOLD mold)
if(OFFERWRIGHT_MOLD)
    add_link_options(-fuse-ld=mold)
endif()
