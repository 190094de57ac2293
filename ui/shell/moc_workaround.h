// SPDX-License-Identifier: GPL-3.0-or-later
// Read by moc only (ui/CMakeLists.txt): its preprocessor stumbles over the attribute that libstdc++ puts on
// `namespace std` in <compare> and <concepts>; mended in Qt 6.5.3.
#define _GLIBCXX_VISIBILITY(V)
