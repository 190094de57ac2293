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
                             [--tab NAME [--filter TEXT] | --import FILE… [--map] | --result N | --mend N]

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

Of the Data screen, for render (each brings --screen data with it):
--tab NAME         products, customers, events, exposures, baskets, imports, signals or privacy
--filter TEXT      with the table of that tab filtered by its first column, or COLUMN=TEXT by the named one
--import FILE      the import page with this file, nothing imported yet; may be said several times
--map              and the first one's columns mapped by hand
--result N         what came out of import N of the list
--mend N           and its rejected rows, to be mended
)"_s;

Parsed wrong(const QString& why)
{
    QTextStream(stderr) << "offerwright-workbench: " << why << "\nTry offerwright-workbench --help\n";
    return { {}, 2 };
}

/// What is asked of the Data screen; "" or what is wrong with it.
QString parseData(const QCommandLineParser& parser, Options& options)
{
    options.tab = parser.value(u"tab"_s);
    options.filter = parser.value(u"filter"_s);
    options.import = parser.values(u"import"_s);
    options.map = parser.isSet(u"map"_s);
    options.result = parser.value(u"result"_s).toLongLong();
    options.mend = parser.value(u"mend"_s).toLongLong();
    if ((parser.isSet(u"result"_s) && options.result < 1) || (parser.isSet(u"mend"_s) && options.mend < 1))
        return u"--result and --mend want the number of an import, as the list of imports has it"_s;
    const int pages = int(!options.tab.isEmpty()) + int(!options.import.isEmpty()) + int(options.result > 0)
        + int(options.mend > 0);
    if (pages > 1)
        return u"one of --tab, --import, --result and --mend at a time"_s;
    if (!options.filter.isEmpty() && options.tab.isEmpty())
        return u"--filter goes with --tab"_s;
    if (options.map && options.import.isEmpty())
        return u"--map goes with --import"_s;
    if (pages == 0)
        return {};
    if (!options.render)
        return u"--tab, --import, --result and --mend are for pictures: they go with render"_s;
    if (options.file.isEmpty())
        return u"--tab, --import, --result and --mend want a project file"_s;
    if (!options.screen.isEmpty() && options.screen != "data"_L1)
        return u"--tab, --import, --result and --mend are of the screen data, not of %1"_s.arg(
            options.screen);
    options.screen = u"data"_s;
    return {};
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
        { u"tab"_s, {}, u"name"_s }, { u"filter"_s, {}, u"text"_s }, { u"import"_s, {}, u"file"_s },
        { u"map"_s, {} }, { u"result"_s, {}, u"n"_s }, { u"mend"_s, {}, u"n"_s },
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
    if (const QString why = parseData(parser, options); !why.isEmpty())
        return wrong(why);
    if (options.sample && !options.file.isEmpty())
        return wrong(u"either a project file or --sample"_s);
    if (options.render && options.output.isEmpty())
        return wrong(u"render wants -o PICTURE"_s);
    return { options, 0 };
}

}
