<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>ow::ui::HealthRow</name>
    <message>
        <source>Health of the data</source>
        <translation>Zustand der Daten</translation>
    </message>
</context>
<context>
    <name>ow::ui::MeasureModel</name>
    <message>
        <source>Metric</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Behandelt</translation>
    </message>
    <message>
        <source>Holdout</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>95 %, valid at any time</source>
        <translation>95 %, jederzeit gültig</translation>
    </message>
    <message>
        <source>Guardrail</source>
        <translation>Leitplanke</translation>
    </message>
</context>
<context>
    <name>ow::ui::OfferDetail</name>
    <message>
        <source>All figures</source>
        <translation>Alle Zahlen</translation>
    </message>
    <message>
        <source>Lift in attach rate</source>
        <translation>Zuwachs der Zukaufquote</translation>
    </message>
    <message>
        <source>Margin per customer</source>
        <translation>Marge je Kunde</translation>
    </message>
    <message>
        <source>Core conversion</source>
        <translation>Kernabschluss</translation>
    </message>
    <message>
        <source>Attach rate by week</source>
        <translation>Zukaufquote nach Woche</translation>
    </message>
    <message>
        <source>Lift so far, valid at any time</source>
        <translation>Zuwachs bis jetzt, jederzeit gültig</translation>
    </message>
    <message>
        <source>Lift by segment</source>
        <translation>Zuwachs nach Segment</translation>
    </message>
    <message>
        <source>Segments by</source>
        <translation>Segmente nach</translation>
    </message>
    <message>
        <source>Guardrail breached</source>
        <translation>Leitplanke verletzt</translation>
    </message>
    <message>
        <source>Guardrail holds</source>
        <translation>Leitplanke hält</translation>
    </message>
    <message>
        <source>Guardrail not settled</source>
        <translation>Leitplanke noch offen</translation>
    </message>
    <message>
        <source>All offers</source>
        <translation>Alle Angebote</translation>
    </message>
    <message>
        <source>Lift: %1.</source>
        <translation>Zuwachs: %1.</translation>
    </message>
    <message>
        <source>Margin per customer: %1.</source>
        <translation>Marge je Kunde: %1.</translation>
    </message>
    <message>
        <source>Segments differ: yes (p %1)</source>
        <translation>Segmente unterscheiden sich: ja (p %1)</translation>
    </message>
    <message>
        <source>Segments differ: not shown (p %1)</source>
        <translation>Segmente unterscheiden sich: nicht gezeigt (p %1)</translation>
    </message>
    <message>
        <source>All opportunities, as a description and not an effect: %1 shown, %2 clicked, %3 accepted, %4 declined, %5 followed by a purchase; %6 withheld, %7 followed by a purchase.</source>
        <translation>Alle Gelegenheiten, als Beschreibung und nicht als Wirkung: %1 gezeigt, %2 angeklickt, %3 angenommen, %4 abgelehnt, %5 mit folgendem Kauf; %6 zurückgehalten, %7 mit folgendem Kauf.</translation>
    </message>
    <message>
        <source>the global holdout</source>
        <translation>die allgemeine Kontrollgruppe</translation>
    </message>
    <message>
        <source>the withheld arm of experiment %1</source>
        <translation>den zurückgehaltenen Arm des Experiments %1</translation>
    </message>
    <message>
        <source>Customers by arm as assigned, from their first opportunity on, against %1. A purchase counts within %2 at the shelf (product page, cart, checkout) and %3 elsewhere; margin is that of all orders within %4. %5 customers are too recent to count.</source>
        <translation>Kunden nach zugeteiltem Arm, von ihrer ersten Gelegenheit an, gegen %1. Ein Kauf zählt am Regal (Produktseite, Warenkorb, Kasse) innerhalb von %2 und sonst von %3; die Marge ist die aller Bestellungen innerhalb von %4. %5 Kunden sind zu neu, um zu zählen.</translation>
    </message>
</context>
<context>
    <name>ow::ui::Plot</name>
    <message>
        <source>The chart could not be written to %1: is the folder there and writable?</source>
        <translation>Das Diagramm ließ sich nicht nach %1 schreiben: gibt es den Ordner, und darf man dort schreiben?</translation>
    </message>
    <message>
        <source>Charts are written as .png, .svg or .pdf.</source>
        <translation>Diagramme werden als .png, .svg oder .pdf geschrieben.</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Diagramm sichern</translation>
    </message>
    <message>
        <source>Pictures (*.png);;Drawings (*.svg);;Documents (*.pdf)</source>
        <translation>Bilder (*.png);;Zeichnungen (*.svg);;Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>Save chart…</source>
        <translation>Diagramm sichern …</translation>
    </message>
