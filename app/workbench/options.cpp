// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/options.h"

#include <QCommandLineParser>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ow::workbench {
namespace {

const QString Help
    = uR"(Usage: offerwright-workbench [FILE | --sample] [--screen NAME] [--theme light|dark] [--language en|de]
       offerwright-workbench render FILE --screen NAME [--theme light|dark] [--size WxH] [--language en|de] -o PICTURE

Opens the workbench, or (render) draws one of its screens into a .png, .svg or .pdf without a display.

FILE               a project, *.offerwright
--screen NAME      home, data, needs, adjacency, offers, rules, simulate, scorecards, release, merge
--theme NAME       light or dark; default: as the system, for pictures light
--size WxH         of the picture, default 1280x800
--language CODE    en or de
--sample           the sample project; it is made first where it is not there yet
--measure-startup  print the milliseconds from the start to a painted, idle window, and end
--panel NAME       with problems, history or jobs open
--with FILE        with --screen merge: what to merge with FILE; --base FILE: what both come from
--select KIND:ID   with that selected: offer:usb-c-dock, product:SKU, customer:ID, …
-o, --output FILE  the picture
)"_s;

Parsed wrong(const QString& why)
{
    QTextStream(stderr) << "offerwright-workbench: " << why << "\nTry offerwright-workbench --help\n";
    return { {}, 2 };
}

std::optional<QSize> parseSize(const QString& text)
{
    const QStringList parts = text.split(u'x');
    bool okWidth = false;
    bool okHeight = false;
    const QSize size
        = parts.size() == 2 ? QSize(parts[0].toInt(&okWidth), parts[1].toInt(&okHeight)) : QSize();
    if (!okWidth || !okHeight || size.width() < 320 || size.height() < 240 || size.width() > 10'000
        || size.height() > 10'000)
        return {};
    return size;
}

}

Parsed parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions({ { { u"h"_s, u"help"_s }, {} }, { { u"v"_s, u"version"_s }, {} }, { u"sample"_s, {} },
        { u"measure-startup"_s, {} }, { u"screen"_s, {}, u"name"_s }, { u"theme"_s, {}, u"name"_s },
        { u"size"_s, {}, u"WxH"_s }, { u"language"_s, {}, u"code"_s }, { u"panel"_s, {}, u"name"_s },
        { u"select"_s, {}, u"kind:id"_s }, { u"with"_s, {}, u"file"_s }, { u"base"_s, {}, u"file"_s },
        { { u"o"_s, u"output"_s }, {}, u"file"_s } });
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(u"help"_s)) {
        QTextStream(stdout) << Help;
        return { {}, 0 };
    }
    if (parser.isSet(u"version"_s)) {
        QTextStream(stdout) << "offerwright-workbench " OFFERWRIGHT_VERSION "\n";
        return { {}, 0 };
    }
    Options options;
    QStringList positional = parser.positionalArguments();
    if (!positional.isEmpty() && positional.front() == "render"_L1) {
        options.render = true;
        positional.removeFirst();
    }
    if (positional.size() > 1)
        return wrong(u"one project file at a time, not %1"_s.arg(positional.size()));
    options.file = positional.value(0);
    options.sample = parser.isSet(u"sample"_s);
    options.measureStartup = parser.isSet(u"measure-startup"_s);
    options.screen = parser.value(u"screen"_s);
    options.theme = parser.value(u"theme"_s);
    options.language = parser.value(u"language"_s);
    options.output = parser.value(u"output"_s);
    options.panel = parser.value(u"panel"_s);
    options.select = parser.value(u"select"_s);
    options.with = parser.value(u"with"_s);
    options.base = parser.value(u"base"_s);
    if (!options.panel.isEmpty()
        && !QStringList { u"problems"_s, u"history"_s, u"jobs"_s }.contains(options.panel))
        return wrong(u"--panel is problems, history or jobs, not “%1”"_s.arg(options.panel));
    if (!options.select.isEmpty() && !options.select.contains(u':'))
        return wrong(u"--select wants KIND:ID, such as offer:usb-c-dock"_s);
    if (parser.isSet(u"size"_s)) {
        const auto size = parseSize(parser.value(u"size"_s));
        if (!size)
            return wrong(u"--size wants WIDTHxHEIGHT between 320x240 and 10000x10000, such as 1280x800"_s);
        options.size = *size;
    }
    if (!options.theme.isEmpty() && options.theme != "light"_L1 && options.theme != "dark"_L1)
        return wrong(u"--theme is light or dark, not “%1”"_s.arg(options.theme));
    if (!options.language.isEmpty() && options.language != "en"_L1 && options.language != "de"_L1)
        return wrong(u"--language is en or de, not “%1”"_s.arg(options.language));
    if (options.sample && !options.file.isEmpty())
        return wrong(u"either a project file or --sample"_s);
    if (options.render && options.output.isEmpty())
        return wrong(u"render wants -o PICTURE"_s);
    return { options, 0 };
}

}
