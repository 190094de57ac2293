# SPDX-License-Identifier: GPL-3.0-or-later
# ow_room(NAME DEPENDS lower rooms... PUBLIC libs... PRIVATE libs...)
# One room of core: all its sources, its headers as a file set (each is compiled alone by
# all_verify_interface_header_sets), alias Offerwright::NAME.
function(ow_room name)
    cmake_parse_arguments(ROOM "" "" "DEPENDS;PUBLIC;PRIVATE" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.h)
    if(NOT sources)
        return()
    endif()
    add_library(ow_${name} STATIC ${sources})
    add_library(Offerwright::${name} ALIAS ow_${name})
    target_sources(ow_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_CURRENT_SOURCE_DIR} FILES ${headers})
    set_target_properties(ow_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON EXPORT_NAME ${name})
    list(TRANSFORM ROOM_DEPENDS PREPEND ow_)
    target_link_libraries(ow_${name} PUBLIC ${ROOM_DEPENDS} ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE} offerwright_build_flags)
endfunction()