</context>
<context>
    <name>Scorecard</name>
    <message>
        <source>treatment</source>
        <translation>behandelt</translation>
    </message>
    <message>
        <source>holdout</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>Week of %1, %2: %3 (%4 to %5), %6 of %7 customers</source>
        <translation>Woche vom %1, %2: %3 (%4 bis %5), %6 von %7 Kunden</translation>
    </message>
    <message>
        <source>attach rate, % of customers</source>
        <translation>Zukaufquote, % der Kunden</translation>
    </message>
    <message>
        <source>No week has %1 customers in an arm yet</source>
        <translation>Noch keine Woche hat %1 Kunden in einem Arm</translation>
    </message>
    <message>
        <source>week of the first opportunity (arms of fewer than %1 customers left out)</source>
        <translation>Woche der ersten Gelegenheit (Arme unter %1 Kunden ausgelassen)</translation>
    </message>
    <message>
        <source>week of the first opportunity</source>
        <translation>Woche der ersten Gelegenheit</translation>
    </message>
    <message>
        <source>lift so far, percentage points</source>
        <translation>Zuwachs bis jetzt, Prozentpunkte</translation>
    </message>
    <message>
        <source>Up to the week of %1: %2, %3</source>
        <translation>Bis zur Woche vom %1: %2, %3</translation>
    </message>
    <message>
        <source>lift against the holdout, percentage points</source>
        <translation>Zuwachs gegen die Kontrolle, Prozentpunkte</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>other</source>
        <translation>übrige</translation>
    </message>
    <message>
        <source>q %1 over all segments and offers</source>
        <translation>q %1 über alle Segmente und Angebote</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Attach rate</source>
        <translation>Zukaufquote</translation>
    </message>
    <message>
        <source>Contribution margin</source>
        <translation>Deckungsbeitrag</translation>
    </message>
    <message>
        <source>Core conversion</source>
        <translation>Kernabschluss</translation>
    </message>
    <message>
        <source>Return rate</source>
        <translation>Retourenquote</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Gelegenheiten</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>below %1 or above %2 is ruled out (%3 %, valid at any time)</source>
        <translation>unter %1 oder über %2 ist ausgeschlossen (%3 %, jederzeit gültig)</translation>
    </message>
    <message>
        <source>between %1 and %2 (%3 %, valid at any time)</source>
        <translation>von %1 bis %2 (%3 %, jederzeit gültig)</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>Nobody in the holdout yet</source>
        <translation>Noch niemand in der Kontrolle</translation>
    </message>
    <message>
        <source>Nobody in the treatment yet</source>
        <translation>Noch niemand behandelt</translation>
    </message>
    <message>
        <source>%1 of %2 customers needed</source>
        <translation>%1 von %2 nötigen Kunden</translation>
    </message>
    <message>
        <source>%1 of %2 purchases needed in each arm</source>
        <translation>%1 von %2 nötigen Käufen je Arm</translation>
    </message>
    <message>
        <source>No variation observed: no interval possible</source>
        <translation>Keine Streuung beobachtet: kein Intervall möglich</translation>
    </message>
    <message>
        <source>Ratio not defined: nothing was sold</source>
        <translation>Verhältnis nicht bestimmt: nichts verkauft</translation>
    </message>
    <message>
        <source>Needs customers as the randomised unit</source>
        <translation>Braucht Kunden als Einheit der Zuteilung</translation>
    </message>
    <message>
        <source>Not computed: %1</source>
        <translation>Nicht berechnet: %1</translation>
    </message>
    <message>
        <source>Returns still open: expected returns are taken off</source>
        <translation>Retouren noch offen: erwartete Retouren sind abgezogen</translation>
    </message>
    <message>
        <source>The largest orders are capped at the 99.9 % quantile</source>
        <translation>Die größten Bestellungen sind am 99,9-%-Quantil gekappt</translation>
    </message>
    <message>
        <source>Relative lift needs a baseline above zero</source>
        <translation>Ein relativer Zuwachs braucht eine Grundlinie über null</translation>
    </message>
    <message>
        <source>Fewer than 30 customers: read with care</source>
        <translation>Weniger als 30 Kunden: mit Vorsicht lesen</translation>
    </message>
    <message>
        <source>%1: %2 of %3 customers</source>
        <translation>%1: %2 von %3 Kunden</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation> (%1 bis %2)</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Behandelt</translation>
    </message>
    <message>
        <source>Holdout</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>Difference %1</source>
        <translation>Unterschied %1</translation>
    </message>
    <message>
        <source>, standard error %1</source>
        <translation>, Standardfehler %1</translation>
    </message>
    <message>
        <source>Valid at any time: %1 to %2, p %3</source>
        <translation>Jederzeit gültig: %1 bis %2, p %3</translation>
    </message>
    <message>
        <source>If read only once: %1 to %2, p %3</source>
        <translation>Wenn nur einmal gelesen: %1 bis %2, p %3</translation>
    </message>
    <message>
        <source>Relative: %1 % (%2 % to %3 %)</source>
        <translation>Relativ: %1 % (%2 % bis %3 %)</translation>
    </message>
    <message>
        <source>Guardrail: at most %1 points worse</source>
        <translation>Leitplanke: höchstens %1 Punkte schlechter</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Lift and margin clear their thresholds and every guardrail holds.</source>
        <translation>Zuwachs und Marge nehmen ihre Schwellen, und jede Leitplanke hält.</translation>
    </message>
    <message>
        <source>The lift stays below what would be worthwhile.</source>
        <translation>Der Zuwachs bleibt unter dem, was sich lohnte.</translation>
    </message>
    <message>
        <source>The margin stays below what would be worthwhile.</source>
        <translation>Die Marge bleibt unter dem, was sich lohnte.</translation>
    </message>
    <message>
        <source>The last cycle is over and the thresholds were not cleared.</source>
        <translation>Der letzte Zyklus ist vorbei, und die Schwellen wurden nicht genommen.</translation>
    </message>
    <message>
        <source>Asking costs the core sale: the guardrail on core conversion is breached.</source>
        <translation>Das Fragen kostet den Kernverkauf: die Leitplanke des Kernabschlusses ist verletzt.</translation>
    </message>
    <message>
        <source>Too much comes back: the guardrail on returns is breached.</source>
        <translation>Zu viel kommt zurück: die Leitplanke der Retouren ist verletzt.</translation>
    </message>
    <message>
        <source>Lift and margin clear their thresholds; a guardrail is not settled yet.</source>
        <translation>Zuwachs und Marge nehmen ihre Schwellen; eine Leitplanke ist noch offen.</translation>
    </message>
    <message>
        <source>Too few customers in an arm so far.</source>
        <translation>Bisher zu wenige Kunden in einem Arm.</translation>
    </message>
    <message>
        <source>Lift or margin cannot be estimated yet.</source>
        <translation>Zuwachs oder Marge lassen sich noch nicht schätzen.</translation>
    </message>
    <message>
        <source>Too early: the first two cycles only watch for harm.</source>
        <translation>Zu früh: die ersten zwei Zyklen achten nur auf Schaden.</translation>
    </message>
    <message>
        <source>The intervals still allow both keeping and killing.</source>
        <translation>Die Intervalle lassen noch beides zu, behalten und beenden.</translation>
    </message>
    <message>
        <source>The experience improves, so the offer is spared for now.</source>
        <translation>Das Erlebnis wird besser, darum bleibt das Angebot vorerst.</translation>
    </message>
    <message>
        <source>The arms do not have the sizes they were given: no verdict until that is understood.</source>
        <translation>Die Arme haben nicht die Größen, die ihnen gegeben wurden: kein Urteil, bis das verstanden ist.</translation>
    </message>
    <message>
        <source>Too many customers were seen in both arms: no verdict until that is understood.</source>
        <translation>Zu viele Kunden waren in beiden Armen: kein Urteil, bis das verstanden ist.</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Hält</translation>
    </message>
    <message>
        <source>Breached</source>
        <translation>Verletzt</translation>
    </message>
    <message>
        <source>Not settled</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tagen</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>Sample ratio not checked</source>
        <translation>Aufteilung nicht geprüft</translation>
    </message>
    <message>
        <source>The rules name no holdout, so nobody can say how large the arms should be.</source>
        <translation>Die Regeln nennen keine Kontrollgruppe; niemand kann sagen, wie groß die Arme sein sollten.</translation>
    </message>
    <message>
        <source>Only one arm has customers.</source>
        <translation>Nur ein Arm hat Kunden.</translation>
    </message>
    <message>
        <source>%1 in treatment (%2 expected), %3 held out (%4 expected); p %5</source>
        <translation>%1 behandelt (%2 erwartet), %3 Kontrolle (%4 erwartet); p %5</translation>
    </message>
    <message>
        <source> Look at: %1.</source>
        <translation> Zu prüfen: %1.</translation>
    </message>
    <message>
        <source>Sample ratio is off</source>
        <translation>Die Aufteilung stimmt nicht</translation>
    </message>
    <message>
        <source>. No verdict may stand on this.</source>
        <translation>. Darauf darf kein Urteil stehen.</translation>
    </message>
    <message>
        <source>Sample ratio looks odd</source>
        <translation>Die Aufteilung sieht seltsam aus</translation>
    </message>
    <message>
        <source>Sample ratio as configured</source>
        <translation>Aufteilung wie eingestellt</translation>
    </message>
    <message>
        <source>%1 exposures; data from %2 to %3.</source>
        <translation>Daten von %2 bis %3, %1 Einblendungen.</translation>
    </message>
    <message>
        <source>Not mature yet</source>
        <translation>Noch nicht reif</translation>
    </message>
    <message>
        <source>The first whole week can be read on %1. </source>
        <translation>Die erste ganze Woche lässt sich am %1 lesen. </translation>
    </message>
    <message>
        <source>1 whole week</source>
        <translation>1 ganze Woche</translation>
    </message>
    <message>
        <source>%1 whole weeks</source>
        <translation>%1 ganze Wochen</translation>
    </message>
    <message>
        <source> %1 customers are too recent to count.</source>
        <translation> %1 Kunden sind zu neu, um zu zählen.</translation>
    </message>
    <message>
        <source>Returns open</source>
        <translation>Retouren offen</translation>
    </message>
    <message>
        <source>%1 customers can still send things back; expected returns are taken off.</source>
        <translation>%1 Kunden können noch etwas zurückschicken; erwartete Retouren sind abgezogen.</translation>
    </message>
    <message>
        <source>Seen in both arms</source>
        <translation>In beiden Armen gesehen</translation>
    </message>
    <message>
        <source>%1 customers are left out of both.</source>
        <translation>%1 Kunden bleiben aus beiden heraus.</translation>
    </message>
    <message>
        <source>Costs missing</source>
        <translation>Kosten fehlen</translation>
    </message>
    <message>
        <source>%1 sold lines are of unknown products and left out of margins.</source>
        <translation>%1 verkaufte Zeilen betreffen unbekannte Produkte und zählen nicht zur Marge.</translation>
    </message>
