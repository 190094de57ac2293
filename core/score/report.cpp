// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/report.h"

#include "score/report_charts.h"
#include "score/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::score {

std::string htmlEscaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

namespace {

constexpr std::string_view style = R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #F6F7F9; color: #1B1F24; font: 13px/1.45 system-ui, Inter, "DejaVu Sans", sans-serif;
  font-variant-numeric: tabular-nums; }
main { max-width: 960px; margin: 0 auto; padding: 32px 24px; }
h1 { font-size: 28px; font-weight: 600; margin: 0 0 4px; }
h2 { font-size: 20px; font-weight: 600; margin: 32px 0 12px; }
h3 { font-size: 15px; font-weight: 600; margin: 0; }
.muted { color: #5B6470; }
.card { background: #FFFFFF; border: 1px solid rgba(27,31,36,.12); border-radius: 10px; padding: 16px; margin: 12px 0; }
.head { display: flex; gap: 12px; align-items: baseline; justify-content: space-between; }
.health { display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 12px; }
.health .card { margin: 0; }
.good { color: #00795C; } .caution { color: #9A6700; } .bad { color: #B3400E; }
.blocked table, .blocked svg { opacity: .45; }
.alarm { background: #B3400E; color: #FFFFFF; border-radius: 10px; padding: 12px 16px; margin: 12px 0; font-weight: 600; }
table { border-collapse: collapse; width: 100%; margin-top: 8px; }
th { text-align: left; font-weight: 500; color: #5B6470; }
th:first-child { min-width: 130px; }
th, td { padding: 5px 8px 5px 0; border-bottom: 1px solid rgba(27,31,36,.08); vertical-align: middle; }
th.n, td.n { text-align: right; white-space: nowrap; }
svg { display: block; width: 100%; height: auto; margin-top: 8px; font-family: inherit; }
svg.effect { width: 170px; margin: 0; }
td.i { white-space: nowrap; }
.word { font-weight: 600; white-space: nowrap; }
footer { margin-top: 32px; }
@media print { body { background: #FFFFFF; font-size: 11px; } main { max-width: none; padding: 0; }
  tr, svg { break-inside: avoid; } h2, h3, .head { break-after: avoid; } .health .card { break-inside: avoid; } }
)css";

const char* toneClass(HealthLine::Tone tone)
{
    return tone == HealthLine::Tone::Good ? "good" : tone == HealthLine::Tone::Caution ? "caution" : "bad";
}

const char* toneMark(HealthLine::Tone tone)
{
    return tone == HealthLine::Tone::Good ? "✓" : tone == HealthLine::Tone::Caution ? "!" : "✕";
}

const char* verdictClass(const Verdict& v)
{
    if (v.state == "keep")
        return "good";
    return v.state == "kill" || v.state == "blocked" ? "bad" : "caution";
}

std::string healthHtml(const Scorecard& card)
{
    std::string html = R"(<section class="health">)";
    for (const HealthLine& line : healthLines(card))
        html += fmt::format(R"(<div class="card"><h3 class="{}">{} {}</h3><div class="muted">{}</div></div>)",
            toneClass(line.tone), toneMark(line.tone), htmlEscaped(line.title), htmlEscaped(line.text));
    return html + "</section>";
}

std::string guardrailHtml(const Measure& m)
{
    if (!m.guardrailMargin)
        return {};
    const char* tone = m.guardrail == "held" ? "good" : m.guardrail == "breached" ? "bad" : "caution";
    const char* word = m.guardrail == "held" ? "✓ held"
        : m.guardrail == "breached"          ? "✕ breached"
                                             : "! not settled";
    return fmt::format(R"(<span class="word {}">{}</span> <span class="muted">(limit {}{:g})</span>)", tone,
        word, higherIsBetter(m.metric) ? "−" : "+", *m.guardrailMargin * 100);
}

// Intervals stay on one line, reasons may wrap.
const char* nowrap(const Measure& m) { return m.hasInterval() ? R"( class="i")" : ""; }

std::string rowHtml(const Measure& m, const Scorecard& card)
{
    return fmt::format(
        R"(<tr><td>{}</td><td class="n">{}</td><td class="n">{}</td><td>{}</td><td{}>{}</td><td>{}</td></tr>)",
        metricTitle(m.metric), levelText(m.treatment.value, m, card.currency),
        levelText(m.holdout.value, m, card.currency), effectSvg(m, effectReach(card, m.metric)), nowrap(m),
        htmlEscaped(effectText(m, card.currency, card.options.precision)), guardrailHtml(m));
}

std::string notesHtml(const OfferScore& offer)
{
    std::string html;
    for (const Measure& m : offer.measures)
        for (const std::string& note : m.notes)
            html += (html.empty() ? "" : " · ") + metricTitle(m.metric) + ": " + htmlEscaped(noteText(note));
    return html.empty() ? html : R"(<p class="muted">)" + html + "</p>";
}

bool enoughCustomers(const OfferScore& offer, const Scorecard& card)
{
    const Measure* lift = offer.find(Metric::AttachRate);
    return lift && std::min(lift->treatment.units, lift->holdout.units) >= card.options.precision.minUnits;
}

// Every offer in one line: what a reader with one minute looks at.
std::string summaryHtml(const Scorecard& card)
{
    std::string html
        = R"(<section class="card"><table><tr><th>Offer</th><th>Verdict</th><th>Lift in attach rate</th>)"
          R"(<th></th><th>Margin per customer</th></tr>)";
    for (const OfferScore& offer : card.offers) {
        const Measure* lift = offer.find(Metric::AttachRate);
        const Measure* margin = offer.find(Metric::MarginPerUnit);
        const bool judged = offer.verdict && offer.verdict->reason != "too_few_units";
        html += fmt::format(R"(<tr><td>{}</td><td><span class="word {}">{}</span></td><td>{}</td>)"
                            R"(<td{}>{}</td><td{}>{}</td></tr>)",
            htmlEscaped(offer.name), judged ? verdictClass(*offer.verdict) : "muted",
            judged ? verdictTitle(*offer.verdict) : "–",
            effectSvg(*lift, effectReach(card, Metric::AttachRate)), nowrap(*lift),
            htmlEscaped(effectText(*lift, card.currency, card.options.precision)), nowrap(*margin),
            margin->hasInterval() ? htmlEscaped(effectText(*margin, card.currency, card.options.precision))
                                  : "–");
    }
    return html + "</table></section>";
}

std::string offerHtml(const OfferScore& offer, const Scorecard& card)
{
    const bool blocked = !card.blocked.empty();
    const Measure* lift = offer.find(Metric::AttachRate);
    std::string html = fmt::format(R"(<section class="card{}"><div class="head"><h3>{}</h3>)",
        blocked ? " blocked" : "", htmlEscaped(offer.id.empty() ? "All offers" : offer.name));
    if (offer.verdict)
        html += fmt::format(
            R"(<span class="word {}">{}</span>)", verdictClass(*offer.verdict), verdictTitle(*offer.verdict));
    html += "</div><p>";
    if (offer.verdict)
        html += htmlEscaped(verdictSentence(*offer.verdict)) + " ";
    if (lift)
        html += htmlEscaped(effectSentence(*lift, card.currency, card.options.precision));
    html += fmt::format(
        R"(</p><p class="muted">{} customers in treatment, {} in the holdout, {} too recent to count; against {}.)",
        grouped(lift ? lift->treatment.units : 0), grouped(lift ? lift->holdout.units : 0),
        grouped(offer.immature),
        offer.experiment.empty() ? "the global holdout"
                                 : htmlEscaped("the withheld arm of experiment " + offer.experiment));
    if (offer.opportunitiesDiffer)
        html += " The arms saw different numbers of opportunities: rates per opportunity compare unlike "
                "people.";
    html += R"(</p><table><tr><th>Metric</th><th class="n">Treatment</th><th class="n">Holdout</th>)"
            R"(<th>Difference</th><th>Interval</th><th>Guardrail</th></tr>)";
    for (const Measure& m : offer.measures)
        if (m.metric != Metric::OpportunitiesPerUnit)
            html += rowHtml(m, card);
    html += "</table>" + notesHtml(offer) + weeklySvg(offer);
    if (offer.forest)
        html += fmt::format("<h3>Lift by {}</h3>", htmlEscaped(offer.forest->by)) + forestSvg(*offer.forest)
            + (offer.forest->differP ? fmt::format(R"(<p class="muted">Segments differ: {} (p {:.2g}).</p>)",
                   *offer.forest->differP < 0.05 ? "yes" : "not shown", *offer.forest->differP)
                                     : std::string());
    const Funnel& f = offer.funnel;
    html += fmt::format(
        R"(<p class="muted">Over all opportunities, as a description: {} shown, {} clicked, {} accepted, )"
        R"({} declined, {} followed by a purchase; {} withheld, {} followed by a purchase.</p></section>)",
        grouped(f.shown), grouped(f.clicked), grouped(f.accepted), grouped(f.declined), grouped(f.attached),
        grouped(f.withheld), grouped(f.attachedWithheld));
    return html;
}

}

std::string reportHtml(const Scorecard& card)
{
    const std::string title = htmlEscaped(card.project.empty() ? "Scorecard" : card.project + ": scorecard");
    std::string html = fmt::format(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width\"><title>{}</title><style>{}</style>"
        "</head><body><main><h1>{}</h1>",
        title, style, title);
    if (card.start && card.dataEnd)
        html += fmt::format(R"(<div class="muted">{} to {} · {} whole cycles · {} offers</div>)",
            formatTimestamp(*card.start).substr(0, 10), formatTimestamp(*card.dataEnd).substr(0, 10),
            card.cycles, card.offers.size());
    if (card.blocked == "srm")
        html += R"(<div class="alarm">✕ Sample ratio mismatch: no verdict may stand on these numbers.</div>)";
    html += "<h2>Health</h2>" + healthHtml(card);
    if (card.start) {
        html += "<h2>Offers at a glance</h2>" + summaryHtml(card);
        html += "<h2>In full</h2>" + offerHtml(card.overall, card);
        for (const OfferScore& offer : card.offers)
            if (enoughCustomers(offer, card))
                html += offerHtml(offer, card);
    }
    html += fmt::format(
        R"(<footer class="muted">Differences are treatment − holdout by arm as assigned, over customers from their first )"
        R"(opportunity on; {:g} % intervals that may be read at any time. A purchase counts within {} of an ask at the shelf )"
        R"((product page, cart, checkout) and {} elsewhere; margin is that of all orders within {}.</footer></main></body></html>)",
        card.options.precision.conf * 100, formatDuration(card.options.windows.atTheShelf),
        formatDuration(card.options.windows.elsewhere), formatDuration(card.options.windows.margin));
    return html + "\n";
}

}
