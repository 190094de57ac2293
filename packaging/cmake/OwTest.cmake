# SPDX-License-Identifier: GPL-3.0-or-later
# ow_tests(FOLDER LIBS...): every tst_*.cpp below FOLDER (relative to here) becomes a program and a ctest entry.
# The data folder ../shared is handed over as OFFERWRIGHT_SHARED; tests that need it skip visibly where it is absent.
get_filename_component(OFFERWRIGHT_SHARED_DIR "${CMAKE_SOURCE_DIR}/../shared" ABSOLUTE)

function(ow_tests folder)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/tst_*.cpp)
    file(RELATIVE_PATH prefix ${CMAKE_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR}/${folder})
    string(REPLACE "/" "." prefix ${prefix})
    foreach(source IN LISTS sources)
        get_filename_component(stem ${source} NAME_WE)
        string(REGEX REPLACE "^tst_" "" short ${stem})
        string(REPLACE "." "_" target "${prefix}_${short}")
        add_executable(test_${target} ${source})
        set_target_properties(test_${target} PROPERTIES AUTOMOC ON)
        target_include_directories(test_${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
        target_compile_definitions(test_${target} PRIVATE OFFERWRIGHT_SHARED="${OFFERWRIGHT_SHARED_DIR}")
        target_link_libraries(test_${target} PRIVATE ${ARGN} Qt6::Core Qt6::Test offerwright_build_flags)
        # A test spends its time in our libraries, not in itself: build it fast.
        target_compile_options(test_${target} PRIVATE $<$<CONFIG:Release>:-O0 -g0>)
        add_test(NAME ${prefix}.${short} COMMAND test_${target})
        set_tests_properties(${prefix}.${short} PROPERTIES
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8" TIMEOUT 300)
    endforeach()
endfunction()
