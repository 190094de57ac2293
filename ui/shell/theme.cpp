// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QHash>
#include <QPalette>
#include <QPixmapCache>
#include <QStyleFactory>
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QStyleHints>
#endif

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

Colors makePalette(bool dark)
{
    const auto pick = [dark](const char* light, const char* darkColor) {
        return QColor(QLatin1StringView(dark ? darkColor : light));
    };
    Colors p;
    p.dark = dark;
    p.ink = pick("#1B1F24", "#E6E9ED");
    p.paper = pick("#FFFFFF", "#1C2128");
    p.page = pick("#F6F7F9", "#14181D");
    p.muted = pick("#5B6470", "#9AA4B0");
    // 12 % and 6 % of the ink, mixed with the paper: opaque, so that nothing adds up where lines cross.
    p.hairline = pick("#E4E4E5", "#343940");
    p.scroll = pick("#C9CDD3", "#414954");
    p.hover = pick("#EEF0F3", "#262C34");
    p.selected = pick("#E7EBFB", "#2A3350");
    p.accent = pick("#3B5BDB", "#7C93F5");
    p.onAccent = pick("#FFFFFF", "#10131A");
    p.good = pick("#00795C", "#4CC9A6");
    p.caution = pick("#9A6700", "#E3B341");
    p.bad = pick("#B3400E", "#F28B5B");
    p.goodWash = pick("#E3F3EE", "#17322B");
    p.cautionWash = pick("#FDF7E8", "#352B14");
    p.badWash = pick("#FBE9E1", "#3A241A");
    p.accentWash = pick("#E7EBFB", "#232B45");
    p.protect = pick("#0072B2", "#4BA3D9");
    p.power = pick("#E69F00", "#F0B840");
    p.personalize = pick("#CC79A7", "#DB95BC");
    p.replenish = pick("#009E73", "#35BF98");
    p.expand = pick("#56B4E9", "#7CC6EF");
    p.substitute = pick("#D55E00", "#F08445");
    p.unknown = pick("#8A929C", "#7A8490");
    p.holdout = pick("#8A929C", "#8A94A0");
    return p;
}

Colors& current()
{
    static Colors p = makePalette(false);
    return p;
}

QPalette qtPalette(const Colors& p)
{
    QPalette q;
    q.setColor(QPalette::Window, p.page);
    q.setColor(QPalette::WindowText, p.ink);
    q.setColor(QPalette::Base, p.paper);
    q.setColor(QPalette::AlternateBase, p.page);
    q.setColor(QPalette::Text, p.ink);
    q.setColor(QPalette::Button, p.paper);
    q.setColor(QPalette::ButtonText, p.ink);
    q.setColor(QPalette::BrightText, p.bad);
    q.setColor(QPalette::ToolTipBase, p.paper);
    q.setColor(QPalette::ToolTipText, p.ink);
    q.setColor(QPalette::PlaceholderText, p.muted);
    q.setColor(QPalette::Highlight, p.selected);
    q.setColor(QPalette::HighlightedText, p.ink);
    q.setColor(QPalette::Link, p.accent);
    q.setColor(QPalette::LinkVisited, p.accent);
    q.setColor(QPalette::Light, p.hover);
    q.setColor(QPalette::Midlight, p.hover);
    q.setColor(QPalette::Mid, p.hairline);
    q.setColor(QPalette::Dark, p.hairline);
    q.setColor(QPalette::Shadow, p.hairline);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        q.setColor(QPalette::Disabled, role, p.dark ? p.muted.darker(140) : p.muted.lighter(150));
    return q;
}

// The style sheet is resources/themes/workbench.qss with @tokens.
QString styleSheet(const Colors& p)
{
    QFile file(u":/themes/workbench.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    const std::pair<QLatin1StringView, QColor> tokens[] = { { "@ink"_L1, p.ink }, { "@paper"_L1, p.paper },
        { "@page"_L1, p.page }, { "@muted"_L1, p.muted }, { "@hairline"_L1, p.hairline },
        { "@hover"_L1, p.hover }, { "@selected"_L1, p.selected }, { "@accentWash"_L1, p.accentWash },
        { "@accent"_L1, p.accent }, { "@onAccent"_L1, p.onAccent }, { "@goodWash"_L1, p.goodWash },
        { "@cautionWash"_L1, p.cautionWash }, { "@badWash"_L1, p.badWash }, { "@good"_L1, p.good },
        { "@caution"_L1, p.caution }, { "@bad"_L1, p.bad }, { "@scroll"_L1, p.scroll } };
    text.replace("@mode"_L1, p.dark ? "dark"_L1 : "light"_L1);
    for (const auto& [name, color] : tokens)
        text.replace(name, color.name());
    return text;
}

// A desktop that has chosen its own sans keeps it. Without one, fontconfig's plain answer is a last resort:
// the families named first here read better at 13 px, and have tabular figures as they are.
QString family()
{
    static const QString chosen = [] {
        const QString system = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
        const QStringList plain { u""_s, u"Sans"_s, u"Sans Serif"_s, u"DejaVu Sans"_s,
            u"Bitstream Vera Sans"_s };
        if (!plain.contains(system) && QFontDatabase::hasFamily(system))
            return system;
        for (const auto& name : { u"Noto Sans"_s, u"Open Sans"_s, u"Inter"_s, u"DejaVu Sans"_s })
            if (QFontDatabase::hasFamily(name))
                return name;
        return system;
    }();
    return chosen;
}

}

QColor Colors::role(model::Role r) const
{
    switch (r) {
    case model::Role::Protect:
        return protect;
    case model::Role::Power:
        return power;
    case model::Role::Personalize:
        return personalize;
    case model::Role::Replenish:
        return replenish;
    case model::Role::Expand:
        return expand;
    case model::Role::None:
        break;
    }
    return unknown;
}

QFont textFont(TextSize size, QFont::Weight weight)
{
    QFont f(family());
    f.setPixelSize(int(size));
    f.setWeight(weight);
    return f;
}

QFont codeFont(TextSize size)
{
    // Named by family: the system's own font object counts as "nothing chosen", and a widget would put the
    // application's family in its place.
    QFont f(QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    f.setStyleHint(QFont::Monospace);
    f.setPixelSize(int(size));
    return f;
}

const Colors& colors() { return current(); }

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::install(QApplication& app, ThemeChoice choice)
{
    m_app = &app;
    m_systemDark = systemIsDark(); // before our own palette hides it
    m_choice = choice;
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        m_systemDark = systemIsDark();
        applyNow();
    });
#endif
    applyNow();
}

void Theme::choose(ThemeChoice choice)
{
    m_choice = choice;
    applyNow();
}

int Theme::motionMs()
{
    return qEnvironmentVariableIsSet("OFFERWRIGHT_NO_MOTION")
            || QGuiApplication::platformName() == "offscreen"_L1
        ? 0
        : Size::MotionMs;
}

void Theme::applyNow()
{
    if (!m_app)
        return;
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemDark);
    current() = makePalette(dark);
    QPixmapCache::clear();
    QApplication::setFont(textFont(TextSize::Body));
    QApplication::setPalette(qtPalette(current()));
    m_app->setStyleSheet(styleSheet(current()));
    emit changed();
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
#endif
}

}
