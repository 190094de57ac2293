// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/icons.h"

#include "ui/shell/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

// Paints at the moment of use, so that a change of theme needs no new icons.
class LineIconEngine final : public QIconEngine {
public:
    LineIconEngine(QString name, bool onAccent)
        : m_name(std::move(name))
        , m_onAccent(onAccent)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
        const int size = std::min(rect.width(), rect.height());
        const QPixmap pixmap = iconPixmap(m_name, size, color(mode, state), ratio);
        painter->drawPixmap(
            rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, pixmap);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return iconPixmap(m_name, std::min(size.width(), size.height()), color(mode, state));
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const int side = int(std::min(size.width(), size.height()) / scale);
        return iconPixmap(m_name, side, color(mode, state), scale);
    }

    QIconEngine* clone() const override { return new LineIconEngine(m_name, m_onAccent); }

private:
    QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        QColor c = m_onAccent && mode != QIcon::Disabled ? colors().onAccent
            : state == QIcon::On                         ? colors().accent
                                                         : colors().ink;
        if (mode == QIcon::Disabled)
            c.setAlphaF(0.35F);
        return c;
    }

    QString m_name;
    bool m_onAccent;
};

QByteArray source(const QString& name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon named %s", qPrintable(name));
        return {};
    }
    return file.readAll();
}

}

QIcon icon(const QString& name) { return QIcon(new LineIconEngine(name, false)); }
QIcon iconOnAccent(const QString& name) { return QIcon(new LineIconEngine(name, true)); }

QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal ratio)
{
    const QString key = u"ow/%1/%2/%3/%4"_s.arg(name).arg(size).arg(color.rgba()).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QByteArray svg = source(name);
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter, QRectF(0, 0, size, size));
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

}
