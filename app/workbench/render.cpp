// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/render.h"
#include "workbench/render_data.h"

#include "ui/data/data_screen.h"
#include "ui/merge/merge_screen.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screens.h"

#include <QApplication>
#include <QCursor>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ow::workbench {
namespace {

constexpr int QuietMs = 450; // longer than any pause that a screen waits before it starts a job
constexpr int GiveUpMs = 120'000;

int wrong(const QString& why)
{
    QTextStream(stderr) << "offerwright-workbench: " << why << '\n';
    return 2;
}

ui::Selection selection(const QString& text)
{
    const std::string kind = text.section(u':', 0, 0).toStdString();
    const std::string id = text.section(u':', 1).toStdString();
    if (kind == "product")
        return ui::Selection::product(id);
    return kind == "customer" ? ui::Selection::customer(id) : ui::Selection::of(kind, id);
}

// Until the screen has been settled for QuietMs without a break.
bool waitForScreen(const ui::MainWindow& window)
{
    QEventLoop loop;
    QElapsedTimer all;
    QElapsedTimer quiet;
    all.start();
    quiet.start();
    bool done = false;
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, [&] {
        if (!window.settled())
            quiet.restart();
        done = quiet.elapsed() >= QuietMs;
        if (done || all.elapsed() > GiveUpMs)
            loop.quit();
    });
    tick.start(20);
    loop.exec();
    return done;
}

bool draw(ui::MainWindow& window, const Options& options)
{
    const QString suffix = QFileInfo(options.output).suffix().toLower();
    if (suffix == "svg"_L1) {
        QSvgGenerator svg;
        svg.setFileName(options.output);
        svg.setSize(options.size);
        svg.setViewBox(QRect(QPoint(), options.size));
        QPainter painter;
        if (!painter.begin(&svg))
            return false;
        window.render(&painter);
        return painter.end();
    }
    if (suffix == "pdf"_L1) {
        QPdfWriter pdf(options.output);
        pdf.setResolution(96);
        pdf.setPageSize(QPageSize(QSizeF(options.size) * 72.0 / 96.0, QPageSize::Point));
        pdf.setPageMargins({});
        QPainter painter;
        if (!painter.begin(&pdf))
            return false;
        window.render(&painter);
        return painter.end();
    }
    return window.grab().save(options.output);
}

}

int render(const Options& options)
{
    const QString screen = options.screen.isEmpty() ? u"home"_s : options.screen;
    if (!ui::findScreen(screen)) {
        QStringList names;
        for (const ui::ScreenInfo& info : ui::screens())
            names << info.id;
        return wrong(u"there is no screen “%1”; there are %2"_s.arg(screen, names.join(u", "_s)));
    }
    ui::MainWindow window;
    QString failure;
    QObject::connect(&window.session(), &ui::Session::messageRaised, &window,
        [&failure](ui::Tone tone, const QString& text, const QString& details) {
            if (tone == ui::Tone::Bad)
                failure = details.isEmpty() ? text : details + u": "_s + text;
        });
    if (!options.file.isEmpty() && !window.session().open(options.file.toStdU16String()))
        return wrong(failure.isEmpty() ? u"cannot open %1"_s.arg(options.file) : failure);
    QCursor::setPos(window.geometry().bottomRight() + QPoint(5000, 5000)); // nothing looks hovered
    window.resize(options.size);
    window.show();
    window.showScreen(screen);
    if (!options.panel.isEmpty())
        window.showPanel(options.panel == "problems"_L1 ? ui::BottomPanel::Problems
                : options.panel == "history"_L1         ? ui::BottomPanel::History
                                                        : ui::BottomPanel::Jobs);
    if (auto* merge = qobject_cast<ui::MergeScreen*>(window.currentScreen());
        merge && !options.with.isEmpty())
        merge->compareWith(options.with, options.base);
    if (!options.select.isEmpty())
        window.session().select(selection(options.select));
    if (!waitForScreen(window))
        return wrong(u"the screen did not settle within two minutes"_s);
    if (auto* data = qobject_cast<ui::DataScreen*>(window.currentScreen()); data && asksOfData(options))
        if (const QString why = showOfData(*data, options, [&window] { return waitForScreen(window); });
            !why.isEmpty())
            return wrong(why);
    if (!options.file.isEmpty() && !window.session().isOpen()) // damaged, and nothing could be read
        return wrong(failure.isEmpty() ? u"cannot open %1"_s.arg(options.file) : failure);
    if (QWidget* focused = QApplication::focusWidget())
        focused->clearFocus(); // no blinking cursor in a picture
    if (!draw(window, options))
        return wrong(
            u"cannot write %1: is its folder there, may you write it, and does it end in .png, .svg or .pdf?"_s
                .arg(options.output));
    return 0;
}

}
