# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the C++ headers an embedder includes and, from there on, every header of ours that one of them includes.
# It runs when installing, not when configuring, so that it never knows less than the headers say.
cmake_policy(VERSION 3.24)
set(queue base/json.h base/parallel.h base/sha256.h base/time.h decide/answer.h decide/decide.h decide/validate.h
    model/customer.h model/pack_json.h)
set(public "")
while(queue)
    list(POP_FRONT queue header)
    if(header IN_LIST public)
        continue()
    endif()
    list(APPEND public ${header})
    file(STRINGS ${OFFERWRIGHT_CORE}/${header} includes REGEX "^[ \t]*#[ \t]*include[ \t]+\"")
    foreach(line IN LISTS includes)
        string(REGEX REPLACE ".*\"([^\"]+)\".*" "\\1" next "${line}")
        list(APPEND queue ${next})
    endforeach()
endwhile()
foreach(header IN LISTS public)
    get_filename_component(room ${header} DIRECTORY)
    file(INSTALL ${OFFERWRIGHT_CORE}/${header}
        DESTINATION ${CMAKE_INSTALL_PREFIX}/${OFFERWRIGHT_INCLUDEDIR}/${room})
endforeach()
