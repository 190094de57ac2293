// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/edge_raster.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace ow::ui {

namespace {

// Red and blue in one multiplication, green in another; alpha 0 … 256.
inline void blend(QRgb& pixel, std::uint32_t redBlue, std::uint32_t green, std::uint32_t alpha)
{
    const std::uint32_t rb = pixel & 0xff00ffU;
    const std::uint32_t g = pixel & 0x00ff00U;
    const std::uint32_t left = 256 - alpha;
    pixel = 0xff000000U | (((redBlue * alpha + rb * left) >> 8) & 0xff00ffU)
        | (((green * alpha + g * left) >> 8) & 0x00ff00U);
}

// Cuts the segment to the box; false = nothing of it is inside.
bool clip(double& x0, double& y0, double& x1, double& y1, double right, double bottom)
{
    double from = 0;
    double to = 1;
    const double dx = x1 - x0;
    const double dy = y1 - y0;
    const auto side = [&](double p, double q) {
        if (p == 0)
            return q >= 0;
        const double r = q / p;
        if (p < 0)
            from = std::max(from, r);
        else
            to = std::min(to, r);
        return from <= to;
    };
    if (!side(-dx, x0) || !side(dx, right - x0) || !side(-dy, y0) || !side(dy, bottom - y0))
        return false;
    x1 = x0 + to * dx;
    y1 = y0 + to * dy;
    x0 += from * dx;
    y0 += from * dy;
    return true;
}

}

EdgeRaster::EdgeRaster(QImage& image, int top, int bottom)
    : m_bits(reinterpret_cast<QRgb*>(image.bits()) + std::ptrdiff_t(top) * image.bytesPerLine() / 4)
    , m_top(top)
    , m_stride(int(image.bytesPerLine() / 4))
    , m_width(image.width())
    , m_height(bottom - top)
{
}

void EdgeRaster::line(QPointF from, QPointF to, const RasterPen& pen)
{
    from.ry() -= m_top;
    to.ry() -= m_top;
    double x0 = from.x();
    double y0 = from.y();
    double x1 = to.x();
    double y1 = to.y();
    const double length = std::hypot(x1 - x0, y1 - y0);
    if (length < 0.5 || m_width < 3 || m_height < 3 || !clip(x0, y0, x1, y1, m_width - 1.0, m_height - 1.0))
        return;
    const QRgb rgb = pen.color.rgb();
    const std::uint32_t redBlue = rgb & 0xff00ffU;
    const std::uint32_t green = rgb & 0x00ff00U;
    const auto alpha = std::uint32_t(std::clamp(pen.opacity, 0.0, 1.0) * 256);

    // u runs along the axis that the line covers faster, v across it.
    const bool steep = std::abs(y1 - y0) > std::abs(x1 - x0);
    if (steep ? y0 > y1 : x0 > x1) {
        std::swap(x0, x1);
        std::swap(y0, y1);
    }
    const double u0 = steep ? y0 : x0;
    const double u1 = steep ? y1 : x1;
    const double slope = u1 > u0 ? (steep ? x1 - x0 : y1 - y0) / (u1 - u0) : 0;
    const double perStep = std::sqrt(1 + slope * slope); // how long the line is per step
    const std::ptrdiff_t along = steep ? m_stride : 1;
    const std::ptrdiff_t across = steep ? 1 : m_stride;
    const int last = (steep ? m_width : m_height) - 1;
    const double half = std::max(pen.width, 1.0) * perStep / 2;
    const double period = pen.on + pen.off;
    const double inverse = period > 0 ? 1 / period : 0;
    // Dashes start where the line does, not where the window cuts it: else they would crawl while panning.
    const double origin = steep ? std::min(from.y(), to.y()) : std::min(from.x(), to.x());
    double gone = (u0 - origin) * perStep;

    const int end = int(u1);
    double v = (steep ? x0 : y0) + (std::floor(u0) + 0.5 - u0) * slope;
    if (pen.width <= 0) {
        density(int(u0), end, v, slope, last, along, across, rgb, alpha);
        return;
    }
    for (int u = int(u0); u <= end; ++u, v += slope, gone += perStep) {
        if (period > 0 && (gone * inverse - std::floor(gone * inverse)) * period > pen.on)
            continue;
        const double top = std::max(v - half, 0.0);
        const double bottom = std::min(v + half, last + 1.0);
        if (top >= bottom)
            continue;
        const int first = int(top);
        const int stop = std::min(int(bottom), last);
        QRgb* pixel = m_bits + u * along + first * across;
        if (first == stop) {
            blend(*pixel, redBlue, green, std::uint32_t(alpha * (bottom - top)));
            continue;
        }
        blend(*pixel, redBlue, green, std::uint32_t(alpha * (first + 1 - top)));
        for (int w = first + 1; w < stop; ++w)
            blend(*(pixel += across), redBlue, green, alpha);
        blend(*(pixel + across), redBlue, green, std::uint32_t(alpha * (bottom - stop)));
    }
}

// The far view's twenty thousand lines: whole numbers only.
void EdgeRaster::density(int u, int end, double v, double slope, int last, std::ptrdiff_t along,
    std::ptrdiff_t across, QRgb rgb, unsigned alpha)
{
    const std::uint32_t redBlue = rgb & 0xff00ffU;
    const std::uint32_t green = rgb & 0x00ff00U;
    auto position = std::int64_t(v * 65536); // 16.16
    const auto step = std::int64_t(slope * 65536);
    const std::int64_t most = (std::int64_t(last) << 16) | 0xffff;
    QRgb* row = m_bits + u * along;
    for (; u <= end; ++u, row += along, position += step) {
        const std::int64_t at
            = std::clamp<std::int64_t>(position, 0, most); // rounding may leave the image by a hair
        blend(row[(at >> 16) * across], redBlue, green, alpha);
    }
}

}