</context>
<context>
    <name>ow::ui::ScorecardsScreen</name>
    <message>
        <source>Import exposures</source>
        <translation>Einblendungen importieren</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht ausgeben</translation>
    </message>
    <message>
        <source>No project open</source>
        <translation>Kein Projekt geöffnet</translation>
    </message>
    <message>
        <source>Open a project to see its scorecards.</source>
        <translation>Öffnen Sie ein Projekt, um seine Auswertungen zu sehen.</translation>
    </message>
    <message>
        <source>Offers and their verdicts</source>
        <translation>Angebote und ihre Urteile</translation>
    </message>
    <message>
        <source>No exposures to score</source>
        <translation>Keine Einblendungen auszuwerten</translation>
    </message>
    <message>
        <source>A scorecard compares customers who were shown an offer with customers from whom it was withheld. Import a log of exposures with their arm, withheld ones too, or simulate one.</source>
        <translation>Eine Auswertung vergleicht Kunden, die ein Angebot sahen, mit Kunden, denen es vorenthalten wurde. Importieren Sie ein Protokoll der Einblendungen mit ihrem Arm, auch der zurückgehaltenen, oder simulieren Sie eines.</translation>
    </message>
    <message>
        <source>Scoring %1 exposures …</source>
        <translation>%1 Einblendungen werden ausgewertet …</translation>
    </message>
    <message>
        <source>Opportunities, purchases and returns are matched in the background.</source>
        <translation>Gelegenheiten, Käufe und Retouren werden im Hintergrund zugeordnet.</translation>
    </message>
    <message>
        <source>Scoring offers</source>
        <translation>Angebote auswerten</translation>
    </message>
    <message>
        <source>The offers could not be scored</source>
        <translation>Die Angebote ließen sich nicht auswerten</translation>
    </message>
    <message>
        <source>Reports (*.html);;Everything (*)</source>
        <translation>Berichte (*.html);;Alles (*)</translation>
    </message>
    <message>
        <source>Report written to %1.</source>
        <translation>Bericht nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>The report could not be written.</source>
        <translation>Der Bericht ließ sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>ow::ui::VerdictDelegate</name>
    <message>
        <source>Lift %1</source>
        <translation>Zuwachs %1</translation>
    </message>
</context>
<context>
    <name>ow::ui::VerdictListModel</name>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Too few customers yet</source>
        <translation>Noch zu wenige Kunden</translation>
    </message>
    <message>
        <source>All offers</source>
        <translation>Alle Angebote</translation>
    </message>
    <message>
        <source>Lift: %1</source>
        <translation>Zuwachs: %1</translation>
    </message>
</context>
</TS>
