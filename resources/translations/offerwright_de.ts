<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>Commands</name>
    <message>
        <source>Accepted as substitutes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed the edge %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned round: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drew %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drew %1 ↔ %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataTables</name>
    <message>
        <source>Basket</source>
        <translation>Korb</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Reicht</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Clicked</source>
        <translation>Geklickt</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Intent</source>
        <translation>Absicht</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>The row</source>
        <translation>Die Zeile</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>under 0.1 %</source>
        <translation>unter 0,1 %</translation>
    </message>
    <message>
        <source>%1 of %2 %3 hold both</source>
        <translation>%1 von %2 %3 enthalten beide</translation>
    </message>
    <message>
        <source>, %1 by chance</source>
        <translation>, %1 durch Zufall</translation>
    </message>
    <message>
        <source>. Odds that this is a false find: %1</source>
        <translation>. Wahrscheinlichkeit eines Fehlfunds: %1</translation>
    </message>
    <message>
        <source>too rare to tell</source>
        <translation>zu selten</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Nacheinander</translation>
    </message>
    <message>
        <source>no dated purchases</source>
        <translation>keine datierten Käufe</translation>
    </message>
    <message>
        <source>%1 customers bought them in this order, %2 the other way round</source>
        <translation>%1 Kunden kauften in dieser Reihenfolge, %2 umgekehrt</translation>
    </message>
    <message>
        <source>. Half of them within %1</source>
        <translation>. Die Hälfte davon binnen %1</translation>
    </message>
    <message>
        <source>no role yet</source>
        <translation>noch keine Rolle</translation>
    </message>
    <message>
        <source>protect</source>
        <translation>schützen</translation>
    </message>
    <message>
        <source>power</source>
        <translation>stärken</translation>
    </message>
    <message>
        <source>personalize</source>
        <translation>anpassen</translation>
    </message>
    <message>
        <source>replenish</source>
        <translation>nachfüllen</translation>
    </message>
    <message>
        <source>expand</source>
        <translation>ausbauen</translation>
    </message>
    <message>
        <source>complement</source>
        <translation>Ergänzung</translation>
    </message>
    <message>
        <source>substitute</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>von Hand gezeichnet</translation>
    </message>
    <message>
        <source>Read about together</source>
        <translation>Zusammen gelesen</translation>
    </message>
    <message>
        <source>no such data</source>
        <translation>keine Daten dazu</translation>
    </message>
    <message>
        <source>Bought together</source>
        <translation>Zusammen gekauft</translation>
    </message>
    <message>
        <source>baskets</source>
        <translation>Warenkörben</translation>
    </message>
    <message>
        <source>Viewed together</source>
        <translation>Zusammen angesehen</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>no views in the data</source>
        <translation>keine Ansichten in den Daten</translation>
    </message>
    <message>
        <source>Bought together %1 times, %2 what popularity and basket size explain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought together %1 times: too rarely to say whether by chance.</source>
        <translation>%1-mal zusammen gekauft: zu selten, um Zufall auszuschließen.</translation>
    </message>
    <message>
        <source>Never bought together.</source>
        <translation>Nie zusammen gekauft.</translation>
    </message>
    <message>
        <source>One helps the other.</source>
        <translation>Eines hilft dem anderen.</translation>
    </message>
    <message>
        <source>Compared in the same visit, and who buys one leaves the other: offering both would annoy.</source>
        <translation>Im selben Besuch verglichen, und wer eines kauft, lässt das andere: beide anzubieten würde stören.</translation>
    </message>
    <message>
        <source>Compared in the same visit, but the data do not say whether instead or along with. When in doubt, treat them as substitutes.</source>
        <translation>Im selben Besuch verglichen, aber die Daten sagen nicht, ob statt oder dazu. Im Zweifel als Ersatz behandeln.</translation>
    </message>
    <message>
        <source>The data point both ways: somebody who knows the products has to decide.</source>
        <translation>Die Daten weisen in beide Richtungen: Wer die Produkte kennt, muss entscheiden.</translation>
    </message>
    <message>
        <source>No more than chance.</source>
        <translation>Nicht mehr als Zufall.</translation>
    </message>
    <message>
        <source>one way only</source>
        <translation>nur so herum</translation>
    </message>
    <message>
        <source>Bought together %1 times, %2 times what popularity and basket size explain.</source>
        <translation>%1-mal zusammen gekauft, %2-mal so oft, wie Beliebtheit und Korbgröße erklären.</translation>
    </message>
    <message>
        <source>no content in the data</source>
        <translation>keine Inhalte in den Daten</translation>
    </message>
</context>
<context>
    <name>ImportPlan</name>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Exposures</source>
        <translation>Einblendungen</translation>
    </message>
    <message>
        <source>Baskets</source>
        <translation>Warenkörbe</translation>
    </message>
    <message>
        <source>Mined adjacencies</source>
        <translation>Gefundene Nachbarschaften</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>NeedsText</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>fallback %1 added</source>
        <translation>Ersatz %1 hinzugefügt</translation>
    </message>
    <message>
        <source>fallback %1 taken out</source>
        <translation>Ersatz %1 herausgenommen</translation>
    </message>
    <message>
        <source>fit of %1: %2 → %3</source>
        <translation>Passung von %1: %2 → %3</translation>
    </message>
    <message>
        <source>fallbacks reordered</source>
        <translation>Ersatz umgeordnet</translation>
    </message>
    <message>
        <source>benefit removed</source>
        <translation>Nutzen entfernt</translation>
    </message>
    <message>
        <source>benefit “%1”</source>
        <translation>Nutzen „%1“</translation>
    </message>
    <message>
        <source>evidence added</source>
        <translation>Beleg hinzugefügt</translation>
    </message>
    <message>
        <source>evidence removed</source>
        <translation>Beleg entfernt</translation>
    </message>
    <message>
        <source>evidence changed</source>
        <translation>Beleg geändert</translation>
    </message>
    <message>
        <source>%1 cleared</source>
        <translation>%1 geleert</translation>
    </message>
    <message>
        <source>Stage %1 added</source>
        <translation>Phase %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Motivation %1 added</source>
        <translation>Motiv %1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 renamed to %2</source>
        <translation>%1 umbenannt in %2</translation>
    </message>
    <message>
        <source>Condition of %1: “%2”</source>
        <translation>Bedingung von %1: „%2“</translation>
    </message>
    <message>
        <source>Stage %1 deleted</source>
        <translation>Phase %1 gelöscht</translation>
    </message>
    <message>
        <source>Motivation %1 deleted</source>
        <translation>Motiv %1 gelöscht</translation>
    </message>
    <message>
        <source>%1 moved to place %2</source>
        <translation>%1 auf Platz %2 verschoben</translation>
    </message>
</context>
<context>
    <name>OffersText</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 added to %2</source>
        <translation>%1 zu %2 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 in %2: %3</translation>
    </message>
    <message>
        <source>%1 taken out of %2</source>
        <translation>%1 aus %2 herausgenommen</translation>
    </message>
    <message>
        <source>Items of %1 reordered</source>
        <translation>Teile von %1 umgeordnet</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Offer renamed: %1</source>
        <translation>Angebot umbenannt: %1</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Full-price items of %1 changed</source>
        <translation>Teile zum vollen Preis von %1 geändert</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Placements</source>
        <translation>Platzierungen</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Propensity</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>%1 only for those who do not own it</source>
        <translation>%1 nur für die, die es nicht besitzen</translation>
    </message>
    <message>
        <source>%1 also for those who own it</source>
        <translation>%1 auch für die, die es besitzen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>Nachfolger</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source> (and %1 more)</source>
        <translation> (und %1 weitere)</translation>
    </message>
    <message>
        <source>Offer %1 added</source>
        <translation>Angebot %1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>Offer %1 deleted</source>
        <translation>Angebot %1 gelöscht</translation>
    </message>
    <message>
        <source>Suppression %1</source>
        <translation>Sperre %1</translation>
    </message>
    <message>
        <source>Cap %1</source>
        <translation>Obergrenze %1</translation>
    </message>
    <message>
        <source>Cooldown %1</source>
        <translation>Ruhezeit %1</translation>
    </message>
    <message>
        <source>Sequence %1</source>
        <translation>Folge %1</translation>
    </message>
    <message>
        <source>Exclusive group %1</source>
        <translation>Ausschlussgruppe %1</translation>
    </message>
    <message>
        <source>Experiment %1</source>
        <translation>Experiment %1</translation>
    </message>
    <message>
        <source>Successor of %1</source>
        <translation>Nachfolger von %1</translation>
    </message>
</context>
<context>
    <name>RulesText</name>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>liegt vor</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>ist kleiner als</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>ist höchstens</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>liegt nach</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>ist größer als</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>ist mindestens</translation>
    </message>
    <message>
        <source>is true</source>
        <translation>trifft zu</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist eines von</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ist keines von</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>endet mit</translation>
    </message>
    <message>
        <source>contains the text</source>
        <translation>enthält den Text</translation>
    </message>
    <message>
        <source>matches the pattern</source>
        <translation>passt zum Muster</translation>
    </message>
    <message>
        <source>condition “%1”</source>
        <translation>Bedingung „%1“</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Einstellungen geändert</translation>
    </message>
    <message>
        <source>Guardrails: %1</source>
        <translation>Leitplanken: %1</translation>
    </message>
    <message>
        <source>Substitutes: %1</source>
        <translation>Ersatzprodukte: %1</translation>
    </message>
    <message>
        <source>Score: “%1”</source>
        <translation>Punktzahl: „%1“</translation>
    </message>
    <message>
        <source>Ranking: %1</source>
        <translation>Rangfolge: %1</translation>
    </message>
    <message>
        <source>Anchors come from purchases of the last %1</source>
        <translation>Anker sind Käufe der letzten %1</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Suppression</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Caps</source>
        <translation>Obergrenzen</translation>
    </message>
    <message>
        <source>Cooldowns</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Exclusive groups</source>
        <translation>Ausschlussgruppen</translation>
    </message>
    <message>
        <source>Limits and ranking</source>
        <translation>Grenzen und Rangfolge</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Leitplanken</translation>
    </message>
    <message>
        <source>Substitutes</source>
        <translation>Ersatzprodukte</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>innerhalb von %1</translation>
    </message>
    <message>
        <source>per calendar %1</source>
        <translation>je Kalender-%1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>at most once</source>
        <translation>höchstens einmal</translation>
    </message>
    <message>
        <source>at most %1 times</source>
        <translation>höchstens %1-mal</translation>
    </message>
    <message>
        <source>any time after</source>
        <translation>jederzeit nach</translation>
    </message>
    <message>
        <source>%1 or more after</source>
        <translation>%1 oder mehr nach</translation>
    </message>
    <message>
        <source>within %1 after</source>
        <translation>innerhalb von %1 nach</translation>
    </message>
    <message>
        <source>%1 to %2 after</source>
        <translation>%1 bis %2 nach</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>all offers</source>
        <translation>alle Angebote</translation>
    </message>
    <message>
        <source>offers that %1</source>
        <translation>Angebote der Rolle %1</translation>
    </message>
    <message>
        <source>offers by %1</source>
        <translation>Angebote über %1</translation>
    </message>
    <message>
        <source>offers of kind %1</source>
        <translation>Angebote der Art %1</translation>
    </message>
    <message>
        <source>offers of mission %1</source>
        <translation>Angebote der Mission %1</translation>
    </message>
    <message>
        <source>Withhold %1 while a condition holds.</source>
        <translation>Zurückhalten, solange eine Bedingung gilt: %1.</translation>
    </message>
    <message>
        <source>Withhold %1: %2</source>
        <translation>Zurückhalten (%1): %2</translation>
    </message>
    <message>
        <source>%1 together</source>
        <translation>%1 zusammen</translation>
    </message>
    <message>
        <source>all offers together</source>
        <translation>alle Angebote zusammen</translation>
    </message>
    <message>
        <source>Per customer, %1 may be %2 %3 %4.</source>
        <translation>Je Kunde darf gelten: %1 %3 %2, %4.</translation>
    </message>
    <message>
        <source>When %1 was %2, it rests for %3.</source>
        <translation>Wurde %1 %2, ruht es %3.</translation>
    </message>
    <message>
        <source>When one of %1 was %2, that one rests for %3.</source>
        <translation>Wurde eines von %1 %2, ruht dieses %3.</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von: %1</translation>
    </message>
    <message>
        <source>When %1 was %2, %3 rest for %4.</source>
        <translation>Wurde %1 %2, ruhen %3 für %4.</translation>
    </message>
    <message>
        <source>When %1 was %2, %3 rests for %4.</source>
        <translation>Wurde %1 %2, ruht %3 für %4.</translation>
    </message>
    <message>
        <source>%1 only %2 %3.</source>
        <translation>%1 nur %2: %3.</translation>
    </message>
    <message>
        <source>%1 only %2 %3 was %4.</source>
        <translation>%1 nur %2: %3 wurde %4.</translation>
    </message>
    <message>
        <source>Needs at least two offers.</source>
        <translation>Braucht mindestens zwei Angebote.</translation>
    </message>
    <message>
        <source>Of %1, only one within %2.</source>
        <translation>Von %1 nur eines innerhalb von %2.</translation>
    </message>
    <message>
        <source>any event</source>
        <translation>jedes Ereignis</translation>
    </message>
    <message>
        <source>%1: %2, within %3</source>
        <translation>%1: %2, innerhalb von %3</translation>
    </message>
    <message>
        <source>margin at least %1</source>
        <translation>Marge mindestens %1</translation>
    </message>
    <message>
        <source>discount at most %1</source>
        <translation>Rabatt höchstens %1</translation>
    </message>
    <message>
        <source>No limit on price or margin.</source>
        <translation>Keine Grenze für Preis oder Marge.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>is in the cart</source>
        <translation>im Warenkorb liegt</translation>
    </message>
    <message>
        <source>was bought within %1</source>
        <translation>innerhalb von %1 gekauft wurde</translation>
    </message>
    <message>
        <source>Substitutes do not hold an offer back.</source>
        <translation>Ersatzprodukte halten kein Angebot zurück.</translation>
    </message>
    <message>
        <source>No offer of something whose substitute %1.</source>
        <translation>Kein Angebot von etwas, dessen Ersatz %1.</translation>
    </message>
    <message>
        <source>best score first</source>
        <translation>beste Punktzahl zuerst</translation>
    </message>
    <message>
        <source>none below %1</source>
        <translation>nichts unter %1</translation>
    </message>
    <message>
        <source>each role once</source>
        <translation>jede Rolle einmal</translation>
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
    <name>Timeline</name>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>Viewed</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Gesucht</translation>
    </message>
    <message>
        <source>Wished for</source>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>Put in cart</source>
        <translation>In den Korb gelegt</translation>
    </message>
    <message>
        <source>Took out of cart</source>
        <translation>Aus dem Korb genommen</translation>
    </message>
    <message>
        <source>Started checkout</source>
        <translation>Kasse begonnen</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Opened a case</source>
        <translation>Anfrage gestellt</translation>
    </message>
    <message>
        <source>Case resolved</source>
        <translation>Anfrage gelöst</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>Umfrage</translation>
    </message>
    <message>
        <source>Read a how-to</source>
        <translation>Anleitung gelesen</translation>
    </message>
    <message>
        <source>Clicked an e-mail</source>
        <translation>E-Mail geklickt</translation>
    </message>
    <message>
        <source>Opened the app</source>
        <translation>App geöffnet</translation>
    </message>
    <message>
        <source>Viewed a page</source>
        <translation>Seite angesehen</translation>
    </message>
    <message>
        <source>Started a trial</source>
        <translation>Probe begonnen</translation>
    </message>
    <message>
        <source>Contract began</source>
        <translation>Vertrag begonnen</translation>
    </message>
    <message>
        <source>Contract ends soon</source>
        <translation>Vertrag endet bald</translation>
    </message>
    <message>
        <source>Used a feature</source>
        <translation>Funktion genutzt</translation>
    </message>
    <message>
        <source>Price dropped</source>
        <translation>Preis gesunken</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Left and Right go from one decision to the next, plus and minus zoom, F shows everything.</source>
        <translation>Links und Rechts gehen von Entscheidung zu Entscheidung, Plus und Minus zoomen, F zeigt alles.</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>purchase</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>attached</source>
        <translation>zugekauft</translation>
    </message>
    <message>
        <source>asked nothing</source>
        <translation>nichts gefragt</translation>
    </message>
    <message>
        <source>Was charged a fee</source>
        <translation>Gebühr berechnet</translation>
    </message>
    <message>
        <source>Used a coupon</source>
        <translation>Gutschein eingelöst</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>It is not active: %1.</source>
        <translation>Es ist nicht aktiv: %1.</translation>
    </message>
    <message>
        <source>It is not active.</source>
        <translation>Es ist nicht aktiv.</translation>
    </message>
    <message>
        <source>It is not valid at this time.</source>
        <translation>Es gilt zu dieser Zeit nicht.</translation>
    </message>
    <message>
        <source>It is not meant for this placement, or a bundle at a place of low intent.</source>
        <translation>Es ist für diesen Platz nicht gedacht oder ein Bündel an einem Platz geringer Kaufabsicht.</translation>
    </message>
    <message>
        <source>The customer has not agreed to this channel.</source>
        <translation>Der Kunde hat diesem Kanal nicht zugestimmt.</translation>
    </message>
    <message>
        <source>Suppressed: %1</source>
        <translation>Unterdrückt: %1</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Its own condition does not hold: %1</source>
        <translation>Seine eigene Bedingung gilt nicht: %1</translation>
    </message>
    <message>
        <source>Its own condition does not hold.</source>
        <translation>Seine eigene Bedingung gilt nicht.</translation>
    </message>
    <message>
        <source>The customer owns it already.</source>
        <translation>Der Kunde besitzt es schon.</translation>
    </message>
    <message>
        <source>A substitute of it is in the cart or was bought.</source>
        <translation>Ein Ersatz dafür liegt im Korb oder wurde gekauft.</translation>
    </message>
    <message>
        <source>Not enough in stock.</source>
        <translation>Nicht genug auf Lager.</translation>
    </message>
    <message>
        <source>Below the smallest margin of the guardrails.</source>
        <translation>Unter der kleinsten Marge der Leitplanken.</translation>
    </message>
    <message>
        <source>Above the largest discount of the guardrails.</source>
        <translation>Über dem größten Rabatt der Leitplanken.</translation>
    </message>
    <message>
        <source>Cap reached: %1</source>
        <translation>Obergrenze erreicht: %1</translation>
    </message>
    <message>
        <source>cap</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Cooling down: %1</source>
        <translation>Ruhezeit: %1</translation>
    </message>
    <message>
        <source>cooldown</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Not its time in the sequence: %1</source>
        <translation>In der Abfolge nicht an der Zeit: %1</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Abfolge</translation>
    </message>
    <message>
        <source>Another offer of its group was shown: %1</source>
        <translation>Ein anderes Angebot seiner Gruppe wurde gezeigt: %1</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Its propensity cannot be computed here.</source>
        <translation>Seine Neigung lässt sich hier nicht berechnen.</translation>
    </message>
    <message>
        <source>Its score cannot be computed here.</source>
        <translation>Seine Punktzahl lässt sich hier nicht berechnen.</translation>
    </message>
    <message>
        <source>Its score is below the floor: asking would not help enough.</source>
        <translation>Seine Punktzahl liegt unter der Schwelle: Fragen würde nicht genug helfen.</translation>
    </message>
    <message>
        <source>It may be shown, but something better took its place.</source>
        <translation>Es dürfte gezeigt werden, aber Besseres nahm seinen Platz.</translation>
    </message>
    <message>
        <source>Not active</source>
        <translation>Nicht aktiv</translation>
    </message>
    <message>
        <source>Not valid now</source>
        <translation>Gilt jetzt nicht</translation>
    </message>
    <message>
        <source>Other placement</source>
        <translation>Anderer Platz</translation>
    </message>
    <message>
        <source>No consent</source>
        <translation>Keine Zustimmung</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>Unterdrückt</translation>
    </message>
    <message>
        <source>Own condition</source>
        <translation>Eigene Bedingung</translation>
    </message>
    <message>
        <source>Owned already</source>
        <translation>Schon im Besitz</translation>
    </message>
    <message>
        <source>Substitute in play</source>
        <translation>Ersatz im Spiel</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Nicht auf Lager</translation>
    </message>
    <message>
        <source>Margin too low</source>
        <translation>Marge zu klein</translation>
    </message>
    <message>
        <source>Discount too deep</source>
        <translation>Rabatt zu hoch</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Cooldown</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Abfolge</translation>
    </message>
    <message>
        <source>Exclusive group</source>
        <translation>Ausschlussgruppe</translation>
    </message>
    <message>
        <source>No propensity</source>
        <translation>Keine Neigung</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>Keine Punktzahl</translation>
    </message>
    <message>
        <source>Below the floor</source>
        <translation>Unter der Schwelle</translation>
    </message>
    <message>
        <source>Nothing fits this moment: neither the matrix, nor the graph, nor a trigger names an offer.</source>
        <translation>Nichts passt zu diesem Moment: weder Matrix noch Graph noch ein Auslöser nennt ein Angebot.</translation>
    </message>
    <message>
        <source>Nothing would help enough. Not asking is an answer too.</source>
        <translation>Nichts würde genug helfen. Nicht zu fragen ist auch eine Antwort.</translation>
    </message>
    <message>
        <source>Everything that fits is blocked by a rule.</source>
        <translation>Alles, was passt, ist durch eine Regel blockiert.</translation>
    </message>
    <message>
        <source>from the need-state matrix</source>
        <translation>aus der Bedarfsmatrix</translation>
    </message>
    <message>
        <source>from the adjacency graph</source>
        <translation>aus dem Nachbarschaftsgraphen</translation>
    </message>
    <message>
        <source>by its trigger</source>
        <translation>durch seinen Auslöser</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>week of the first opportunity</source>
        <translation type="unfinished">Woche der ersten Gelegenheit</translation>
    </message>
</context>
<context>
    <name>checklist</name>
    <message numerus="yes">
        <source>%Ln errors</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>Mend them: production would refuse this pack.</source>
        <translation>Beheben Sie sie: der Betrieb würde dieses Paket ablehnen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln warnings</source>
        <translation>
            <numerusform>%Ln Warnung</numerusform>
            <numerusform>%Ln Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Read them once before you release.</source>
        <translation>Lesen Sie sie einmal vor der Freigabe.</translation>
    </message>
    <message>
        <source>No errors and no warnings</source>
        <translation>Keine Fehler und keine Warnungen</translation>
    </message>
    <message>
        <source>No active offer</source>
        <translation>Kein aktives Angebot</translation>
    </message>
    <message>
        <source>Set at least one offer to active: a pack without one asks nothing.</source>
        <translation>Setzen Sie mindestens ein Angebot auf aktiv: ein Paket ohne eines fragt nichts.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln active offers</source>
        <translation>
            <numerusform>%Ln aktives Angebot</numerusform>
            <numerusform>%Ln aktive Angebote</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln active offers cannot say their because</source>
        <translation>
            <numerusform>%Ln aktives Angebot sagt sein Weil nicht</numerusform>
            <numerusform>%Ln aktive Angebote sagen ihr Weil nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the sentence that a customer may read.</source>
        <translation>Schreiben Sie den Satz, den ein Kunde lesen darf.</translation>
    </message>
    <message>
        <source>Every active offer says its because</source>
        <translation>Jedes aktive Angebot sagt sein Weil</translation>
    </message>
    <message>
        <source>No need-state matrix</source>
        <translation>Keine Bedürfnismatrix</translation>
    </message>
    <message>
        <source>Offers then reach customers by their triggers alone.</source>
        <translation>Angebote erreichen Kunden dann nur durch ihre Auslöser.</translation>
    </message>
    <message>
        <source>%1 of %2 needs have an offer</source>
        <translation>%1 von %2 Bedürfnissen haben ein Angebot</translation>
    </message>
    <message>
        <source>Customers in an empty cell get nothing from the matrix.</source>
        <translation>Kunden in einer leeren Zelle bekommen nichts aus der Matrix.</translation>
    </message>
    <message>
        <source>No cap on how often a customer is asked</source>
        <translation>Keine Obergrenze dafür, wie oft ein Kunde gefragt wird</translation>
    </message>
    <message>
        <source>Add one: people who are asked too often leave.</source>
        <translation>Setzen Sie eine: wer zu oft gefragt wird, geht.</translation>
    </message>
    <message>
        <source>No cap that counts every offer</source>
        <translation>Keine Obergrenze, die jedes Angebot zählt</translation>
    </message>
    <message>
        <source>Each cap counts some offers only; together they may still ask too often.</source>
        <translation>Jede Obergrenze zählt nur manche Angebote; zusammen können sie immer noch zu oft fragen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln caps, one of them over all offers</source>
        <translation>
            <numerusform>%Ln Obergrenze, über alle Angebote</numerusform>
            <numerusform>%Ln Obergrenzen, eine davon über alle Angebote</numerusform>
        </translation>
    </message>
    <message>
        <source>No holdout</source>
        <translation>Keine Kontrollgruppe</translation>
    </message>
    <message>
        <source>Without customers who are not asked, nobody can say later whether it helped.</source>
        <translation>Ohne Kunden, die nicht gefragt werden, kann später niemand sagen, ob es geholfen hat.</translation>
    </message>
    <message>
        <source>%1 of customers are held out</source>
        <translation>%1 der Kunden sind in der Kontrollgruppe</translation>
    </message>
    <message>
        <source>No guardrail on margin or discount</source>
        <translation>Keine Leitplanke für Marge oder Rabatt</translation>
    </message>
    <message>
        <source>Set the lowest margin that an offer may have.</source>
        <translation>Setzen Sie die kleinste Marge, die ein Angebot haben darf.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln products have no cost</source>
        <translation>
            <numerusform>%Ln Produkt hat keine Kosten</numerusform>
            <numerusform>%Ln Produkte haben keine Kosten</numerusform>
        </translation>
    </message>
    <message>
        <source>The margin guardrail cannot protect what has no cost.</source>
        <translation>Die Leitplanke der Marge kann nicht schützen, was keine Kosten hat.</translation>
    </message>
    <message>
        <source>margin at least %1</source>
        <translation>Marge mindestens %1</translation>
    </message>
    <message>
        <source>discount at most %1</source>
        <translation>Rabatt höchstens %1</translation>
    </message>
    <message>
        <source>Guardrails: %1</source>
        <translation>Leitplanken: %1</translation>
    </message>
    <message>
        <source>No products</source>
        <translation>Keine Produkte</translation>
    </message>
    <message>
        <source>Import the catalogue: a pack carries its prices.</source>
        <translation>Importieren Sie den Katalog: ein Paket trägt seine Preise.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>every offer</source>
        <translation>jedes Angebot</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Placements</source>
        <translation>Platzierungen</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Eligible when</source>
        <translation>Berechtigt, wenn</translation>
    </message>
    <message>
        <source>Propensity</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation>Nutzen</translation>
    </message>
    <message>
        <source>Offers and their fit</source>
        <translation>Angebote und ihre Eignung</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>Event types</source>
        <translation>Ereignisarten</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Sperrt</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Nicht vor</translation>
    </message>
    <message>
        <source>Not after</source>
        <translation>Nicht nach</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Arme</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Offers at most</source>
        <translation>Angebote höchstens</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>Garantie</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Niemals</translation>
    </message>
    <message>
        <source>We believed</source>
        <translation>Wir glaubten</translation>
    </message>
    <message>
        <source>We saw</source>
        <translation>Wir sahen</translation>
    </message>
    <message>
        <source>We do next</source>
        <translation>Wir tun als Nächstes</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>Auf Lager</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Reicht</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Eignung</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation>Von Hand gezeichnet</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Salt</source>
        <translation>Salz</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Leitplanken</translation>
    </message>
    <message>
        <source>Least margin</source>
        <translation>Kleinste Marge</translation>
    </message>
    <message>
        <source>Deepest discount</source>
        <translation>Größter Rabatt</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>Substitutes</source>
        <translation>Ersatzprodukte</translation>
    </message>
    <message>
        <source>Anchor window</source>
        <translation>Ankerfenster</translation>
    </message>
    <message>
        <source>Holdout</source>
        <translation>Kontrollgruppe</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Platz in der Liste</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>%1 in another order</source>
        <translation>%1 in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>As it was before</source>
        <translation>Wie zuvor</translation>
    </message>
    <message>
        <source>“%1” is no amount. Write one in %2, such as %3.</source>
        <translation>„%1“ ist kein Betrag. Schreiben Sie einen in %2, etwa %3.</translation>
    </message>
    <message>
        <source>This is no JSON: %1 (%2).</source>
        <translation>Das ist kein JSON: %1 (%2).</translation>
    </message>
    <message>
        <source>“%1” is no share. Write it in percent, such as 15 %.</source>
        <translation>„%1“ ist kein Anteil. Schreiben Sie ihn in Prozent, etwa 15 %.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>Family %1</source>
        <translation>Familie %1</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Vorhanden</translation>
    </message>
</context>
<context>
    <name>next</name>
    <message>
        <source>Bring in your catalogue and orders</source>
        <translation>Katalog und Bestellungen hereinholen</translation>
    </message>
    <message>
        <source>Everything else is computed from them. Files are previewed before a row is stored, and rows that cannot be read are kept with their reason.</source>
        <translation>Alles andere wird daraus berechnet. Dateien sehen Sie vor dem Speichern, und nicht lesbare Zeilen bleiben mit ihrem Grund erhalten.</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Find what belongs together</source>
        <translation>Finden, was zusammengehört</translation>
    </message>
    <message>
        <source>Mine the order history for complements and substitutes, then accept the edges that make sense.</source>
        <translation>Durchsuchen Sie die Bestellungen nach Ergänzungen und Ersatz und nehmen Sie die sinnvollen Kanten an.</translation>
    </message>
    <message>
        <source>Open the graph</source>
        <translation>Graph öffnen</translation>
    </message>
    <message>
        <source>Make the first offer</source>
        <translation>Das erste Angebot machen</translation>
    </message>
    <message>
        <source>An add-on, a bundle, a service or an upgrade, with its price inside your guardrails.</source>
        <translation>Eine Zugabe, ein Bündel, ein Dienst oder ein Upgrade, mit einem Preis innerhalb Ihrer Leitplanken.</translation>
    </message>
    <message>
        <source>Make an offer</source>
        <translation>Angebot machen</translation>
    </message>
    <message>
        <source>Say which offer answers which need</source>
        <translation>Sagen, welches Angebot welches Bedürfnis stillt</translation>
    </message>
    <message>
        <source>Each cell of the matrix names the one most logical offer for a stage and a motivation.</source>
        <translation>Jede Zelle der Matrix nennt das eine logischste Angebot für eine Phase und ein Motiv.</translation>
    </message>
    <message>
        <source>Fill the matrix</source>
        <translation>Matrix füllen</translation>
    </message>
    <message>
        <source>Set how often you may ask</source>
        <translation>Festlegen, wie oft Sie fragen dürfen</translation>
    </message>
    <message>
        <source>Without a cap, a customer can be asked again on every page.</source>
        <translation>Ohne Obergrenze kann ein Kunde auf jeder Seite wieder gefragt werden.</translation>
    </message>
    <message>
        <source>Add a cap</source>
        <translation>Obergrenze setzen</translation>
    </message>
    <message>
        <source>Mend what is wrong in the draft</source>
        <translation>Beheben, was im Entwurf falsch ist</translation>
    </message>
    <message>
        <source>A draft with errors cannot be released.</source>
        <translation>Ein Entwurf mit Fehlern kann nicht freigegeben werden.</translation>
    </message>
    <message>
        <source>Open the rules</source>
        <translation>Regeln öffnen</translation>
    </message>
    <message>
        <source>Try it on your customers, then release it</source>
        <translation>An Ihren Kunden erproben, dann freigeben</translation>
    </message>
    <message>
        <source>Replay the draft over the history first: who is asked what, and who is left alone.</source>
        <translation>Spielen Sie den Entwurf erst über die Geschichte: wer wird was gefragt, und wer wird in Ruhe gelassen.</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>Write the first release</source>
        <translation>Die erste Freigabe schreiben</translation>
    </message>
    <message>
        <source>A rule pack is what production runs; the next one is compared with it.</source>
        <translation>Ein Regelpaket ist, was im Betrieb läuft; das nächste wird damit verglichen.</translation>
    </message>
    <message>
        <source>Open Release</source>
        <translation>Freigabe öffnen</translation>
    </message>
    <message>
        <source>See whether it helps</source>
        <translation>Sehen, ob es hilft</translation>
    </message>
    <message>
        <source>Each offer is measured against its holdout; what does not earn its place is ended.</source>
        <translation>Jedes Angebot wird an seiner Kontrollgruppe gemessen; was seinen Platz nicht verdient, endet.</translation>
    </message>
    <message>
        <source>Open the scorecards</source>
        <translation>Wertungen öffnen</translation>
    </message>
</context>
<context>
    <name>objects</name>
    <message>
        <source>Project settings</source>
        <translation>Projekteinstellungen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Motivation</source>
        <translation>Motiv</translation>
    </message>
    <message>
        <source>Motivations</source>
        <translation>Motive</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Kante</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Kanten</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Fakt</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Suppression</source>
        <translation>Unterdrückung</translation>
    </message>
    <message>
        <source>Suppressions</source>
        <translation>Unterdrückungen</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Caps</source>
        <translation>Obergrenzen</translation>
    </message>
    <message>
        <source>Cooldown</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Cooldowns</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Exclusive group</source>
        <translation>Ausschlussgruppe</translation>
    </message>
    <message>
        <source>Exclusive groups</source>
        <translation>Ausschlussgruppen</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Platzierung</translation>
    </message>
    <message>
        <source>Placements</source>
        <translation>Platzierungen</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Customer attribute</source>
        <translation>Kundenmerkmal</translation>
    </message>
    <message>
        <source>Customer attributes</source>
        <translation>Kundenmerkmale</translation>
    </message>
    <message>
        <source>Context attribute</source>
        <translation>Kontextmerkmal</translation>
    </message>
    <message>
        <source>Context attributes</source>
        <translation>Kontextmerkmale</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Guarantee</source>
        <translation>Garantie</translation>
    </message>
    <message>
        <source>Guarantees</source>
        <translation>Garantien</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Erkenntnis</translation>
    </message>
    <message>
        <source>Learnings</source>
        <translation>Erkenntnisse</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>single</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <source>bundle</source>
        <translation>Bündel</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>upgrade</source>
        <translation>Upgrade</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>ausgelaufen</translation>
    </message>
    <message>
        <source>protect</source>
        <translation>schützen</translation>
    </message>
    <message>
        <source>power</source>
        <translation>stärken</translation>
    </message>
    <message>
        <source>personalize</source>
        <translation>anpassen</translation>
    </message>
    <message>
        <source>replenish</source>
        <translation>nachfüllen</translation>
    </message>
    <message>
        <source>expand</source>
        <translation>erweitern</translation>
    </message>
    <message>
        <source>launch</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>starter</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>advanced</source>
        <translation>Fortgeschritten</translation>
    </message>
    <message>
        <source>pro</source>
        <translation>Profi</translation>
    </message>
    <message>
        <source>complement</source>
        <translation>Ergänzung</translation>
    </message>
    <message>
        <source>substitute</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>clicked</source>
        <translation>geklickt</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>zurückgegeben</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
</context>
<context>
    <name>ow::ui::AdjacencyScreen</name>
    <message>
        <source>Mine adjacencies</source>
        <translation>Nachbarschaften suchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Show everything (F)</source>
        <translation>Alles zeigen (F)</translation>
    </message>
    <message>
        <source>Draw an edge</source>
        <translation>Kante zeichnen</translation>
    </message>
    <message>
        <source>Find a product in the graph</source>
        <translation>Produkt im Graphen finden</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>Ganzen Graphen zeigen</translation>
    </message>
    <message>
        <source>Draw an edge by hand</source>
        <translation>Kante von Hand zeichnen</translation>
    </message>
    <message>
        <source>Drawing the graph</source>
        <translation>Graph wird gezeichnet</translation>
    </message>
    <message>
        <source>What goes with what?</source>
        <translation>Was passt zu was?</translation>
    </message>
    <message>
        <source>%1 events and %2 basket lines are waiting to be mined for complements and substitutes. You decide what becomes part of the draft.</source>
        <translation>In %1 Ereignissen und %2 Warenkorbzeilen lassen sich Ergänzungen und Ersatzprodukte finden. Sie entscheiden, was in den Entwurf kommt.</translation>
    </message>
    <message>
        <source>Nothing to draw yet</source>
        <translation>Noch nichts zu zeichnen</translation>
    </message>
    <message>
        <source>Import orders or baskets, and mine them for products that are bought together.</source>
        <translation>Importieren Sie Bestellungen oder Warenkörbe und suchen Sie darin, was zusammen gekauft wird.</translation>
    </message>
    <message>
        <source>Open a project to see which of its products go together.</source>
        <translation>Öffnen Sie ein Projekt, um zu sehen, welche Produkte zusammengehören.</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>%1 of %2 products and families</source>
        <translation>%1 von %2 Produkten und Familien</translation>
    </message>
    <message>
        <source>%1 of %2 edges shown</source>
        <translation>%1 von %2 Kanten gezeigt</translation>
    </message>
    <message>
        <source>%1 undecided by the data</source>
        <translation>%1 lassen die Daten offen</translation>
    </message>
    <message>
        <source>%1 products without an edge</source>
        <translation>%1 Produkte ohne Kante</translation>
    </message>
    <message>
        <source>Mining adjacencies</source>
        <translation>Nachbarschaften werden gesucht</translation>
    </message>
    <message>
        <source>No pair of products stands out from chance in %1 baskets.</source>
        <translation>In %1 Warenkörben hebt sich kein Produktpaar vom Zufall ab.</translation>
    </message>
    <message>
        <source>Fewer baskets per pair, or a smaller lift, would let more through.</source>
        <translation>Weniger Warenkörbe je Paar oder ein kleinerer Lift ließen mehr durch.</translation>
    </message>
    <message>
        <source>Mined %1 baskets: %2 complements, %3 substitutes, %4 undecided</source>
        <translation>%1 Warenkörbe durchsucht: %2 Ergänzungen, %3 Ersatzpaare, %4 offen</translation>
    </message>
    <message>
        <source>Storing adjacencies</source>
        <translation>Nachbarschaften werden gespeichert</translation>
    </message>
</context>
<context>
    <name>ow::ui::BottomBar</name>
    <message>
        <source>No project open</source>
        <translation>Kein Projekt offen</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln Kunde</numerusform>
            <numerusform>%Ln Kunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::BottomPanel</name>
    <message>
        <source>Close panel</source>
        <translation>Bereich schließen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>ow::ui::CapEditor</name>
    <message>
        <source>Of which offers</source>
        <translation>Von welchen Angeboten</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>are</source>
        <translation>werden</translation>
    </message>
    <message>
        <source>within a time</source>
        <translation>innerhalb einer Zeit</translation>
    </message>
    <message>
        <source>per calendar %1</source>
        <translation>je Kalender-%1</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>ow::ui::CardDelegate</name>
    <message>
        <source>not in the library</source>
        <translation>nicht in der Bibliothek</translation>
    </message>
    <message>
        <source>No benefit statement yet</source>
        <translation>Noch kein Nutzenversprechen</translation>
    </message>
    <message>
        <source>%1 customers here, nothing to offer</source>
        <translation>%1 Kunden hier, nichts anzubieten</translation>
    </message>
    <message>
        <source>Nothing to offer yet</source>
        <translation>Noch nichts anzubieten</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
</context>
<context>
    <name>ow::ui::CellPanel</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Supportfall</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Click sequence</source>
        <translation>Klickfolge</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Interview</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Beleg hinzufügen</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>Kind of evidence</source>
        <translation>Art des Belegs</translation>
    </message>
    <message>
        <source>Where it was found</source>
        <translation>Wo es gefunden wurde</translation>
    </message>
    <message>
        <source>Source of the evidence</source>
        <translation>Quelle des Belegs</translation>
    </message>
    <message>
        <source>Remove this evidence</source>
        <translation>Diesen Beleg entfernen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Offers, best first</source>
        <translation>Angebote, bestes zuerst</translation>
    </message>
    <message>
        <source>Add offer</source>
        <translation>Angebot hinzufügen</translation>
    </message>
    <message>
        <source>Search offers</source>
        <translation>Angebote suchen</translation>
    </message>
    <message>
        <source>What the customer gets out of it, in their words</source>
        <translation>Was der Kunde davon hat, in seinen Worten</translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation>Nutzen</translation>
    </message>
    <message>
        <source>Because, as the first offer says it</source>
        <translation>Begründung, wie das erste Angebot sie sagt</translation>
    </message>
    <message>
        <source>%1 of %2 customers are here now (%3)</source>
        <translation>%1 von %2 Kunden sind gerade hier (%3)</translation>
    </message>
    <message>
        <source>Nothing is offered here yet. Pick the one most logical offer; what is added after it becomes a fallback.</source>
        <translation>Hier wird noch nichts angeboten. Wähle das eine naheliegende Angebot; was danach kommt, wird Ersatz.</translation>
    </message>
    <message>
        <source>Fit: how well it suits this need, 0 to 1</source>
        <translation>Passung: wie gut es zu diesem Bedarf passt, 0 bis 1</translation>
    </message>
    <message>
        <source>Fit of %1</source>
        <translation>Passung von %1</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>No because yet</source>
        <translation>Noch keine Begründung</translation>
    </message>
</context>
<context>
    <name>ow::ui::ChecklistCard</name>
    <message>
        <source>Checklist</source>
        <translation>Prüfliste</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Keeps it from being released</source>
        <translation>Verhindert die Freigabe</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>ow::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Find a command, a screen or anything in the draft</source>
        <translation>Befehl, Seite oder etwas aus dem Entwurf finden</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>ow::ui::ConditionBuilder</name>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>Alle davon gelten</translation>
    </message>
    <message>
        <source>Any of these holds</source>
        <translation>Eine davon gilt</translation>
    </message>
    <message>
        <source>None of these holds</source>
        <translation>Keine davon gilt</translation>
    </message>
    <message>
        <source>How the parts belong together</source>
        <translation>Wie die Teile zusammengehören</translation>
    </message>
    <message>
        <source>nothing: never</source>
        <translation>nichts: nie</translation>
    </message>
    <message>
        <source>nothing: always</source>
        <translation>nichts: immer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>as text</source>
        <translation>als Text</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Search names</source>
        <translation>Namen suchen</translation>
    </message>
    <message>
        <source>Name %1</source>
        <translation>Name %1</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>values with commas between them</source>
        <translation>Werte, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>ow::ui::ConditionEdit</name>
    <message>
        <source>Condition as text</source>
        <translation>Bedingung als Text</translation>
    </message>
</context>
<context>
    <name>ow::ui::ConditionPanel</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Customers are here when</source>
        <translation>Kunden sind hier, wenn</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Stage “%1”</source>
        <translation>Phase „%1“</translation>
    </message>
    <message>
        <source>Motivation “%1”</source>
        <translation>Motiv „%1“</translation>
    </message>
    <message>
        <source>Place %1 of %2. A customer is in the first stage whose condition holds.</source>
        <translation>Platz %1 von %2. Ein Kunde ist in der ersten Phase, deren Bedingung gilt.</translation>
    </message>
    <message>
        <source>Place %1 of %2. A customer has the first motivation whose condition holds.</source>
        <translation>Platz %1 von %2. Ein Kunde hat das erste Motiv, dessen Bedingung gilt.</translation>
    </message>
</context>
<context>
    <name>ow::ui::CooldownEditor</name>
    <message>
        <source>It is others that rest</source>
        <translation>Es ruhen andere</translation>
    </message>
    <message>
        <source>When one of these</source>
        <translation>Wenn eines von diesen</translation>
    </message>
    <message>
        <source>was</source>
        <translation>wurde</translation>
    </message>
    <message>
        <source>the rest lasts</source>
        <translation>dauert die Ruhe</translation>
    </message>
</context>
<context>
    <name>ow::ui::CustomerPanel</name>
    <message>
        <source>Close the customer</source>
        <translation>Kunden schließen</translation>
    </message>
    <message>
        <source>History as a list</source>
        <translation>Verlauf als Liste</translation>
    </message>
    <message>
        <source>Reading a customer</source>
        <translation>Kunde wird gelesen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Erase this customer…</source>
        <translation>Diesen Kunden löschen …</translation>
    </message>
    <message>
        <source>Show the whole time (F); the wheel, + and − zoom</source>
        <translation>Den ganzen Zeitraum zeigen (F); näher und weiter mit Rad, + und −</translation>
    </message>
</context>
<context>
    <name>ow::ui::DataScreen</name>
    <message>
        <source>Baskets %1</source>
        <translation>Körbe %1</translation>
    </message>
    <message>
        <source>What is shown: %1 rows</source>
        <translation>Was gezeigt wird: %1 Zeilen</translation>
    </message>
    <message>
        <source>Everything: %1 rows</source>
        <translation>Alles: %1 Zeilen</translation>
    </message>
    <message>
        <source>Some rows of this table cannot be read: the project file is damaged.</source>
        <translation>Einige Zeilen dieser Tabelle lassen sich nicht lesen: die Projektdatei ist beschädigt.</translation>
    </message>
    <message>
        <source>Show what can be rescued</source>
        <translation>Zeigen, was sich retten lässt</translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>Write all rows of this table as CSV, in a form that can be imported again</source>
        <translation>Alle Zeilen dieser Tabelle als CSV schreiben, so dass sie wieder importiert werden können</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>%1 rows written to %2</source>
        <translation>%1 Zeilen in %2 geschrieben</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>Drop files here: a catalogue, orders, baskets, clicks, customers, or a log of offers shown. CSV with any separator, packed or not; you see the first rows before anything is stored.</source>
        <translation>Legen Sie Dateien hier ab: Katalog, Bestellungen, Warenkörbe, Klicks, Kunden oder ein Protokoll gezeigter Angebote. CSV mit beliebigem Trennzeichen, gepackt oder nicht; Sie sehen die ersten Zeilen, bevor etwas gespeichert wird.</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>Noch nichts importiert.</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>No project open</source>
        <translation>Kein Projekt offen</translation>
    </message>
    <message>
        <source>Open a project, or make a new one, to put data into it.</source>
        <translation>Öffnen Sie ein Projekt oder legen Sie eines an, um Daten hineinzulegen.</translation>
    </message>
    <message>
        <source>Reading the list of imports</source>
        <translation>Liste der Importe wird gelesen</translation>
    </message>
    <message>
        <source>Products %1</source>
        <translation>Produkte %1</translation>
    </message>
    <message>
        <source>Customers %1</source>
        <translation>Kunden %1</translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation>Ereignisse %1</translation>
    </message>
    <message>
        <source>Exposures %1</source>
        <translation>Einblendungen %1</translation>
    </message>
    <message>
        <source>Imports %1</source>
        <translation>Importe %1</translation>
    </message>
    <message>
        <source>Nothing of this kind was imported yet.</source>
        <translation>Hiervon wurde noch nichts importiert.</translation>
    </message>
    <message>
        <source>Choose files to import</source>
        <translation>Dateien zum Importieren wählen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.dat *.json *.jsonl *.ndjson *.gz);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt *.dat *.json *.jsonl *.ndjson *.gz);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
</context>
<context>
    <name>ow::ui::DecisionView</name>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <source>The pack refuses this customer&apos;s request: %1</source>
        <translation>Das Paket weist die Anfrage dieses Kunden zurück: %1</translation>
    </message>
    <message>
        <source>no stage</source>
        <translation>keine Phase</translation>
    </message>
    <message>
        <source>no motivation</source>
        <translation>kein Beweggrund</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Withheld: this customer is in the holdout and was not asked.</source>
        <translation>Zurückgehalten: Dieser Kunde ist in der Kontrolle und wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>, for %1</source>
        <translation>, zu %1</translation>
    </message>
    <message>
        <source>Chosen %1, score %2</source>
        <translation>Gewählt %1, Punktzahl %2</translation>
    </message>
    <message>
        <source>Why not: nothing else was considered</source>
        <translation>Warum nicht: nichts anderes kam infrage</translation>
    </message>
    <message>
        <source>Why not the other %1</source>
        <translation>Warum nicht die anderen %1</translation>
    </message>
    <message>
        <source>What would have to change: %1</source>
        <translation>Was anders sein müsste: %1</translation>
    </message>
</context>
<context>
    <name>ow::ui::DiffModel</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Last release</source>
        <translation>Letzte Freigabe</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
</context>
<context>
    <name>ow::ui::DraftChecks</name>
    <message>
        <source>Checking the draft</source>
        <translation>Entwurf wird geprüft</translation>
    </message>
</context>
<context>
    <name>ow::ui::DrawDialog</name>
    <message>
        <source>Who has this</source>
        <translation>Wer dies hat</translation>
    </message>
    <message>
        <source>is offered this</source>
        <translation>bekommt dies angeboten</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Draw an edge</source>
        <translation>Kante zeichnen</translation>
    </message>
    <message>
        <source>Complement: goes with it</source>
        <translation>Ergänzung: passt dazu</translation>
    </message>
    <message>
        <source>Substitute: stands in for it</source>
        <translation>Ersatz: tritt an seine Stelle</translation>
    </message>
    <message>
        <source>Who has</source>
        <translation>Wer hat</translation>
    </message>
    <message>
        <source>is offered</source>
        <translation>bekommt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Product or family</source>
        <translation>Produkt oder Familie</translation>
    </message>
    <message>
        <source>%1 (family)</source>
        <translation>%1 (Familie)</translation>
    </message>
</context>
<context>
    <name>ow::ui::DurationEdit</name>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
</context>
<context>
    <name>ow::ui::EvidenceCard</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept as substitutes</source>
        <translation>Als Ersatz annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>Umdrehen</translation>
    </message>
    <message>
        <source>Role: %1</source>
        <translation>Rolle: %1</translation>
    </message>
    <message>
        <source>Role of this edge</source>
        <translation>Rolle dieser Kante</translation>
    </message>
    <message>
        <source>Make the other product the one that is bought first</source>
        <translation>Das andere Produkt zu dem machen, das zuerst gekauft wird</translation>
    </message>
    <message>
        <source>Nothing is known about this pair from the data of this project.</source>
        <translation>Die Daten dieses Projekts sagen über dieses Paar nichts.</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>Neu entscheiden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ow::ui::ExclusiveEditor</name>
    <message>
        <source>Add offer</source>
        <translation>Angebot hinzufügen</translation>
    </message>
    <message>
        <source>Offers that exclude each other</source>
        <translation>Angebote, die einander ausschließen</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb von</translation>
    </message>
    <message>
        <source>Search offers</source>
        <translation>Angebote suchen</translation>
    </message>
</context>
<context>
    <name>ow::ui::ExpressionEdit</name>
    <message>
        <source>%1 of %2 customers match now</source>
        <translation>Trifft jetzt auf %1 von %2 Kunden zu</translation>
    </message>
    <message>
        <source>; it has an error for %1</source>
        <translation>; bei %1 ergibt sie einen Fehler</translation>
    </message>
</context>
<context>
    <name>ow::ui::FactEditor</name>
    <message>
        <source>Looks at events</source>
        <translation>Betrachtet Ereignisse</translation>
    </message>
    <message>
        <source>Computed from facts before it</source>
        <translation>Aus Fakten davor berechnet</translation>
    </message>
    <message>
        <source>Kind of fact</source>
        <translation>Art des Fakts</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Says the</source>
        <translation>Nennt</translation>
    </message>
    <message>
        <source>within the last</source>
        <translation>in den letzten</translation>
    </message>
    <message>
        <source>or, of nothing</source>
        <translation>oder, wenn nichts da ist</translation>
    </message>
    <message>
        <source>Of events of these types (none = any)</source>
        <translation>Von Ereignissen dieser Arten (keine = alle)</translation>
    </message>
    <message>
        <source>Add event type</source>
        <translation>Ereignisart hinzufügen</translation>
    </message>
    <message>
        <source>Only events where</source>
        <translation>Nur Ereignisse, bei denen</translation>
    </message>
    <message>
        <source>Looked at in each event</source>
        <translation>Betrachtet je Ereignis</translation>
    </message>
    <message>
        <source>Search event types</source>
        <translation>Ereignisarten suchen</translation>
    </message>
</context>
<context>
    <name>ow::ui::FileActions</name>
    <message>
        <source>Offerwright projects (*.offerwright)</source>
        <translation>Offerwright-Projekte (*.offerwright)</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt …</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen …</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern …</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Projekt schließen</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Making the sample project: a shop with a year of customers…</source>
        <translation>Das Beispielprojekt entsteht: ein Laden mit einem Jahr Kundschaft …</translation>
    </message>
    <message>
        <source>Making the sample project</source>
        <translation>Beispielprojekt wird erstellt</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Copy saved</source>
        <translation>Kopie gespeichert</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Vereinen…</translation>
    </message>
    <message>
        <source>Save a rescued copy…</source>
        <translation>Gerettete Kopie speichern …</translation>
    </message>
    <message>
        <source>%1 rescued.offerwright</source>
        <translation>%1 gerettet.offerwright</translation>
    </message>
    <message>
        <source>Save a rescued copy</source>
        <translation>Gerettete Kopie speichern</translation>
    </message>
    <message>
        <source>Rescued copy saved and opened</source>
        <translation>Gerettete Kopie gespeichert und geöffnet</translation>
    </message>
    <message>
        <source>Saving a copy…</source>
        <translation>Eine Kopie wird gespeichert …</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>Kopie speichern</translation>
    </message>
</context>
<context>
    <name>ow::ui::FilterPanel</name>
    <message>
        <source>Find a product</source>
        <translation>Produkt suchen</translation>
    </message>
    <message>
        <source>Complements by role</source>
        <translation>Ergänzungen nach Rolle</translation>
    </message>
    <message>
        <source>Other edges</source>
        <translation>Andere Kanten</translation>
    </message>
    <message>
        <source>Substitute</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Smallest lift</source>
        <translation>Kleinster Lift</translation>
    </message>
    <message>
        <source>How many times more often than by chance the two are bought together, at least</source>
        <translation>Wie viel öfter als durch Zufall die beiden mindestens zusammen gekauft werden</translation>
    </message>
    <message>
        <source>Significance</source>
        <translation>Signifikanz</translation>
    </message>
    <message>
        <source>Any significance</source>
        <translation>Jede Signifikanz</translation>
    </message>
    <message>
        <source>False finds ≤ 5 %</source>
        <translation>Fehlfunde ≤ 5 %</translation>
    </message>
    <message>
        <source>False finds ≤ 1 %</source>
        <translation>Fehlfunde ≤ 1 %</translation>
    </message>
    <message>
        <source>False finds ≤ 0.1 %</source>
        <translation>Fehlfunde ≤ 0,1 %</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Ebenen</translation>
    </message>
    <message>
        <source>Products only</source>
        <translation>Nur Produkte</translation>
    </message>
    <message>
        <source>Families only</source>
        <translation>Nur Familien</translation>
    </message>
    <message>
        <source>Lift at least %1</source>
        <translation>Lift mindestens %1</translation>
    </message>
</context>
<context>
    <name>ow::ui::GraphCanvas</name>
    <message>
        <source>Adjacency graph</source>
        <translation>Nachbarschaftsgraph</translation>
    </message>
    <message>
        <source>Arrow keys move, plus and minus zoom, F shows everything. The worklist holds the same edges.</source>
        <translation>Pfeiltasten bewegen, Plus und Minus zoomen, F zeigt alles. Die Arbeitsliste enthält dieselben Kanten.</translation>
    </message>
    <message>
        <source>%1 (family)</source>
        <translation>%1 (Familie)</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 ↔ %2</source>
        <translation>%1 ↔ %2</translation>
    </message>
    <message>
        <source>%1, lift %2</source>
        <translation>%1, Lift %2</translation>
    </message>
</context>
<context>
    <name>ow::ui::HealthRow</name>
    <message>
        <source>Health of the data</source>
        <translation>Zustand der Daten</translation>
    </message>
</context>
<context>
    <name>ow::ui::HistoryModel</name>
    <message>
        <source>%1, undone</source>
        <translation>%1, rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>ow::ui::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Double click a line to go back, or forward, to that state</source>
        <translation>Doppelklick auf eine Zeile führt zu diesem Stand, zurück oder vor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s), %1 of %2</source>
        <translation>
            <numerusform>%Ln Schritt, %1 von %2</numerusform>
            <numerusform>%Ln Schritte, %1 von %2</numerusform>
        </translation>
    </message>
    <message>
        <source>What the history takes of the project's file. Undone steps stay in it.</source>
        <translation>Was der Verlauf von der Datei des Projekts einnimmt. Rückgängig gemachte Schritte bleiben darin.</translation>
    </message>
</context>
<context>
    <name>ow::ui::HomeProject</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Accepted when shown</source>
        <translation>Angenommen, wenn gezeigt</translation>
    </message>
    <message>
        <source>Needs with an offer</source>
        <translation>Bedürfnisse mit Angebot</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>What changed last</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Reading the project</source>
        <translation>Projekt wird gelesen</translation>
    </message>
    <message>
        <source>No events yet: import orders or visits</source>
        <translation>Noch keine Ereignisse: Bestellungen oder Besuche importieren</translation>
    </message>
    <message>
        <source>95 % interval %1 to %2</source>
        <translation>95-%-Intervall %1 bis %2</translation>
    </message>
    <message>
        <source>± %1 points; %2 of %3 offers shown in the last four weeks of data</source>
        <translation>± %1 Punkte; %2 von %3 gezeigten Angeboten in den letzten vier Wochen der Daten</translation>
    </message>
    <message>
        <source>No offers were shown yet</source>
        <translation>Noch wurden keine Angebote gezeigt</translation>
    </message>
    <message>
        <source>No offers shown in the last four weeks of data</source>
        <translation>In den letzten vier Wochen der Daten wurden keine Angebote gezeigt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The matrix has no stages and motivations yet</source>
        <translation>Die Matrix hat noch keine Phasen und Motive</translation>
    </message>
    <message numerus="yes">
        <source>%Ln active offers</source>
        <translation>
            <numerusform>%Ln aktives Angebot</numerusform>
            <numerusform>%Ln aktive Angebote</numerusform>
        </translation>
    </message>
    <message>
        <source>Open Data</source>
        <translation>Daten öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln errors in the draft: it cannot be released</source>
        <translation>
            <numerusform>%Ln Fehler im Entwurf: er kann nicht freigegeben werden</numerusform>
            <numerusform>%Ln Fehler im Entwurf: er kann nicht freigegeben werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln warnings in the draft</source>
        <translation>
            <numerusform>%Ln Warnung im Entwurf</numerusform>
            <numerusform>%Ln Warnungen im Entwurf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows of your files could not be read</source>
        <translation>
            <numerusform>%Ln Zeile Ihrer Dateien war nicht lesbar</numerusform>
            <numerusform>%Ln Zeilen Ihrer Dateien waren nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products have no cost: their margin counts as the whole price</source>
        <translation>
            <numerusform>%Ln Produkt hat keine Kosten: als Marge zählt der ganze Preis</numerusform>
            <numerusform>%Ln Produkte haben keine Kosten: als Marge zählt der ganze Preis</numerusform>
        </translation>
    </message>
    <message>
        <source>The data ends on %1: newer customers and orders are not in it</source>
        <translation>Die Daten enden am %1: neuere Kunden und Bestellungen fehlen</translation>
    </message>
    <message>
        <source>No holdout: without one nobody can say whether an offer helps</source>
        <translation>Keine Kontrollgruppe: ohne sie kann niemand sagen, ob ein Angebot hilft</translation>
    </message>
    <message>
        <source>Open Rules</source>
        <translation>Regeln öffnen</translation>
    </message>
    <message>
        <source>Nothing: no problems, no rejected rows, and the data is fresh</source>
        <translation>Nichts: keine Probleme, keine abgewiesenen Zeilen, die Daten sind frisch</translation>
    </message>
    <message>
        <source>Show the whole history</source>
        <translation>Ganzen Verlauf zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln Produkt</numerusform>
            <numerusform>%Ln Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offers</source>
        <translation>
            <numerusform>%Ln Angebot</numerusform>
            <numerusform>%Ln Angebote</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · prices in %3</source>
        <translation>%1 · %2 · Preise in %3</translation>
    </message>
    <message>
        <source>%1, the last on %2</source>
        <translation>%1, das letzte am %2</translation>
    </message>
</context>
<context>
    <name>ow::ui::HomeWelcome</name>
    <message>
        <source>Welcome to Offerwright</source>
        <translation>Willkommen bei Offerwright</translation>
    </message>
    <message>
        <source>Design cross-sell that helps, prove that it does, and release it. A project is one file on this machine; nothing leaves it.</source>
        <translation>Cross-Selling entwerfen, das hilft, es beweisen und freigeben. Ein Projekt ist eine Datei auf diesem Rechner; nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>Erst einmal umsehen</translation>
    </message>
    <message>
        <source>The sample project is a shop of everyday goods with thousands of customers and a year of what they did. It is made on this machine in a few seconds.</source>
        <translation>Das Beispielprojekt ist ein Laden für Alltagsdinge mit Tausenden Kunden und einem Jahr ihres Verhaltens. Es entsteht in wenigen Sekunden auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>Start with your own shop</source>
        <translation>Mit dem eigenen Laden beginnen</translation>
    </message>
    <message>
        <source>A new project asks for a name and a currency; then it takes exports of your catalogue, orders and events.</source>
        <translation>Ein neues Projekt fragt nach Name und Währung; dann nimmt es Exporte von Katalog, Bestellungen und Ereignissen auf.</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt …</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen …</translation>
    </message>
</context>
<context>
    <name>ow::ui::ImportPage</name>
    <message>
        <source>Trying the first rows of %1</source>
        <translation>Die ersten Zeilen von %1 werden probiert</translation>
    </message>
    <message>
        <source>%1, mapping not finished</source>
        <translation>%1, Zuordnung unvollständig</translation>
    </message>
    <message>
        <source>%1, mapped by hand</source>
        <translation>%1, von Hand zugeordnet</translation>
    </message>
    <message>
        <source>Of the first %1 rows %2 would be rejected; they are underlined, each with its reason.</source>
        <translation>Von den ersten %1 Zeilen würden %2 abgelehnt; sie sind unterstrichen, jede mit ihrem Grund.</translation>
    </message>
    <message>
        <source>Of the first %1 rows 1 would be rejected; it is underlined, with its reason.</source>
        <translation>Von den ersten %1 Zeilen würde 1 abgelehnt; sie ist unterstrichen, mit ihrem Grund.</translation>
    </message>
    <message>
        <source>Guessing the columns of %1</source>
        <translation>Die Spalten von %1 werden erraten</translation>
    </message>
    <message>
        <source>Load mapping</source>
        <translation>Zuordnung laden</translation>
    </message>
    <message>
        <source>Mappings (*.json)</source>
        <translation>Zuordnungen (*.json)</translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation>Zuordnung speichern</translation>
    </message>
    <message>
        <source>The mapping cannot be written: %1</source>
        <translation>Die Zuordnung lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>Mapping written to %1</source>
        <translation>Zuordnung in %1 geschrieben</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Zu importierende Dateien</translation>
    </message>
    <message>
        <source>Add files to import</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>Was die Datei enthält</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Costs where the file has none</source>
        <translation>Kosten, wo die Datei keine nennt</translation>
    </message>
    <message>
        <source> % of the price</source>
        <translation> % des Preises</translation>
    </message>
    <message>
        <source>Order lines name no costs. Margins are computed with this share, or with 0.</source>
        <translation>Bestellzeilen nennen keine Kosten. Margen werden mit diesem Anteil oder mit 0 gerechnet.</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Costs, if missing</source>
        <translation>Fehlende Kosten</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>Reading the first rows…</source>
        <translation>Erste Zeilen werden gelesen…</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>nicht erkannt</translation>
    </message>
    <message>
        <source>Import 1 file</source>
        <translation>1 Datei importieren</translation>
    </message>
    <message>
        <source>Import %1 files</source>
        <translation>%1 Dateien importieren</translation>
    </message>
    <message>
        <source>Reads the columns %1</source>
        <translation>Liest die Spalten %1</translation>
    </message>
    <message>
        <source>No known form of file has these columns. Choose one, and what is missing is said.</source>
        <translation>Keine bekannte Dateiform hat diese Spalten. Wählen Sie eine, dann wird gesagt, was fehlt.</translation>
    </message>
    <message>
        <source>As found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
    <message>
        <source>The file has a header and no rows.</source>
        <translation>Die Datei hat einen Kopf und keine Zeilen.</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing of it was kept.</source>
        <translation>Der Import wurde angehalten. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1 files of %2</source>
        <translation>%1 Dateien (%2)</translation>
    </message>
    <message>
        <source>The project was closed, so the import into it was stopped. Files that had been imported by then are in that project.</source>
        <translation>Das Projekt wurde geschlossen; damit endete der Import. Was bis dahin importiert war, steht in jenem Projekt.</translation>
    </message>
    <message>
        <source>Stop came too late for %1: it is in the project now, and can be undone. Nothing else was imported after it.</source>
        <translation>Der Abbruch kam zu spät für %1: Es ist jetzt im Projekt und lässt sich rückgängig machen. Danach wurde nichts mehr importiert.</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing of %1 was kept; what was imported before it is in the project.</source>
        <translation>Der Import wurde abgebrochen. Von %1 wurde nichts behalten; was davor importiert wurde, ist im Projekt.</translation>
    </message>
    <message>
        <source>%1, your mapping “%2”</source>
        <translation>%1, Ihre Zuordnung „%2“</translation>
    </message>
</context>
<context>
    <name>ow::ui::ImportSummary</name>
    <message>
        <source>Save as file</source>
        <translation>Als Datei speichern</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alle kopieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Rows stored</source>
        <translation>Gespeicherte Zeilen</translation>
    </message>
    <message>
        <source>Rows rejected</source>
        <translation>Abgewiesene Zeilen</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Schon bekannt</translation>
    </message>
    <message>
        <source>Data until</source>
        <translation>Daten bis</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>Abgewiesene Zeilen</translation>
    </message>
    <message>
        <source>Every row went in.</source>
        <translation>Jede Zeile kam hinein.</translation>
    </message>
    <message>
        <source>No row was new.</source>
        <translation>Keine Zeile war neu.</translation>
    </message>
    <message>
        <source>No row was rejected.</source>
        <translation>Keine Zeile wurde abgewiesen.</translation>
    </message>
    <message>
        <source>Copying rejected rows</source>
        <translation>Abgewiesene Zeilen werden kopiert</translation>
    </message>
    <message>
        <source>%1 of %2 rows are in the project</source>
        <translation>%1 von %2 Zeilen sind im Projekt</translation>
    </message>
    <message>
        <source>Nothing new: all of it was there already</source>
        <translation>Nichts Neues: alles war schon da</translation>
    </message>
    <message>
        <source>One step in the history for each kind of file; Undo takes it out again.</source>
        <translation>Ein Schritt im Verlauf je Art von Datei; Rückgängig nimmt ihn wieder heraus.</translation>
    </message>
    <message>
        <source>of %1 read</source>
        <translation>von %1 gelesenen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>left as they were</source>
        <translation>unverändert gelassen</translation>
    </message>
    <message>
        <source>no dated rows yet</source>
        <translation>noch keine datierten Zeilen</translation>
    </message>
    <message>
        <source>%1 events, %2 customers now</source>
        <translation>jetzt %1 Ereignisse, %2 Kunden</translation>
    </message>
    <message>
        <source>%1, imported %2</source>
        <translation>%1, importiert %2</translation>
    </message>
    <message>
        <source>in the project</source>
        <translation>im Projekt</translation>
    </message>
    <message>
        <source>taken out by Undo</source>
        <translation>durch Rückgängig entfernt</translation>
    </message>
    <message>
        <source>each with its reason below</source>
        <translation>jede mit ihrem Grund unten</translation>
    </message>
    <message>
        <source>Rejected rows, as they were read</source>
        <translation>Abgewiesene Zeilen, wie sie gelesen wurden</translation>
    </message>
    <message>
        <source>Save rejected rows</source>
        <translation>Abgewiesene Zeilen speichern</translation>
    </message>
    <message>
        <source>Saving rejected rows</source>
        <translation>Abgewiesene Zeilen werden gespeichert</translation>
    </message>
    <message>
        <source>Saved the rejected rows</source>
        <translation>Abgewiesene Zeilen gespeichert</translation>
    </message>
    <message>
        <source>The rejected rows could not be saved: %1</source>
        <translation>Die abgewiesenen Zeilen konnten nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Looking for the latest time</source>
        <translation>Die letzte Zeit wird gesucht</translation>
    </message>
    <message>
        <source>Mend rows</source>
        <translation>Zeilen berichtigen</translation>
    </message>
    <message>
        <source>mended from import %1</source>
        <translation>berichtigt aus Import %1</translation>
    </message>
    <message>
        <source>all of them taken in since</source>
        <translation>alle seither übernommen</translation>
    </message>
    <message>
        <source>%1 taken in since, %2 left</source>
        <translation>%1 seither übernommen, %2 übrig</translation>
    </message>
    <message>
        <source>Undone: what is shown here is not in the project any more. Redo brings it back.</source>
        <translation>Rückgängig gemacht: was hier steht, ist nicht mehr im Projekt. „Wiederholen“ bringt es zurück.</translation>
    </message>
</context>
<context>
    <name>ow::ui::ImportsModel</name>
    <message>
        <source>in the project</source>
        <translation>im Projekt</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>mended from import %1</source>
        <translation>berichtigt aus Import %1</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <comment>rejected rows, of which some were taken in since</comment>
        <translation>%1, %2 übrig</translation>
    </message>
</context>
<context>
    <name>ow::ui::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Close inspector</source>
        <translation>Inspektor schließen</translation>
    </message>
</context>
<context>
    <name>ow::ui::JobsModel</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>hält an …</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>ow::ui::JobsPanel</name>
    <message>
        <source>Nothing runs in the background.</source>
        <translation>Im Hintergrund läuft nichts.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Write a number: 10, &gt;= 10, &lt; 10, 10..20, !10 or empty.</source>
        <translation>Schreiben Sie eine Zahl: 10, &gt;= 10, &lt; 10, 10..20, !10 oder leer.</translation>
    </message>
    <message>
        <source>That number is greater than any that can stand here.</source>
        <translation>Diese Zahl ist größer als jede, die hier stehen kann.</translation>
    </message>
    <message>
        <source>Write a length of time: 7d, 36h, &gt;= 30d, 7d..30d or empty.</source>
        <translation>Schreiben Sie eine Dauer: 7d, 36h, &gt;= 30d, 7d..30d oder leer.</translation>
    </message>
    <message>
        <source>Write a time: 2026, 2026-05, 2026-05-17, 2026-05-17 14:30, &gt;= 2026-05, 2026-05..2026-08 or empty.</source>
        <translation>Schreiben Sie eine Zeit: 2026, 2026-05, 17.5.2026, 2026-05-17 14:30, &gt;= 2026-05, 2026-05..2026-08 oder leer.</translation>
    </message>
    <message>
        <source>Write behind ! what is not to be shown: !lamp, !10, !empty.</source>
        <translation>Schreiben Sie hinter das !, was nicht gezeigt werden soll: !Lampe, !10, !leer.</translation>
    </message>
    <message>
        <source>The first of a range must not be greater than the second.</source>
        <translation>Der Anfang eines Bereichs darf nicht größer sein als sein Ende.</translation>
    </message>
    <message>
        <source>This column has too many different texts to be sorted by. Filter it, or sort by another column.</source>
        <translation>Diese Spalte hat zu viele verschiedene Texte, um danach zu sortieren. Filtern Sie sie, oder sortieren Sie nach einer anderen.</translation>
    </message>
    <message>
        <source>The data changed since these rows were searched. Search again.</source>
        <translation>Die Daten haben sich geändert, seit diese Zeilen gesucht wurden. Suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The project file is damaged. It is shown as far as it can be read and cannot be edited; save a rescued copy.</source>
        <translation>Die Projektdatei ist beschädigt. Sie wird gezeigt, soweit sie lesbar ist, und kann nicht bearbeitet werden; speichern Sie eine gerettete Kopie.</translation>
    </message>
    <message>
        <source>The project file is damaged: nothing was written. Save a rescued copy of it.</source>
        <translation>Die Projektdatei ist beschädigt: nichts wurde geschrieben. Speichern Sie eine gerettete Kopie davon.</translation>
    </message>
    <message>
        <source>Shopify: the export of orders (CSV)</source>
        <translation>Shopify: der Export der Bestellungen (CSV)</translation>
    </message>
    <message>
        <source>Shopify: the export of products (CSV)</source>
        <translation>Shopify: der Export der Produkte (CSV)</translation>
    </message>
    <message>
        <source>Shopify: the export of customers (CSV)</source>
        <translation>Shopify: der Export der Kunden (CSV)</translation>
    </message>
    <message>
        <source>WooCommerce: orders, a row per item or per order (CSV)</source>
        <translation>WooCommerce: Bestellungen, eine Zeile je Artikel oder je Bestellung (CSV)</translation>
    </message>
    <message>
        <source>Google Analytics 4: events as exported by BigQuery (NDJSON)</source>
        <translation>Google Analytics 4: Ereignisse, wie BigQuery sie exportiert (NDJSON)</translation>
    </message>
    <message>
        <source>Segment and RudderStack: calls of the ecommerce spec (NDJSON)</source>
        <translation>Segment und RudderStack: Aufrufe der E-Commerce-Spezifikation (NDJSON)</translation>
    </message>
    <message>
        <source>The bytes are no UTF-8; they were read as Windows-1252 (Latin-1).</source>
        <translation>Die Bytes sind kein UTF-8; sie wurden als Windows-1252 (Latin-1) gelesen.</translation>
    </message>
    <message>
        <source>Every second byte is 0: %1.</source>
        <translation>Jedes zweite Byte ist 0: %1.</translation>
    </message>
    <message>
        <source>1 line in front of the header was left out: fewer fields than in the table&apos;s lines.</source>
        <translation>1 Zeile vor den Überschriften wurde ausgelassen: Sie hat weniger Felder als die Zeilen der Tabelle.</translation>
    </message>
    <message>
        <source>%1 lines in front of the header were left out: fewer fields than in the table&apos;s lines.</source>
        <translation>%1 Zeilen vor den Überschriften wurden ausgelassen: Sie haben weniger Felder als die Zeilen der Tabelle.</translation>
    </message>
    <message>
        <source>The first line is data, not names: the columns are those of Taobao&apos;s UserBehavior.csv.</source>
        <translation>Die erste Zeile enthält Daten, keine Namen: Die Spalten sind die von Taobaos UserBehavior.csv.</translation>
    </message>
    <message>
        <source>The first line is data, not names: the columns are called by their numbers.</source>
        <translation>Die erste Zeile enthält Daten, keine Namen: Die Spalten heißen nach ihren Nummern.</translation>
    </message>
    <message>
        <source>Dates are read as %1: %2 of %3 can be nothing else, but %4 would be the other way round.</source>
        <translation>Datumsangaben werden als %1 gelesen: %2 von %3 können nichts anderes sein, %4 wären aber andersherum.</translation>
    </message>
    <message>
        <source>Dates are read as %1: %2 of %3 can be nothing else.</source>
        <translation>Datumsangaben werden als %1 gelesen: %2 von %3 können nichts anderes sein.</translation>
    </message>
    <message>
        <source>Dates are read as %1: %2, further down in the file, can be nothing else.</source>
        <translation>Datumsangaben werden als %1 gelesen: %2, weiter unten in der Datei, kann nichts anderes sein.</translation>
    </message>
    <message>
        <source>No date tells day and month apart; %1 was read as %2. Say otherwise with --dates %3.</source>
        <translation>Keine Datumsangabe lässt Tag und Monat unterscheiden; %1 wurde als %2 gelesen. Ist das falsch, stellen Sie in der Zeile der Datei „Daten“ um (im Terminal: --dates %3).</translation>
    </message>
    <message>
        <source>Dates contradict each other: %1 has the day first, %2 the month. They were read as %3. Say otherwise with --dates %4.</source>
        <translation>Datumsangaben widersprechen einander: %1 beginnt mit dem Tag, %2 mit dem Monat. Sie wurden als %3 gelesen. Ist das falsch, stellen Sie in der Zeile der Datei „Daten“ um (im Terminal: --dates %4).</translation>
    </message>
    <message>
        <source>No number tells decimal marks from those of thousands; %1 was read as %2. Say otherwise with --decimals %3.</source>
        <translation>Keine Zahl lässt Dezimal- und Tausendertrennzeichen unterscheiden; %1 wurde als %2 gelesen. Ist das falsch, stellen Sie in der Zeile der Datei „Beträge“ um (im Terminal: --decimals %3).</translation>
    </message>
    <message>
        <source>The file became shorter while it was read; nothing was imported. Import it again when it is complete.</source>
        <translation>Die Datei wurde kürzer, während sie gelesen wurde; nichts wurde importiert. Importieren Sie sie noch einmal, wenn sie vollständig ist.</translation>
    </message>
    <message>
        <source>day, month, year</source>
        <translation>Tag, Monat, Jahr</translation>
    </message>
    <message>
        <source>month, day, year</source>
        <translation>Monat, Tag, Jahr</translation>
    </message>
    <message>
        <source>Times are numbers of days since 1899-12-30, as spreadsheets keep them.</source>
        <translation>Zeiten sind Tage seit dem 30.12.1899, wie Tabellenprogramme sie zählen.</translation>
    </message>
    <message>
        <source>The columns hold yes and no: each row is a basket of the products whose columns say yes.</source>
        <translation>Die Spalten enthalten ja und nein: Jede Zeile ist ein Warenkorb der Produkte, in deren Spalte ja steht.</translation>
    </message>
    <message>
        <source>Numbers have a decimal comma: %1 can be read in no other way.</source>
        <translation>Zahlen haben ein Dezimalkomma: %1 lassen sich nicht anders lesen.</translation>
    </message>
    <message>
        <source>Every line is nothing but numbers between blanks: one basket a line.</source>
        <translation>Jede Zeile enthält nur Zahlen zwischen Leerzeichen: ein Warenkorb je Zeile.</translation>
    </message>
    <message>
        <source>Lines have different lengths and there is no header: one basket a line.</source>
        <translation>Die Zeilen sind verschieden lang und haben keine Überschriften: ein Warenkorb je Zeile.</translation>
    </message>
    <message>
        <source>What each line begins with stands nowhere else: it is the basket&apos;s name.</source>
        <translation>Womit jede Zeile beginnt, steht nirgends sonst: Es ist der Name des Warenkorbs.</translation>
    </message>
    <message>
        <source>Two columns are called &quot;%1&quot;: the further one is &quot;%2&quot; here.</source>
        <translation>Zwei Spalten heißen „%1“: Die hintere heißt hier „%2“.</translation>
    </message>
    <message>
        <source>the line is longer than 1 MB</source>
        <translation>die Zeile ist länger als 1 MB</translation>
    </message>
    <message>
        <source>the line holds a zero byte</source>
        <translation>die Zeile enthält ein Nullbyte</translation>
    </message>
    <message>
        <source>the line is no text in %1; say the file&apos;s encoding</source>
        <translation>die Zeile ist kein Text in %1; wählen Sie die Zeichenkodierung der Datei</translation>
    </message>
    <message>
        <source>the row is no text in %1; say the file&apos;s encoding</source>
        <translation>die Zeile ist kein Text in %1; wählen Sie die Zeichenkodierung der Datei</translation>
    </message>
    <message>
        <source>the row has %1 fields, the header %2</source>
        <translation>die Zeile hat %1 Felder, die Überschriften %2</translation>
    </message>
    <message>
        <source>there is text behind the closing quote of field %1</source>
        <translation>hinter dem schließenden Anführungszeichen von Feld %1 steht Text</translation>
    </message>
    <message>
        <source>The text is in UTF-32. Save it as UTF-8.</source>
        <translation>Der Text ist in UTF-32. Speichern Sie ihn als UTF-8.</translation>
    </message>
    <message>
        <source>the line is no JSON object</source>
        <translation>die Zeile ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>the line is no JSON: %1</source>
        <translation>die Zeile ist kein JSON: %1</translation>
    </message>
    <message>
        <source>the line is nested deeper than %1 levels</source>
        <translation>die Zeile ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>Each element of &quot;%1&quot; is a row.</source>
        <translation>Jedes Element von „%1“ ist eine Zeile.</translation>
    </message>
    <message>
        <source>The column&apos;s name is a usual one for %1, and %2 of %3 values fit</source>
        <translation>Der Name der Spalte ist für %1 üblich, und %2 von %3 Werten passen</translation>
    </message>
    <message>
        <source>The column&apos;s name is a usual one for %1</source>
        <translation>Der Name der Spalte ist für %1 üblich</translation>
    </message>
    <message>
        <source>The column&apos;s name ends with &quot;%1&quot;, and %2 of %3 values fit</source>
        <translation>Der Name der Spalte endet auf „%1“, und %2 von %3 Werten passen</translation>
    </message>
    <message>
        <source>The column&apos;s name ends with &quot;%1&quot;</source>
        <translation>Der Name der Spalte endet auf „%1“</translation>
    </message>
    <message>
        <source>%1 of %2 values are times</source>
        <translation>%1 von %2 Werten sind Zeiten</translation>
    </message>
    <message>
        <source>%1 of %2 values are words for events</source>
        <translation>%1 von %2 Werten sind Wörter für Ereignisse</translation>
    </message>
    <message>
        <source>Its values have decimals or a currency</source>
        <translation>Ihre Werte haben Nachkommastellen oder eine Währung</translation>
    </message>
    <message>
        <source>Its values are e-mail addresses</source>
        <translation>Ihre Werte sind E-Mail-Adressen</translation>
    </message>
    <message>
        <source>Its values come again in the rows that follow each other</source>
        <translation>Ihre Werte wiederholen sich in aufeinanderfolgenden Zeilen</translation>
    </message>
    <message>
        <source>%1 values of %2 are different: they could be ids</source>
        <translation>%1 von %2 Werten sind verschieden: Es könnten Kennungen sein</translation>
    </message>
    <message>
        <source>Who: the customer&apos;s id, as in all other files</source>
        <translation>Wer: die Kennung des Kunden, wie in allen anderen Dateien</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Wann es geschah</translation>
    </message>
    <message>
        <source>The product&apos;s number, as in all other files</source>
        <translation>Die Nummer des Produkts, wie in allen anderen Dateien</translation>
    </message>
    <message>
        <source>Its name, as people read it; the number where it has none</source>
        <translation>Sein Name, wie Menschen ihn lesen; ohne einen die Nummer</translation>
    </message>
    <message>
        <source>What it stands in for: products of one family are substitutes</source>
        <translation>Wofür es steht: Produkte einer Familie ersetzen einander</translation>
    </message>
    <message>
        <source>The part of the shop it belongs to</source>
        <translation>Die Abteilung, zu der es gehört</translation>
    </message>
    <message>
        <source>What one piece costs customers</source>
        <translation>Was ein Stück Kunden kostet</translation>
    </message>
    <message>
        <source>What one piece costs you</source>
        <translation>Was ein Stück Sie kostet</translation>
    </message>
    <message>
        <source>Pieces at hand; empty where stock is not counted</source>
        <translation>Vorrätige Stücke; leer, wo der Bestand nicht gezählt wird</translation>
    </message>
    <message>
        <source>How long one piece lasts: days, or 2w, 30d</source>
        <translation>Wie lange ein Stück reicht: Tage, oder 2w, 30d</translation>
    </message>
    <message>
        <source>Words between commas</source>
        <translation>Wörter zwischen Kommas</translation>
    </message>
    <message>
        <source>What was done: product_viewed, cart_added, purchased, …; product_viewed where nothing says</source>
        <translation>Was getan wurde: product_viewed, cart_added, purchased, …; ohne Angabe product_viewed</translation>
    </message>
    <message>
        <source>The product it was about</source>
        <translation>Das Produkt, um das es ging</translation>
    </message>
    <message>
        <source>How many pieces; 1 where nothing says</source>
        <translation>Wie viele Stück; ohne Angabe 1</translation>
    </message>
    <message>
        <source>An amount, of a purchase or return what was paid for the line; of a survey its score, a whole number</source>
        <translation>Ein Betrag, bei Kauf oder Rückgabe das für die Zeile Gezahlte; bei einer Umfrage die Bewertung, eine ganze Zahl</translation>
    </message>
    <message>
        <source>What was paid for one piece: value is price times quantity, where nothing says value</source>
        <translation>Was für ein Stück bezahlt wurde: Wo value fehlt, gilt Preis mal Menge</translation>
    </message>
    <message>
        <source>Where: web, email, app, …</source>
        <translation>Wo: web, email, app, …</translation>
    </message>
    <message>
        <source>Which visit; of a purchase which order: its lines are one basket</source>
        <translation>Welcher Besuch; bei Käufen welche Bestellung: Ihre Zeilen sind ein Warenkorb</translation>
    </message>
    <message>
        <source>The words of a search, the name of a page</source>
        <translation>Die Wörter einer Suche, der Name einer Seite</translation>
    </message>
    <message>
        <source>Which offer was shown, or would have been</source>
        <translation>Welches Angebot gezeigt wurde oder worden wäre</translation>
    </message>
    <message>
        <source>Where it was shown: cart, checkout, email, …</source>
        <translation>Wo es gezeigt wurde: cart, checkout, email, …</translation>
    </message>
    <message>
        <source>treatment, holdout or an experiment&apos;s arm; treatment where nothing says</source>
        <translation>treatment, holdout oder der Arm eines Experiments; ohne Angabe treatment</translation>
    </message>
    <message>
        <source>What was randomised, where it was not the customer</source>
        <translation>Was ausgelost wurde, wo es nicht der Kunde war</translation>
    </message>
    <message>
        <source>Which experiment; empty = the global holdout</source>
        <translation>Welches Experiment; leer = die globale Kontrollgruppe</translation>
    </message>
    <message>
        <source>true where it was not shown, for comparison</source>
        <translation>true, wo es zum Vergleich nicht gezeigt wurde</translation>
    </message>
    <message>
        <source>When it was clicked; empty = never</source>
        <translation>Wann es geklickt wurde; leer = nie</translation>
    </message>
    <message>
        <source>When it was bought</source>
        <translation>Wann gekauft wurde</translation>
    </message>
    <message>
        <source>When it was declined</source>
        <translation>Wann es abgelehnt wurde</translation>
    </message>
    <message>
        <source>When it was sent back</source>
        <translation>Wann es zurückgeschickt wurde</translation>
    </message>
    <message>
        <source>Which basket, order or receipt</source>
        <translation>Welcher Warenkorb, welche Bestellung, welcher Bon</translation>
    </message>
    <message>
        <source>What was in it</source>
        <translation>Was darin lag</translation>
    </message>
    <message>
        <source>The item&apos;s name</source>
        <translation>Der Name des Artikels</translation>
    </message>
    <message>
        <source>The item&apos;s family</source>
        <translation>Die Familie des Artikels</translation>
    </message>
    <message>
        <source>The item&apos;s category</source>
        <translation>Die Kategorie des Artikels</translation>
    </message>
    <message>
        <source>is none of clicked, accepted, declined, returned, none</source>
        <translation>ist keins von clicked, accepted, declined, returned, none</translation>
    </message>
    <message>
        <source>is empty: the visitor did not consent</source>
        <translation>ist leer: Der Besucher hat nicht eingewilligt</translation>
    </message>
    <message>
        <source>is empty, and so is the order</source>
        <translation>ist leer, die Bestellung auch</translation>
    </message>
    <message>
        <source>is none of an order that was bought</source>
        <translation>ist keiner einer Bestellung, die gekauft wurde</translation>
    </message>
    <message>
        <source>is no number</source>
        <translation>ist keine Zahl</translation>
    </message>
    <message>
        <source>is a call that tells of no event</source>
        <translation>ist ein Aufruf, der von keinem Ereignis erzählt</translation>
    </message>
    <message>
        <source>is empty, and so is anonymousId</source>
        <translation>ist leer, anonymousId auch</translation>
    </message>
    <message>
        <source>is no list of products in JSON</source>
        <translation>ist keine Liste von Produkten in JSON</translation>
    </message>
    <message>
        <source>is empty, and so is the customer&apos;s number</source>
        <translation>ist leer, die Kundennummer auch</translation>
    </message>
    <message>
        <source>is voided: nothing was bought</source>
        <translation>ist annulliert (voided): Nichts wurde gekauft</translation>
    </message>
    <message>
        <source>is expired: nothing was bought</source>
        <translation>ist verfallen (expired): Nichts wurde gekauft</translation>
    </message>
    <message>
        <source>has an item without name and SKU</source>
        <translation>hat einen Artikel ohne Namen und Nummer</translation>
    </message>
    <message>
        <source>has an item whose quantity is no whole number</source>
        <translation>hat einen Artikel, dessen Menge keine ganze Zahl ist</translation>
    </message>
    <message>
        <source>has an item whose total is no amount</source>
        <translation>hat einen Artikel, dessen Summe kein Betrag ist</translation>
    </message>
    <message>
        <source>has an item whose total is too high</source>
        <translation>hat einen Artikel, dessen Summe zu hoch ist</translation>
    </message>
    <message>
        <source>holds no item</source>
        <translation>enthält keinen Artikel</translation>
    </message>
    <message>
        <source>Products were made from the order lines: the most frequent description, the median unit price. The files name no costs, so costs are 0 and margins are not to be trusted; import a catalogue with costs, or import again with a cost share.</source>
        <translation>Aus den Bestellzeilen wurden Produkte: die häufigste Bezeichnung, der mittlere Stückpreis. Die Dateien nennen keine Kosten, also sind sie 0 und die Margen nicht zu gebrauchen; importieren Sie einen Katalog mit Kosten oder noch einmal mit einem Kostenanteil.</translation>
    </message>
    <message>
        <source>Products were made from the order lines: the most frequent description, the median unit price. The files name no costs: %1 % of the price was assumed.</source>
        <translation>Aus den Bestellzeilen wurden Produkte: die häufigste Bezeichnung, der mittlere Stückpreis. Die Dateien nennen keine Kosten: %1 % des Preises wurden angenommen.</translation>
    </message>
    <message>
        <source>Amounts in %1 were taken as %2: nothing was converted.</source>
        <translation>Beträge in %1 gelten als %2: Nichts wurde umgerechnet.</translation>
    </message>
    <message>
        <source>The file names no orders: what a customer bought at one time is taken for one basket.</source>
        <translation>Die Datei nennt keine Bestellungen: Was ein Kunde zu einer Zeit kaufte, gilt als ein Warenkorb.</translation>
    </message>
    <message>
        <source>Quantities that are no whole numbers (weights, in %1 of the rows) count as the nearest number of pieces, 1 at least.</source>
        <translation>Mengen, die keine ganzen Zahlen sind (Gewichte, in %1 der Zeilen), zählen als die nächste Stückzahl, mindestens 1.</translation>
    </message>
    <message>
        <source>The file tells no time of refunds: they are dated to the order.</source>
        <translation>Die Datei nennt keine Zeit von Erstattungen: Sie gelten zur Zeit der Bestellung.</translation>
    </message>
    <message>
        <source>Each row is a basket; its items count as one row stored.</source>
        <translation>Jede Zeile ist ein Warenkorb; seine Artikel zählen als eine gespeicherte Zeile.</translation>
    </message>
    <message>
        <source>The tables count days and name no dates: day 1 was taken for 1 January 2016.</source>
        <translation>Die Tabellen zählen Tage und nennen kein Datum: Tag 1 gilt als der 1. Januar 2016.</translation>
    </message>
    <message>
        <source>The transactions are a sample of lines: they came in as purchases, never as baskets, and no pairs are mined from them.</source>
        <translation>Die Transaktionen sind eine Stichprobe von Zeilen: Sie kamen als Käufe herein, nie als Warenkörbe, und Paare werden aus ihnen keine gewonnen.</translation>
    </message>
    <message>
        <source>Prices are the median paid per piece in the sample, 0 where it has none. Costs are not in these files.</source>
        <translation>Preise sind der mittlere je Stück bezahlte Betrag der Stichprobe, sonst 0. Kosten stehen nicht in diesen Dateien.</translation>
    </message>
    <message>
        <source>The catalogue names no prices and no costs: they are 0.</source>
        <translation>Der Katalog nennt keine Preise und keine Kosten: Sie sind 0.</translation>
    </message>
    <message>
        <source>This is the table of displays and mailers per store and week. It names no customer, so a project has no place for it; leave it out.</source>
        <translation>Das ist die Tabelle der Auslagen und Prospekte je Laden und Woche. Sie nennt keinen Kunden, also hat ein Projekt keinen Platz für sie; lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>The file names no costs: they are 0, and margins are not to be trusted.</source>
        <translation>Die Datei nennt keine Kosten: Sie sind 0, und die Margen sind nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>Customers are known by their e-mail address, as in the export of orders. Names, addresses, phone numbers and notes were not read.</source>
        <translation>Kunden sind an ihrer E-Mail-Adresse zu erkennen, wie im Export der Bestellungen. Namen, Anschriften, Telefonnummern und Notizen wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>Customers are known by their e-mail address, as in the export of customers. Names, addresses and phone numbers were not read.</source>
        <translation>Kunden sind an ihrer E-Mail-Adresse zu erkennen, wie im Export der Kunden. Namen, Anschriften und Telefonnummern wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>Customers are known by their e-mail address. Names, addresses and phone numbers were not read.</source>
        <translation>Kunden sind an ihrer E-Mail-Adresse zu erkennen. Namen, Anschriften und Telefonnummern wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>%1: discounts of %2 %3 in all are named for the order as a whole; they are not taken off its lines.</source>
        <translation>%1: Rabatte von zusammen %2 %3 stehen nur für die ganze Bestellung da; von ihren Zeilen sind sie nicht abgezogen.</translation>
    </message>
    <message>
        <source>%1: %2 %3 in all were given back in part. The file does not tell for which lines, so all count as bought.</source>
        <translation>%1: Zusammen wurden %2 %3 teilweise erstattet. Die Datei sagt nicht, für welche Zeilen, also gelten alle als gekauft.</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 Bestellung</translation>
    </message>
    <message>
        <source>%1 orders</source>
        <translation>%1 Bestellungen</translation>
    </message>
    <message>
        <source>Shopify tells no time of refunds: they are dated to the payment.</source>
        <translation>Shopify nennt keine Zeit von Erstattungen: Sie gelten zur Zeit der Zahlung.</translation>
    </message>
    <message>
        <source>The file tells only each order&apos;s sum: it was split over its pieces.</source>
        <translation>Die Datei nennt nur die Summe jeder Bestellung: Sie wurde auf ihre Stücke verteilt.</translation>
    </message>
    <message>
        <source>The set knows no sessions: each user&apos;s day in China counts as one, and as one basket.</source>
        <translation>Der Datensatz kennt keine Sitzungen: Der Tag eines Nutzers in China gilt als eine, und als ein Warenkorb.</translation>
    </message>
    <message>
        <source>The set knows no names and no prices: products are called by their number and have price and cost 0.</source>
        <translation>Der Datensatz kennt weder Namen noch Preise: Produkte heißen nach ihrer Nummer und haben Preis und Kosten 0.</translation>
    </message>
    <message>
        <source>In %1 an id looks like 1.2E+05: a spreadsheet shortened it, so different ids may have become one. Export the ids as text.</source>
        <translation>In %1 sieht eine Kennung aus wie 1.2E+05: Ein Tabellenprogramm hat sie gekürzt, verschiedene Kennungen können eine geworden sein. Exportieren Sie die Kennungen als Text.</translation>
    </message>
    <message>
        <source>In %1 the customers&apos; ids are e-mail addresses, and stand in the project&apos;s file now, undone or not. To be rid of them erase these customers, or import into a new project with pseudonyms (--pseudonymize KEYFILE).</source>
        <translation>In %1 sind die Kennungen der Kunden E-Mail-Adressen und stehen nun in der Datei des Projekts, auch wenn der Import rückgängig gemacht wird. Los werden Sie sie, indem Sie diese Kunden löschen oder mit Pseudonymen in ein neues Projekt importieren.</translation>
    </message>
    <message>
        <source>The totals by day, type and amount are those of the files: they include %1 that the project had already.</source>
        <translation>Die Summen nach Tag, Art und Betrag sind die der Dateien: Sie enthalten %1, die das Projekt schon hatte.</translation>
    </message>
    <message>
        <source>No preset fits the columns: %1. Name one (--preset), map the columns (--suggest-map, --map), or rename them.</source>
        <translation>Keine Vorlage passt zu den Spalten: %1. Wählen Sie eine, ordnen Sie die Spalten zu oder benennen Sie sie um.</translation>
    </message>
    <message>
        <source>The file has no column &quot;%1&quot;. It has: %2.</source>
        <translation>Die Datei hat keine Spalte „%1“. Sie hat: %2.</translation>
    </message>
    <message>
        <source>The file has no header row.</source>
        <translation>Die Datei hat keine Überschriften.</translation>
    </message>
    <message>
        <source>The header cannot be read: %1</source>
        <translation>Die Überschriften sind nicht zu lesen: %1</translation>
    </message>
    <message>
        <source>There is no file to import.</source>
        <translation>Es gibt keine Datei zum Importieren.</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing of it was kept.</source>
        <translation>Der Import wurde angehalten. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>The gzip file is damaged or cut off (%1). Fetch it again.</source>
        <translation>Die gzip-Datei ist beschädigt oder abgeschnitten (%1). Holen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Order lines of any shop or till: who bought what when</source>
        <translation>Bestellzeilen eines beliebigen Shops oder einer Kasse: wer wann was kaufte</translation>
    </message>
    <message>
        <source>Baskets, one a row: a column per product with yes and no, or its items</source>
        <translation>Warenkörbe, einer je Zeile: eine Spalte je Produkt mit ja und nein, oder seine Artikel</translation>
    </message>
    <message>
        <source>The column "%1" holds %2 and was left out: deciding needs no personal data.</source>
        <translation>Die Spalte „%1“ enthält %2 und wurde weggelassen: zum Entscheiden braucht es keine persönlichen Daten.</translation>
    </message>
    <message>
        <source>names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>e-mail addresses</source>
        <translation>E-Mail-Adressen</translation>
    </message>
    <message>
        <source>phone numbers</source>
        <translation>Telefonnummern</translation>
    </message>
    <message>
        <source>addresses</source>
        <translation>Anschriften</translation>
    </message>
    <message>
        <source>card or account numbers</source>
        <translation>Karten- oder Kontonummern</translation>
    </message>
    <message>
        <source>dates of birth</source>
        <translation>Geburtsdaten</translation>
    </message>
    <message>
        <source>IP addresses</source>
        <translation>IP-Adressen</translation>
    </message>
    <message>
        <source>%1 before the year 2000, the first on %2. Is the column of times the right one?</source>
        <translation>%1 vor dem Jahr 2000, die erste am %2. Ist die Spalte der Zeiten die richtige?</translation>
    </message>
    <message>
        <source>%1 in the future, the last on %2. Are day and month in the right order?</source>
        <translation>%1 in der Zukunft, die letzte am %2. Stehen Tag und Monat in der richtigen Reihenfolge?</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>All purchases have the value 0. Is the column of what was paid mapped?</source>
        <translation>Alle Käufe haben den Wert 0. Ist die Spalte des Bezahlten zugeordnet?</translation>
    </message>
    <message>
        <source>%1 of %2 purchases have the value 0.</source>
        <translation>%1 von %2 Käufen haben den Wert 0.</translation>
    </message>
    <message>
        <source>1 purchase is over a hundred times what is usual, the greatest %1. Are decimals read as they should be?</source>
        <translation>1 Kauf liegt über dem Hundertfachen des Üblichen, der größte %1. Werden Dezimalstellen richtig gelesen?</translation>
    </message>
    <message>
        <source>%1 purchases are over a hundred times what is usual, the greatest %2. Are decimals read as they should be?</source>
        <translation>%1 Käufe liegen über dem Hundertfachen des Üblichen, der größte %2. Werden Dezimalstellen richtig gelesen?</translation>
    </message>
    <message>
        <source>1 purchase is of more than 1,000 pieces.</source>
        <translation>1 Kauf umfasst mehr als 1.000 Stück.</translation>
    </message>
    <message>
        <source>%1 purchases are of more than 1,000 pieces.</source>
        <translation>%1 Käufe umfassen mehr als 1.000 Stück.</translation>
    </message>
    <message>
        <source>%1 of %2 events are of types that no ready-made signal or scorecard knows: %3.</source>
        <translation>%1 von %2 Ereignissen sind von Arten, die kein vorgefertigtes Signal und keine Scorecard kennt: %3.</translation>
    </message>
    <message>
        <source>%1 of %2 products are not in the catalogue yet. Are they named by the same SKU there?</source>
        <translation>%1 von %2 Produkten sind noch nicht im Katalog. Heißen sie dort mit derselben SKU?</translation>
    </message>
    <message>
        <source>There are no rows on 1 day between the first and the last: %1.</source>
        <translation>An 1 Tag zwischen dem ersten und dem letzten gibt es keine Zeilen: %1.</translation>
    </message>
    <message>
        <source>There are no rows on %1 days between the first and the last: %2.</source>
        <translation>An %1 Tagen zwischen dem ersten und dem letzten gibt es keine Zeilen: %2.</translation>
    </message>
    <message>
        <source>This project is open in %1. It is shown as it is there, and can be edited here when it is closed there.</source>
        <translation>Dieses Projekt ist schon geöffnet: %1. Es wird gezeigt, wie es dort steht, und kann hier bearbeitet werden, sobald es dort geschlossen ist.</translation>
    </message>
    <message>
        <source>This project is open in %1. Close it there and do this again.</source>
        <translation>Dieses Projekt ist schon geöffnet: %1. Schließen Sie es dort und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>another window since %1 (user %2 on %3)</source>
        <translation>in einem anderen Fenster seit %1 (Benutzer %2 auf %3)</translation>
    </message>
    <message>
        <source>another window since %1 (user %2)</source>
        <translation>in einem anderen Fenster seit %1 (Benutzer %2)</translation>
    </message>
    <message>
        <source>%1 since %2 (user %3 on %4)</source>
        <translation>in %1 seit %2 (Benutzer %3 auf %4)</translation>
    </message>
    <message>
        <source>%1 since %2 (user %3)</source>
        <translation>in %1 seit %2 (Benutzer %3)</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>in einem anderen Programm</translation>
    </message>
    <message>
        <source>The folder of this project cannot be written. Copy it to another folder to edit it.</source>
        <translation>In den Ordner dieses Projekts kann nicht geschrieben werden. Kopieren Sie es in einen anderen Ordner, um es zu bearbeiten.</translation>
    </message>
    <message>
        <source>This project file is write-protected. Copy it to edit it, or give yourself the right to write it.</source>
        <translation>Diese Projektdatei ist schreibgeschützt. Bearbeiten Sie eine Kopie, oder geben Sie sich das Recht zu schreiben.</translation>
    </message>
    <message>
        <source>A later version of Offerwright made this project (file version %1, this program knows %2). It is shown read-only; update the program to edit it.</source>
        <translation>Eine neuere Version von Offerwright hat dieses Projekt geschrieben (Dateiversion %1, dieses Programm kennt %2). Es wird nur gezeigt; aktualisieren Sie das Programm, um es zu bearbeiten.</translation>
    </message>
    <message>
        <source>The drive of this project cannot keep two programs apart (%1). Save a copy on a local drive to edit it.</source>
        <translation>Das Laufwerk dieses Projekts kann zwei Programme nicht auseinanderhalten (%1). Speichern Sie eine Kopie auf einem lokalen Laufwerk, um es zu bearbeiten.</translation>
    </message>
    <message>
        <source>The project file was moved, deleted or replaced while it was open. Nothing more is written to it. Save a copy to keep what is shown, or open the file anew.</source>
        <translation>Die Projektdatei wurde verschoben, gelöscht oder ersetzt, während sie geöffnet war. In sie wird nichts mehr geschrieben. Speichern Sie eine Kopie, um zu behalten, was Sie sehen, oder öffnen Sie die Datei neu.</translation>
    </message>
    <message>
        <source>The project file was moved, deleted or replaced while it was open: nothing was written.</source>
        <translation>Die Projektdatei wurde verschoben, gelöscht oder ersetzt, während sie geöffnet war: Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>This project file is damaged and can only be looked at. Edit a rescued copy of it.</source>
        <translation>Diese Projektdatei ist beschädigt und kann nur angesehen werden. Bearbeiten Sie eine gerettete Kopie.</translation>
    </message>
    <message>
        <source>The project was opened to be read.</source>
        <translation>Das Projekt wurde nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>An import is running. Edit again when it is done.</source>
        <translation>Ein Import läuft. Bearbeiten Sie weiter, wenn er fertig ist.</translation>
    </message>
    <message>
        <source>Another program changed this project meanwhile. It was read anew; do the step again.</source>
        <translation>Ein anderes Programm hat dieses Projekt inzwischen geändert. Es wurde neu gelesen; machen Sie den Schritt noch einmal.</translation>
    </message>
    <message>
        <source>Another program or an import is writing this project. Wait for it and do it again.</source>
        <translation>Ein anderes Programm oder ein Import schreibt gerade in dieses Projekt. Warten Sie darauf und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>The history begins with the rescue of a damaged file: what was done before cannot be undone.</source>
        <translation>Der Verlauf beginnt mit der Rettung einer beschädigten Datei: Was davor getan wurde, lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>The file is empty: no project was ever saved in it.</source>
        <translation>Die Datei ist leer: In ihr wurde nie ein Projekt gespeichert.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>This is no Offerwright project. If it is a table of data, import it into one.</source>
        <translation>Das ist kein Offerwright-Projekt. Ist es eine Datentabelle, importieren Sie sie in eines.</translation>
    </message>
    <message>
        <source>This is an SQLite database of another program, not an Offerwright project.</source>
        <translation>Das ist eine SQLite-Datenbank eines anderen Programms, kein Offerwright-Projekt.</translation>
    </message>
    <message>
        <source>This is a database, not a table; a project is opened, not imported.</source>
        <translation>Das ist eine Datenbank, keine Tabelle; ein Projekt wird geöffnet, nicht importiert.</translation>
    </message>
    <message>
        <source>This is a folder, not a project. Name a file that ends in .offerwright.</source>
        <translation>Das ist ein Ordner, kein Projekt. Nennen Sie eine Datei, die auf .offerwright endet.</translation>
    </message>
    <message>
        <source>This is a folder. Name the files in it that are to be imported.</source>
        <translation>Das ist ein Ordner. Nennen Sie die Dateien darin, die importiert werden sollen.</translation>
    </message>
    <message>
        <source>This is %1, not a project. To bring its data in, import it.</source>
        <translation>Das ist %1 und kein Projekt. Um die Daten hereinzuholen, importieren Sie sie.</translation>
    </message>
    <message>
        <source>This is %1, not %2; unpack it first.</source>
        <translation>Das ist %1, erwartet wird %2. Entpacken Sie es zuerst.</translation>
    </message>
    <message>
        <source>This is %1, not %2; unpack it, or save the sheet as CSV.</source>
        <translation>Das ist %1, erwartet wird %2. Entpacken Sie es, oder speichern Sie die Tabelle als CSV.</translation>
    </message>
    <message>
        <source>This is %1, not %2; save the sheet as CSV (UTF-8).</source>
        <translation>Das ist %1, erwartet wird %2. Speichern Sie die Tabelle als CSV (UTF-8).</translation>
    </message>
    <message>
        <source>This is %1, not %2; sign in and download the file itself.</source>
        <translation>Das ist %1, erwartet wird %2. Melden Sie sich an und laden Sie die Datei selbst herunter.</translation>
    </message>
    <message>
        <source>This is %1, not %2; export it as CSV.</source>
        <translation>Das ist %1, erwartet wird %2. Exportieren Sie es als CSV.</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation>ein altes Office-Dokument</translation>
    </message>
    <message>
        <source>an XML document</source>
        <translation>ein XML-Dokument</translation>
    </message>
    <message>
        <source>an Excel workbook or another office document</source>
        <translation>eine Excel-Mappe oder ein anderes Office-Dokument</translation>
    </message>
    <message>
        <source>This is %1, not %2; save the sheet as CSV.</source>
        <translation>Das ist %1, erwartet wird %2. Speichern Sie das Tabellenblatt als CSV.</translation>
    </message>
    <message>
        <source>This is %1, not %2; save it as CSV.</source>
        <translation>Das ist %1, erwartet wird %2. Speichern Sie sie als CSV.</translation>
    </message>
    <message>
        <source>This is %1, not %2.</source>
        <translation>Das ist %1, erwartet wird %2.</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>ein ZIP-Archiv oder Office-Dokument</translation>
    </message>
    <message>
        <source>a zstd archive</source>
        <translation>ein zstd-Archiv</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>ein xz-Archiv</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>ein bzip2-Archiv</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>ein gzip-Archiv</translation>
    </message>
    <message>
        <source>a Parquet file</source>
        <translation>eine Parquet-Datei</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a JSON text</source>
        <translation>ein JSON-Text</translation>
    </message>
    <message>
        <source>an XML or HTML text</source>
        <translation>ein XML- oder HTML-Text</translation>
    </message>
    <message>
        <source>a project</source>
        <translation>ein Projekt</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a project, a rule pack or a text form</source>
        <translation>ein Projekt, ein Regelpaket oder eine Textform</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name or open it.</source>
        <translation>Eine Datei dieses Namens gibt es schon. Wählen Sie einen anderen Namen, oder öffnen Sie sie.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another.</source>
        <translation>Eine Datei dieses Namens gibt es schon. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The project file is damaged: %1, and %2 more. It was not changed; save a rescued copy of it.</source>
        <translation>Die Projektdatei ist beschädigt: %1, und %2 mehr. Sie wurde nicht verändert; speichern Sie eine gerettete Kopie.</translation>
    </message>
    <message>
        <source>The project file is damaged: %1. It was not changed; save a rescued copy of it.</source>
        <translation>Die Projektdatei ist beschädigt: %1. Sie wurde nicht verändert; speichern Sie eine gerettete Kopie.</translation>
    </message>
    <message>
        <source>The project file is damaged. It was not changed; save a rescued copy of it.</source>
        <translation>Die Projektdatei ist beschädigt. Sie wurde nicht verändert; speichern Sie eine gerettete Kopie.</translation>
    </message>
    <message>
        <source>The project file is damaged. The %1 is missing. It was not changed; save a rescued copy of it.</source>
        <translation>Die Projektdatei ist beschädigt. Es fehlt: %1. Sie wurde nicht verändert; speichern Sie eine gerettete Kopie.</translation>
    </message>
    <message>
        <source>The beginning of this file is damaged; the rest looks like an Offerwright project. It was not changed; save a rescued copy of it.</source>
        <translation>Der Anfang dieser Datei ist beschädigt; der Rest sieht wie ein Offerwright-Projekt aus. Sie wurde nicht verändert; speichern Sie eine gerettete Kopie.</translation>
    </message>
    <message>
        <source>The end of the project file is missing. It was not changed; save a rescued copy of it.</source>
        <translation>Das Ende der Projektdatei fehlt. Sie wurde nicht verändert; speichern Sie eine gerettete Kopie.</translation>
    </message>
    <message>
        <source>The %1 is missing from the project file. It was not changed; save a rescued copy of it.</source>
        <translation>In der Projektdatei fehlt: %1. Sie wurde nicht verändert; speichern Sie eine gerettete Kopie.</translation>
    </message>
    <message>
        <source>The %1 is missing from the file.</source>
        <translation>In der Datei fehlt: %1.</translation>
    </message>
    <message>
        <source>What the step “%1” changed is lost with a damaged part of the file, so it can be neither undone nor redone. The project stays as it is.</source>
        <translation>Was der Schritt „%1“ geändert hat, ist mit einem beschädigten Teil der Datei verloren; er lässt sich weder rückgängig machen noch wiederholen. Das Projekt bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>page %1 of the %2 is damaged</source>
        <translation>Seite %1 ist beschädigt (%2)</translation>
    </message>
    <message>
        <source>page %1 is damaged</source>
        <translation>Seite %1 ist beschädigt</translation>
    </message>
    <message>
        <source>1 fault</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 faults</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>The history could not be kept: it begins with the project as it is now. What “%1” changed is lost, and nothing before it can be undone.</source>
        <translation>Der Verlauf ist verloren: Er beginnt mit dem Projekt, wie es jetzt ist. Was „%1“ geändert hat, fehlt, und nichts davor lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>The history could not be kept: it begins with the project as it is now.</source>
        <translation>Der Verlauf ist verloren: Er beginnt mit dem Projekt, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>The history begins later: one step can be undone. What “%1” changed is lost, and nothing before it can be undone.</source>
        <translation>Der Verlauf beginnt später: Ein Schritt lässt sich rückgängig machen. Was „%1“ geändert hat, fehlt, und nichts davor lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>The history begins later: the last %1 steps can be undone. What “%2” changed is lost, and nothing before it can be undone.</source>
        <translation>Der Verlauf beginnt später: Die letzten %1 Schritte lassen sich rückgängig machen. Was „%2“ geändert hat, fehlt, und nichts davor lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>The history begins later: one step can be undone.</source>
        <translation>Der Verlauf beginnt später: Ein Schritt lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>The history begins later: the last %1 steps can be undone.</source>
        <translation>Der Verlauf beginnt später: Die letzten %1 Schritte lassen sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Imports are shown and hidden as the history says.</source>
        <translation>Importe werden gezeigt und verborgen, wie der Verlauf es sagt.</translation>
    </message>
    <message>
        <source>It lay on a damaged page.</source>
        <translation>Es lag auf einer beschädigten Seite.</translation>
    </message>
    <message>
        <source>table of general values</source>
        <translation>Tabelle der allgemeinen Werte</translation>
    </message>
    <message>
        <source>table of what people wrote</source>
        <translation>Tabelle dessen, was Menschen geschrieben haben</translation>
    </message>
    <message>
        <source>table of imports</source>
        <translation>Tabelle der Importe</translation>
    </message>
    <message>
        <source>table of the history&apos;s steps</source>
        <translation>Tabelle der Schritte im Verlauf</translation>
    </message>
    <message>
        <source>table of what the history&apos;s steps changed</source>
        <translation>Tabelle dessen, was die Schritte im Verlauf geändert haben</translation>
    </message>
    <message>
        <source>table of releases</source>
        <translation>Tabelle der Freigaben</translation>
    </message>
    <message>
        <source>table of customers&apos; keys</source>
        <translation>Tabelle der Kundenschlüssel</translation>
    </message>
    <message>
        <source>table of products&apos; keys</source>
        <translation>Tabelle der Produktschlüssel</translation>
    </message>
    <message>
        <source>table of sessions</source>
        <translation>Tabelle der Sitzungen</translation>
    </message>
    <message>
        <source>table of words</source>
        <translation>Tabelle der Wörter</translation>
    </message>
    <message>
        <source>table of products</source>
        <translation>Tabelle der Produkte</translation>
    </message>
    <message>
        <source>table of customers</source>
        <translation>Tabelle der Kunden</translation>
    </message>
    <message>
        <source>table of events</source>
        <translation>Tabelle der Ereignisse</translation>
    </message>
    <message>
        <source>table of exposures</source>
        <translation>Tabelle der Einblendungen</translation>
    </message>
    <message>
        <source>table of baskets</source>
        <translation>Tabelle der Warenkörbe</translation>
    </message>
    <message>
        <source>table of rejected rows</source>
        <translation>Tabelle der abgelehnten Zeilen</translation>
    </message>
    <message>
        <source>table of mined edges</source>
        <translation>Tabelle der gefundenen Kanten</translation>
    </message>
    <message>
        <source>list of packed blocks</source>
        <translation>Liste der gepackten Blöcke</translation>
    </message>
    <message>
        <source>table of packed blocks</source>
        <translation>Tabelle der gepackten Blöcke</translation>
    </message>
    <message>
        <source>index of the %1</source>
        <translation>Index: %1</translation>
    </message>
    <message>
        <source>Project created</source>
        <translation>Projekt angelegt</translation>
    </message>
    <message>
        <source>Rescued from a damaged file</source>
        <translation>Aus einer beschädigten Datei gerettet</translation>
    </message>
    <message>
        <source>Import kept: %1</source>
        <translation>Import behalten: %1</translation>
    </message>
    <message>
        <source>Imported %1 (1 row)</source>
        <translation>%1 importiert (1 Zeile)</translation>
    </message>
    <message>
        <source>Imported %1 (%2 rows)</source>
        <translation>%1 importiert (%2 Zeilen)</translation>
    </message>
    <message>
        <source>Text form read from %1</source>
        <translation>Textform aus %1 gelesen</translation>
    </message>
    <message>
        <source>Merged with %1</source>
        <translation>Mit %1 zusammengeführt</translation>
    </message>
    <message>
        <source>Stored a simulation: %1 exposures</source>
        <translation>Simulation gespeichert: %1 Einblendungen</translation>
    </message>
    <message>
        <source>Invoices with cancellations (UCI Online Retail)</source>
        <translation>Rechnungen mit Stornierungen (UCI Online Retail)</translation>
    </message>
    <message>
        <source>User behaviour (Taobao: pv, fav, cart, buy)</source>
        <translation>Nutzerverhalten (Taobao: pv, fav, cart, buy)</translation>
    </message>
    <message>
        <source>The Complete Journey (84.51°): any of its tables</source>
        <translation>The Complete Journey (84.51°): jede seiner Tabellen</translation>
    </message>
    <message>
        <source>A log of offers shown and withheld</source>
        <translation>Protokoll gezeigter und zurückgehaltener Angebote</translation>
    </message>
    <message>
        <source>What customers did, one event a row</source>
        <translation>Was Kunden taten, ein Ereignis je Zeile</translation>
    </message>
    <message>
        <source>A catalogue</source>
        <translation>Ein Katalog</translation>
    </message>
    <message>
        <source>Baskets, one basket and item a row (Groceries, order lines)</source>
        <translation>Warenkörbe, ein Korb und Artikel je Zeile (Groceries, Bestellzeilen)</translation>
    </message>
    <message>
        <source>Groceries: the same as baskets</source>
        <translation>Groceries: wie Warenkörbe</translation>
    </message>
    <message>
        <source>Sessions of clicks, one item a row</source>
        <translation>Klicksitzungen, ein Artikel je Zeile</translation>
    </message>
    <message>
        <source>Customers with any attributes</source>
        <translation>Kunden mit beliebigen Merkmalen</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is empty, and so is the session</source>
        <translation>ist leer, und die Sitzung auch</translation>
    </message>
    <message>
        <source>is empty: a return of nobody</source>
        <translation>ist leer: eine Rückgabe von niemandem</translation>
    </message>
    <message>
        <source>is no time</source>
        <translation>ist keine Zeitangabe</translation>
    </message>
    <message>
        <source>is no amount</source>
        <translation>ist kein Betrag</translation>
    </message>
    <message>
        <source>is no amount from 0 on</source>
        <translation>ist kein Betrag ab 0</translation>
    </message>
    <message>
        <source>is no whole number</source>
        <translation>ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>is no whole number from 0 on</source>
        <translation>ist keine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>is 0</source>
        <translation>ist 0</translation>
    </message>
    <message>
        <source>is negative</source>
        <translation>ist negativ</translation>
    </message>
    <message>
        <source>is not negative in a cancellation</source>
        <translation>ist in einer Stornierung nicht negativ</translation>
    </message>
    <message>
        <source>is negative outside a cancellation: a stock correction</source>
        <translation>ist außerhalb einer Stornierung negativ: eine Bestandskorrektur</translation>
    </message>
    <message>
        <source>is not above 0 and there is no customer: a stock correction</source>
        <translation>ist nicht über 0, und es gibt keinen Kunden: eine Bestandskorrektur</translation>
    </message>
    <message>
        <source>is a fee or an accounting entry and names no customer</source>
        <translation>ist eine Gebühr oder Buchung und nennt keinen Kunden</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>ist weder wahr noch falsch</translation>
    </message>
    <message>
        <source>is neither a number of days nor a length such as 30d</source>
        <translation>ist weder eine Zahl von Tagen noch eine Dauer wie 30d</translation>
    </message>
    <message>
        <source>is before the offer was shown</source>
        <translation>liegt vor dem Zeigen des Angebots</translation>
    </message>
    <message>
        <source>is not of the attribute&apos;s type in the project</source>
        <translation>hat nicht den Typ des Merkmals im Projekt</translation>
    </message>
    <message>
        <source>is not in the catalogue; import the products too</source>
        <translation>steht nicht im Katalog; importieren Sie auch die Produkte</translation>
    </message>
    <message>
        <source>has no start date; import campaign_descriptions too</source>
        <translation>hat kein Startdatum; importieren Sie auch campaign_descriptions</translation>
    </message>
    <message>
        <source>stands in the file before</source>
        <translation>steht schon weiter oben in der Datei</translation>
    </message>
    <message>
        <source>stands in the file before, with other values</source>
        <translation>steht schon weiter oben in der Datei, mit anderen Werten</translation>
    </message>
    <message>
        <source>a quote is opened here and never closed, or closed after more than 256 kB</source>
        <translation>hier öffnet sich ein Anführungszeichen, das nie oder erst nach mehr als 256 kB schließt</translation>
    </message>
    <message>
        <source>a quote is opened and never closed</source>
        <translation>ein Anführungszeichen öffnet sich und schließt nie</translation>
    </message>
    <message>
        <source>the row is longer than 256 kB</source>
        <translation>die Zeile ist länger als 256 kB</translation>
    </message>
    <message>
        <source>the row holds a zero byte</source>
        <translation>die Zeile enthält ein Nullbyte</translation>
    </message>
    <message>
        <source>the row is not UTF-8 text; save the file as UTF-8</source>
        <translation>die Zeile ist kein UTF-8-Text; speichern Sie die Datei als UTF-8</translation>
    </message>
    <message>
        <source>These files were imported before and are in the project; nothing was changed.</source>
        <translation>Diese Dateien wurden schon importiert und sind im Projekt; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Baskets name no prices: products that were not in the catalogue have price and cost 0.</source>
        <translation>Warenkörbe nennen keine Preise: Produkte, die nicht im Katalog standen, haben Preis und Kosten 0.</translation>
    </message>
    <message>
        <source>The file names no event types: every row was read as product_viewed.</source>
        <translation>Die Datei nennt keine Ereignisarten: Jede Zeile wurde als product_viewed gelesen.</translation>
    </message>
    <message>
        <source>The file names no prices: they are 0.</source>
        <translation>Die Datei nennt keine Preise: Sie sind 0.</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot;. The file has: %2.</source>
        <translation>Es gibt keine Spalte „%1“. Die Datei hat: %2.</translation>
    </message>
    <message>
        <source>Mined %1 pairs of products</source>
        <translation>%1 Produktpaare gefunden</translation>
    </message>
    <message>
        <source>Merged with another version of %1</source>
        <translation>Mit einer anderen Fassung von %1 zusammengeführt</translation>
    </message>
    <message>
        <source>is no date</source>
        <translation>ist kein Datum</translation>
    </message>
    <message>
        <source>is none of pv, fav, cart, buy</source>
        <translation>ist keines von pv, fav, cart, buy</translation>
    </message>
    <message>
        <source>Customers erased</source>
        <translation>Kunden gelöscht</translation>
    </message>
    <message>
        <source>The project holds nothing of this customer. Nothing was changed.</source>
        <translation>Das Projekt enthält nichts von diesem Kunden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Somebody is reading the project. Close it everywhere, and wait for what runs with it, then erase again. Nothing was changed.</source>
        <translation>Jemand liest das Projekt gerade. Schließen Sie es überall, warten Sie, bis nichts mehr damit läuft, und löschen Sie dann noch einmal. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The customer&apos;s id is part of this %1&apos;s name or conditions and cannot be replaced there. Change it by hand and erase again; nothing was changed.</source>
        <translation>Die Kennung des Kunden ist Teil des Namens oder der Bedingungen (%1) und kann dort nicht ersetzt werden. Ändern Sie das von Hand und löschen Sie noch einmal; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>No file can be written beside the project, which erasing needs.</source>
        <translation>Neben dem Projekt lässt sich keine Datei schreiben, die das Löschen braucht.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was erased.</source>
        <translation>Angehalten. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>Say which customer to erase: an id is not empty.</source>
        <translation>Sagen Sie, welcher Kunde gelöscht wird: Eine Kennung ist nicht leer.</translation>
    </message>
    <message>
        <source>What was written beside the project is damaged (%1): the disk may be failing. Nothing was changed.</source>
        <translation>Was neben dem Projekt geschrieben wurde, ist beschädigt (%1): Die Festplatte ist vielleicht defekt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The step “%1” of the history does not fit what was before it, so nobody can be erased from it. Nothing was changed; save a rescued copy of the project first.</source>
        <translation>Der Schritt „%1“ des Verlaufs passt nicht zu dem, was davor war; daraus kann niemand gelöscht werden. Nichts wurde geändert; speichern Sie zuerst eine gerettete Kopie des Projekts.</translation>
    </message>
    <message>
        <source>This is no key: a key file holds 64 hexadecimal digits. Name a new file to have one made.</source>
        <translation>Das ist kein Schlüssel: Eine Schlüsseldatei enthält 64 hexadezimale Ziffern. Nennen Sie eine neue Datei, um einen anlegen zu lassen.</translation>
    </message>
    <message>
        <source>The key cannot be read: %1.</source>
        <translation>Der Schlüssel kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The key cannot be written: %1.</source>
        <translation>Der Schlüssel kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>is negative on a purchase: say returned, or say in the mapping that such rows are returns (negative_quantity)</source>
        <translation>ist bei einem Kauf negativ: schreiben Sie returned, oder sagen Sie in der Zuordnung, dass solche Zeilen Rückgaben sind (negative_quantity)</translation>
    </message>
    <message>
        <source>is no whole number, as a score must be</source>
        <translation>ist keine ganze Zahl, wie eine Bewertung sie sein muss</translation>
    </message>
    <message>
        <source>1 exposure of the arm &quot;%1&quot; counts as shown; map the column withheld if it was not.</source>
        <translation>1 Einblendung des Arms „%1“ zählt als gezeigt; ordnen Sie die Spalte withheld zu, wenn sie es nicht war.</translation>
    </message>
    <message>
        <source>%1 exposures of the arm &quot;%2&quot; count as shown; map the column withheld if they were not.</source>
        <translation>%1 Einblendungen des Arms „%2“ zählen als gezeigt; ordnen Sie die Spalte withheld zu, wenn sie es nicht waren.</translation>
    </message>
    <message>
        <source>Not read: %1 and %2 more.</source>
        <translation>Nicht gelesen: %1 und %2 weitere.</translation>
    </message>
    <message>
        <source>Not read: %1.</source>
        <translation>Nicht gelesen: %1.</translation>
    </message>
    <message>
        <source>The file names no e-mail addresses: each order is of an anonymous customer. Names were not read.</source>
        <translation>Die Datei nennt keine E-Mail-Adressen: jede Bestellung gehört einem anonymen Kunden. Namen wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>Names, addresses and phone numbers were not read.</source>
        <translation>Namen, Anschriften und Telefonnummern wurden nicht gelesen.</translation>
    </message>
    <message>
        <source>The totals are of what was stored; 1 row of the files was in the project already.</source>
        <translation>Die Summen sind die des Gespeicherten; 1 Zeile der Dateien war schon im Projekt.</translation>
    </message>
    <message>
        <source>The totals are of what was stored; %1 rows of the files were in the project already.</source>
        <translation>Die Summen sind die des Gespeicherten; %1 Zeilen der Dateien waren schon im Projekt.</translation>
    </message>
    <message>
        <source>1 row has the id of one that was there before and says something else: the first holds. If these are other events, their ids must differ: map the id as a text such as web-{column}.</source>
        <translation>1 Zeile hat die Kennung einer früheren und sagt etwas anderes: die erste gilt. Sind es andere Ereignisse, so müssen ihre Kennungen sich unterscheiden: ordnen Sie die Kennung als Text zu, etwa web-{Spalte}.</translation>
    </message>
    <message>
        <source>%1 rows have the id of one that was there before and say something else: the first holds. If these are other events, their ids must differ: map the id as a text such as web-{column}.</source>
        <translation>%1 Zeilen haben die Kennung einer früheren und sagen etwas anderes: die erste gilt. Sind es andere Ereignisse, so müssen ihre Kennungen sich unterscheiden: ordnen Sie die Kennung als Text zu, etwa web-{Spalte}.</translation>
    </message>
    <message>
        <source>A mapping that joins a second file reads rejected rows on the command line only.</source>
        <translation>Eine Zuordnung, die eine zweite Datei verbindet, liest abgewiesene Zeilen nur auf der Kommandozeile.</translation>
    </message>
    <message>
        <source>1 product was there and was changed: the newest holds. Undo brings back what was.</source>
        <translation>1 Produkt war schon da und wurde geändert: das Neueste gilt. Rückgängig bringt das Frühere zurück.</translation>
    </message>
    <message>
        <source>%1 products were there and were changed: the newest holds. Undo brings back what was.</source>
        <translation>%1 Produkte waren schon da und wurden geändert: das Neueste gilt. Rückgängig bringt das Frühere zurück.</translation>
    </message>
    <message>
        <source>1 customer was there and was changed: the newest holds. Undo brings back what was.</source>
        <translation>1 Kunde war schon da und wurde geändert: das Neueste gilt. Rückgängig bringt das Frühere zurück.</translation>
    </message>
    <message>
        <source>%1 customers were there and were changed: the newest holds. Undo brings back what was.</source>
        <translation>%1 Kunden waren schon da und wurden geändert: das Neueste gilt. Rückgängig bringt das Frühere zurück.</translation>
    </message>
    <message>
        <source>1 exposure is there with other outcomes: what was there holds. To take the newer ones, undo the import that brought the older, then import the newer file.</source>
        <translation>1 Einblendung ist schon mit anderem Ausgang da: was da war, gilt. Um das Neuere zu übernehmen, machen Sie den Import des Älteren rückgängig und importieren dann die neuere Datei.</translation>
    </message>
    <message>
        <source>%1 exposures are there with other outcomes: what was there holds. To take the newer ones, undo the import that brought the older, then import the newer file.</source>
        <translation>%1 Einblendungen sind schon mit anderem Ausgang da: was da war, gilt. Um das Neuere zu übernehmen, machen Sie den Import des Älteren rückgängig und importieren dann die neuere Datei.</translation>
    </message>
    <message>
        <source>1 row repeats an exposure that stands in the files before, with other outcomes: the first holds.</source>
        <translation>1 Zeile wiederholt eine Einblendung, die vorher in den Dateien steht, mit anderem Ausgang: die erste gilt.</translation>
    </message>
    <message>
        <source>%1 rows repeat an exposure that stands in the files before, with other outcomes: the first holds.</source>
        <translation>%1 Zeilen wiederholen eine Einblendung, die vorher in den Dateien steht, mit anderem Ausgang: die erste gilt.</translation>
    </message>
    <message>
        <source>At least 1 event comes within two seconds of one of the same customer, product and type: fired twice, perhaps. It was kept.</source>
        <translation>Mindestens 1 Ereignis kommt binnen zwei Sekunden nach einem desselben Kunden, Produkts und derselben Art: vielleicht doppelt ausgelöst. Es wurde behalten.</translation>
    </message>
    <message>
        <source>At least %1 events come within two seconds of one of the same customer, product and type: fired twice, perhaps. They were kept.</source>
        <translation>Mindestens %1 Ereignisse kommen binnen zwei Sekunden nach einem desselben Kunden, Produkts und derselben Art: vielleicht doppelt ausgelöst. Sie wurden behalten.</translation>
    </message>
    <message>
        <source>What tells the row from all others: of an id that comes again, the first row holds</source>
        <translation>Was die Zeile von allen anderen unterscheidet: kommt eine Kennung wieder, so gilt die erste Zeile</translation>
    </message>
    <message>
        <source>An older version of the program made this import, which did not keep how the files were read. Import the mended rows as a file.</source>
        <translation>Eine ältere Version des Programms hat diesen Import gemacht und nicht behalten, wie die Dateien gelesen wurden. Importieren Sie die berichtigten Zeilen als Datei.</translation>
    </message>
    <message>
        <source>The import was undone. Redo it, then mend its rows.</source>
        <translation>Der Import wurde rückgängig gemacht. Wiederholen Sie ihn, und berichtigen Sie dann seine Zeilen.</translation>
    </message>
    <message>
        <source>its text was not kept: customers' ids were to be hidden</source>
        <translation>ihr Text wurde nicht behalten: die Kennungen der Kunden sollten verborgen sein</translation>
    </message>
    <message>
        <source>it is too long: only its beginning was kept</source>
        <translation>sie ist zu lang: nur ihr Anfang wurde behalten</translation>
    </message>
    <message>
        <source>it is no record of which cells could be told; mend it in the file</source>
        <translation>sie ist kein Datensatz mit erkennbaren Zellen; berichtigen Sie sie in der Datei</translation>
    </message>
    <message>
        <source>Took in 1 rejected row of import %1, mended (%2)</source>
        <translation>1 abgewiesene Zeile von Import %1 berichtigt übernommen (%2)</translation>
    </message>
    <message>
        <source>Took in %1 rejected rows of import %2, mended (%3)</source>
        <translation>%1 abgewiesene Zeilen von Import %2 berichtigt übernommen (%3)</translation>
    </message>
    <message>
        <source>Saved the mapping “%1” (%2)</source>
        <translation>Zuordnung „%1“ gespeichert (%2)</translation>
    </message>
    <message>
        <source>Changed the mapping “%1” (%2)</source>
        <translation>Zuordnung „%1“ geändert (%2)</translation>
    </message>
    <message>
        <source>Removed the mapping “%1”</source>
        <translation>Zuordnung „%1“ entfernt</translation>
    </message>
    <message>
        <source>Row %1 cannot be mended here: %2.</source>
        <translation>Zeile %1 kann hier nicht berichtigt werden: %2.</translation>
    </message>
    <message>
        <source>its file is not known any more</source>
        <translation>ihre Datei ist nicht mehr bekannt</translation>
    </message>
    <message>
        <source>its text is not there</source>
        <translation>ihr Text ist nicht da</translation>
    </message>
    <message>
        <source>its cells are not those of the file</source>
        <translation>ihre Zellen sind nicht die der Datei</translation>
    </message>
    <message>
        <source>The mapping joins %1. Say where it is: --join %2=FILE.</source>
        <translation>Die Zuordnung verbindet %1. Sagen Sie, wo diese Datei ist: --join %2=DATEI.</translation>
    </message>
    <message>
        <source>The project has no import of this number.</source>
        <translation>Das Projekt hat keinen Import mit dieser Nummer.</translation>
    </message>
    <message>
        <source>The mapping brings %1, and the rejected rows are of %2.</source>
        <translation>Die Zuordnung bringt %1, die abgewiesenen Zeilen sind aber aus %2.</translation>
    </message>
    <message>
        <source>This import replaced customers&apos; ids. Say the same key once more: --pseudonymize KEYFILE.</source>
        <translation>Dieser Import hat die Kennungen der Kunden ersetzt. Nennen Sie denselben Schlüssel noch einmal: --pseudonymize SCHLÜSSELDATEI.</translation>
    </message>
    <message>
        <source>The same rejected row is there twice.</source>
        <translation>Dieselbe abgewiesene Zeile ist zweimal da.</translation>
    </message>
    <message>
        <source>It holds no mapping.</source>
        <translation>Darin steht keine Zuordnung.</translation>
    </message>
    <message>
        <source>The project has no mapping &quot;%1&quot;. It has: %2.</source>
        <translation>Das Projekt hat keine Zuordnung „%1“. Es hat: %2.</translation>
    </message>
    <message>
        <source>A mapping is saved under a name of 1 to %1 bytes in one line.</source>
        <translation>Eine Zuordnung wird unter einem Namen von 1 bis %1 Bytes in einer Zeile gespeichert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of: %2</source>
        <translation>„%1“ gehört nicht zu: %2</translation>
    </message>
    <message>
        <source>there is no time zone of this name</source>
        <translation>es gibt keine Zeitzone mit diesem Namen</translation>
    </message>
    <message>
        <source>must be an object of texts, not %1</source>
        <translation>muss ein Objekt aus Texten sein, nicht %1</translation>
    </message>
    <message>
        <source>must be a text, not %1</source>
        <translation>muss ein Text sein, nicht %1</translation>
    </message>
    <message>
        <source>must be an object, not %1</source>
        <translation>muss ein Objekt sein, nicht %1</translation>
    </message>
    <message>
        <source>exactly one of &quot;column&quot;, &quot;constant&quot; and &quot;text&quot; must be said</source>
        <translation>genau eines von „column“, „constant“ und „text“ muss dastehen</translation>
    </message>
    <message>
        <source>makes sense beside &quot;values&quot; only</source>
        <translation>hat nur neben „values“ Sinn</translation>
    </message>
    <message>
        <source>at most %1 files can be joined</source>
        <translation>höchstens %1 Dateien lassen sich verbinden</translation>
    </message>
    <message>
        <source>must say which column of the first file is which of this one</source>
        <translation>muss sagen, welche Spalte der ersten Datei welche von dieser ist</translation>
    </message>
    <message>
        <source>is the name of another join too</source>
        <translation>heißt auch eine andere verbundene Datei</translation>
    </message>
    <message>
        <source>%1 have no such field. They have: %2</source>
        <translation>%1 haben kein solches Feld. Sie haben: %2</translation>
    </message>
    <message>
        <source>must be filled</source>
        <translation>muss belegt sein</translation>
    </message>
    <message>
        <source>only customers have attributes</source>
        <translation>nur Kunden haben Merkmale</translation>
    </message>
    <message>
        <source>A mapping is a JSON object.</source>
        <translation>Eine Zuordnung ist ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The mapping was made by a later version of the program (form %1).</source>
        <translation>Die Zuordnung stammt aus einer neueren Version des Programms (Form %1).</translation>
    </message>
    <message>
        <source>is &quot;returned&quot;, and of events only</source>
        <translation>ist „returned“, und nur bei Ereignissen</translation>
    </message>
    <message>
        <source>There is no such mapping file.</source>
        <translation>Diese Datei einer Zuordnung gibt es nicht.</translation>
    </message>
    <message>
        <source>This is no mapping: it is too large, or no file.</source>
        <translation>Das ist keine Zuordnung: zu groß, oder keine Datei.</translation>
    </message>
    <message>
        <source>The mapping cannot be read.</source>
        <translation>Die Zuordnung lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>A string is expected here, not %1</source>
        <translation>Hier wird ein Text erwartet, nicht %1</translation>
    </message>
    <message>
        <source>A whole number is expected here, not %1</source>
        <translation>Hier wird eine ganze Zahl erwartet, nicht %1</translation>
    </message>
    <message>
        <source>true or false is expected here, not %1</source>
        <translation>Hier wird true oder false erwartet, nicht %1</translation>
    </message>
    <message>
        <source>An object is expected here, not %1</source>
        <translation>Hier wird ein Objekt erwartet, nicht %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must not be empty</source>
        <translation>„%1“ darf nicht leer sein</translation>
    </message>
    <message>
        <source>customer, then one column per attribute</source>
        <translation>customer, dann je Merkmal eine Spalte</translation>
    </message>
    <message>
        <source>basket, item; maybe level1 and level2 as category and family</source>
        <translation>basket, item; vielleicht level1 und level2 als Kategorie und Familie</translation>
    </message>
    <message>
        <source>household_id, product_id, campaign_id, coupon_upc, … as its tables have them</source>
        <translation>household_id, product_id, campaign_id, coupon_upc, … wie die Tabellen sie haben</translation>
    </message>
    <message>
        <source>order_id, order_date, status, billing_email, item_sku, item_name, item_quantity, item_total; or line_items</source>
        <translation>order_id, order_date, status, billing_email, item_sku, item_name, item_quantity, item_total; oder line_items</translation>
    </message>
</context>
<context>
    <name>ow::ui::Damage</name>
    <message>
        <source>Damaged pages; all rows could be read elsewhere</source>
        <translation>Beschädigte Seiten; alle Zeilen ließen sich an anderer Stelle lesen</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Tabelle %1</translation>
    </message>
    <message>
        <source>Could not be read; it is as the history has it last. %1</source>
        <translation>Nicht lesbar; es steht so da, wie der Verlauf es zuletzt kennt. %1</translation>
    </message>
    <message>
        <source>Could not be read and is left out. %1</source>
        <translation>Nicht lesbar, daher weggelassen. %1</translation>
    </message>
    <message>
        <source>objects: %1</source>
        <translation>Objekte: %1</translation>
    </message>
    <message>
        <source>rows: %1</source>
        <translation>Zeilen: %1</translation>
    </message>
    <message>
        <source>steps of the history: %1</source>
        <translation>Schritte des Verlaufs: %1</translation>
    </message>
    <message>
        <source>Nothing that people wrote is missing.</source>
        <translation>Nichts von dem, was Menschen geschrieben haben, fehlt.</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Es fehlen: %1</translation>
    </message>
    <message>
        <source>Project file</source>
        <translation>Projektdatei</translation>
    </message>
    <message>
        <source>Steps that can still be undone: %1</source>
        <translation>Schritte, die noch rückgängig gemacht werden können: %1</translation>
    </message>
    <message numerus="yes">
        <source>About %Ln rows could not be read, %1 could</source>
        <translation>
            <numerusform>Etwa %Ln Zeile ließ sich nicht lesen, %1 schon</numerusform>
            <numerusform>Etwa %Ln Zeilen ließen sich nicht lesen, %1 schon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows could not be read, %1 could</source>
        <translation>
            <numerusform>%Ln Zeile ließ sich nicht lesen, %1 schon</numerusform>
            <numerusform>%Ln Zeilen ließen sich nicht lesen, %1 schon</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Show or hide the Inspector (Ctrl+I)</source>
        <translation>Inspektor zeigen oder verbergen (Strg+I)</translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation>Alles finden …</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Open or create a project first; then these files can be imported into it.</source>
        <translation>Erst ein Projekt öffnen oder anlegen; dann lassen sich diese Dateien importieren.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>The language changes when Offerwright starts the next time.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Offerwright.</translation>
    </message>
    <message>
        <source>About Offerwright</source>
        <translation>Über Offerwright</translation>
    </message>
    <message>
        <source>&lt;b&gt;Offerwright %1&lt;/b&gt;&lt;p&gt;Design cross-sell, prove that it helps, release it.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later; the runtime is Apache-2.0.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Offerwright %1&lt;/b&gt;&lt;p&gt;Cross-Selling entwerfen, beweisen, dass es hilft, freigeben.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later; die Laufzeit ist Apache-2.0.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Product %1</source>
        <translation>Produkt %1</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>ow::ui::MatrixHeader</name>
    <message>
        <source>everybody else</source>
        <translation>alle anderen</translation>
    </message>
</context>
<context>
    <name>ow::ui::MatrixModel</name>
    <message>
        <source>%1: no offer</source>
        <translation>%1: kein Angebot</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
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
    <name>ow::ui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ow::ui::MineDialog</name>
    <message>
        <source>Mine adjacencies</source>
        <translation>Nachbarschaften suchen</translation>
    </message>
    <message>
        <source>Looks through %1 events and %2 basket lines for products that are bought together, compared with each other or bought one after the other, more often than popularity and basket size explain. What was decided by a person stays as it is.</source>
        <translation>Sucht in %1 Ereignissen und %2 Warenkorbzeilen nach Produkten, die öfter, als Beliebtheit und Korbgröße erklären, zusammen gekauft, verglichen oder nacheinander gekauft werden. Was ein Mensch entschieden hat, bleibt.</translation>
    </message>
    <message>
        <source>One in a thousand</source>
        <translation>Einer von tausend</translation>
    </message>
    <message>
        <source>Pairs that fewer baskets hold are not looked at</source>
        <translation>Paare in weniger Warenkörben werden nicht betrachtet</translation>
    </message>
    <message>
        <source>How many of a hundred edges found may be there by chance</source>
        <translation>Wie viele von hundert gefundenen Kanten Zufall sein dürfen</translation>
    </message>
    <message>
        <source>Times what chance explains</source>
        <translation>Vielfaches dessen, was Zufall erklärt</translation>
    </message>
    <message>
        <source>Baskets with both, at least</source>
        <translation>Warenkörbe mit beiden, mindestens</translation>
    </message>
    <message>
        <source>False finds, at most</source>
        <translation>Fehlfunde, höchstens</translation>
    </message>
    <message>
        <source>Lift, at least</source>
        <translation>Lift, mindestens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>ow::ui::Minimap</name>
    <message>
        <source>The whole graph. Click to go there.</source>
        <translation>Der ganze Graph. Klicken führt dorthin.</translation>
    </message>
    <message>
        <source>Overview of the graph</source>
        <translation>Übersicht des Graphen</translation>
    </message>
</context>
<context>
    <name>ow::ui::NavBar</name>
    <message>
        <source>Screens</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
</context>
<context>
    <name>ow::ui::NeedsScreen</name>
    <message>
        <source>No need states yet</source>
        <translation>Noch keine Bedarfslagen</translation>
    </message>
    <message>
        <source>A matrix of stages and motivations names the one most logical offer for each need, and its benefit.</source>
        <translation>Eine Matrix aus Phasen und Motiven nennt für jeden Bedarf das eine naheliegende Angebot und seinen Nutzen.</translation>
    </message>
    <message>
        <source>Need-state matrix</source>
        <translation>Bedarfsmatrix</translation>
    </message>
    <message>
        <source>Start with the usual stages and motivations</source>
        <translation>Mit den üblichen Phasen und Motiven beginnen</translation>
    </message>
    <message>
        <source>Search offers</source>
        <translation>Angebote suchen</translation>
    </message>
    <message>
        <source>No overlay</source>
        <translation>Keine Färbung</translation>
    </message>
    <message>
        <source>Heat: customers</source>
        <translation>Wärme: Kunden</translation>
    </message>
    <message>
        <source>Heat overlay</source>
        <translation>Färbung der Karten</translation>
    </message>
    <message>
        <source>Offers to drag into cells</source>
        <translation>Angebote zum Ziehen in Zellen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Motivation</source>
        <translation>Motiv</translation>
    </message>
    <message>
        <source>Add stage</source>
        <translation>Phase hinzufügen</translation>
    </message>
    <message>
        <source>Add motivation</source>
        <translation>Motiv hinzufügen</translation>
    </message>
    <message>
        <source>Pick the offer of this cell</source>
        <translation>Angebot dieser Zelle wählen</translation>
    </message>
    <message>
        <source>Clear this cell</source>
        <translation>Diese Zelle leeren</translation>
    </message>
    <message>
        <source>New stage</source>
        <translation>Neue Phase</translation>
    </message>
    <message>
        <source>New motivation</source>
        <translation>Neues Motiv</translation>
    </message>
    <message>
        <source>Usual stages and motivations added</source>
        <translation>Übliche Phasen und Motive hinzugefügt</translation>
    </message>
    <message>
        <source>Purchasing</source>
        <translation>Beim Kauf</translation>
    </message>
    <message>
        <source>Using</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Researching</source>
        <translation>Auf der Suche</translation>
    </message>
    <message>
        <source>Reduce risk</source>
        <translation>Risiko senken</translation>
    </message>
    <message>
        <source>Enhance results</source>
        <translation>Mehr erreichen</translation>
    </message>
    <message>
        <source>Save time</source>
        <translation>Zeit sparen</translation>
    </message>
</context>
<context>
    <name>ow::ui::NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>What your shop calls it</source>
        <translation>Wie es in Ihrem Laden heißt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Currency</source>
        <translation>&amp;Währung</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>Offerwright projects (*.offerwright)</source>
        <translation>Offerwright-Projekte (*.offerwright)</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
    <message>
        <source>Give the project a name.</source>
        <translation>Geben Sie dem Projekt einen Namen.</translation>
    </message>
    <message>
        <source>A currency has three letters, such as EUR.</source>
        <translation>Eine Währung hat drei Buchstaben, etwa EUR.</translation>
    </message>
    <message>
        <source>Choose a time zone of the list, such as Europe/Berlin.</source>
        <translation>Wählen Sie eine Zeitzone der Liste, etwa Europe/Berlin.</translation>
    </message>
    <message>
        <source>Choose where the project file goes.</source>
        <translation>Wählen Sie, wohin die Projektdatei kommt.</translation>
    </message>
    <message>
        <source>There is a file of this name already; choose another.</source>
        <translation>Eine Datei dieses Namens gibt es schon; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Everything stays in this one file on this machine.</source>
        <translation>Alles bleibt in dieser einen Datei auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>ow::ui::NodeCard</name>
    <message>
        <source>family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>in %1 baskets</source>
        <translation>in %1 Warenkörben</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>ow::ui::ObjectInspector</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Offers shown</source>
        <translation>Gezeigte Angebote</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Select an offer, a cell, an edge or a rule to see its fields and where it is used.</source>
        <translation>Wählen Sie ein Angebot, eine Zelle, eine Kante oder eine Regel, um ihre Felder und Verwendung zu sehen.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Where used</source>
        <translation>Verwendet in</translation>
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
    <name>ow::ui::OfferEditor</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>e.g. month</source>
        <translation>z. B. Monat</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>Only when</source>
        <translation>Nur wenn</translation>
    </message>
    <message>
        <source>Also a candidate, outside the matrix, when</source>
        <translation>Auch außerhalb der Matrix Kandidat, wenn</translation>
    </message>
    <message>
        <source>Propensity: how likely it is taken, 0 to 1</source>
        <translation>Neigung: wie wahrscheinlich es genommen wird, 0 bis 1</translation>
    </message>
    <message>
        <source>Only once: not for those who own all its items</source>
        <translation>Nur einmal: nicht für Besitzer aller Teile</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>What the customer reads: nothing yet. Type { to insert a name.</source>
        <translation>Was der Kunde liest: noch nichts. Mit { fügst du einen Namen ein.</translation>
    </message>
    <message>
        <source>For example: “%1”</source>
        <translation>Zum Beispiel: „%1“</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Order and succession</source>
        <translation>Reihenfolge und Nachfolge</translation>
    </message>
    <message>
        <source>At equal score the smaller number goes first</source>
        <translation>Bei gleicher Punktzahl geht die kleinere Zahl vor</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Search offers</source>
        <translation>Angebote suchen</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Ersetzt durch</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>Teil hinzufügen</translation>
    </message>
    <message>
        <source>The catalogue is empty. Import products on the Data screen first.</source>
        <translation>Der Katalog ist leer. Importiere zuerst Produkte auf der Seite Daten.</translation>
    </message>
    <message>
        <source>Search products</source>
        <translation>Produkte suchen</translation>
    </message>
    <message>
        <source>A service may stand alone. Add a product where it comes with one.</source>
        <translation>Ein Dienst darf allein stehen. Füge ein Produkt hinzu, wenn eines dazugehört.</translation>
    </message>
    <message>
        <source>Add what the customer gets: list price, cost and margin follow from it.</source>
        <translation>Füge hinzu, was der Kunde bekommt: Listenpreis, Kosten und Marge folgen daraus.</translation>
    </message>
    <message>
        <source>Pieces of %1</source>
        <translation>Stück von %1</translation>
    </message>
    <message>
        <source>%1 is not in the catalogue</source>
        <translation>%1 ist nicht im Katalog</translation>
    </message>
    <message>
        <source>Full price</source>
        <translation>Voller Preis</translation>
    </message>
    <message>
        <source>The anchor stays at full price: the discount belongs to the rest of the bundle</source>
        <translation>Der Anker bleibt beim vollen Preis: Der Rabatt gehört dem Rest des Bündels</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Margin %1, at least %2</source>
        <translation>Marge %1, mindestens %2</translation>
    </message>
    <message>
        <source>Discount %1, at most %2</source>
        <translation>Rabatt %1, höchstens %2</translation>
    </message>
    <message>
        <source>Margin %1, below %2</source>
        <translation>Marge %1, unter %2</translation>
    </message>
    <message>
        <source>Discount %1, over %2</source>
        <translation>Rabatt %1, über %2</translation>
    </message>
    <message>
        <source>Margin %1; %2 is judged over the cart</source>
        <translation>Marge %1; %2 gilt für den ganzen Warenkorb</translation>
    </message>
    <message>
        <source>Services are free of the discount limit</source>
        <translation>Für Dienste gilt die Rabattgrenze nicht</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>“%1” is no price. Type an amount like %2.</source>
        <translation>„%1“ ist kein Preis. Gib einen Betrag wie %2 ein.</translation>
    </message>
    <message>
        <source>list %1</source>
        <translation>Liste %1</translation>
    </message>
    <message>
        <source>discount %1</source>
        <translation>Rabatt %1</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>Kosten %1</translation>
    </message>
    <message>
        <source>margin %1 (%2)</source>
        <translation>Marge %1 (%2)</translation>
    </message>
    <message>
        <source>Set the lowest price that holds: %1</source>
        <translation>Niedrigsten zulässigen Preis setzen: %1</translation>
    </message>
    <message>
        <source>Where and when it may be shown</source>
        <translation>Wo und wann es gezeigt werden darf</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Ends before</source>
        <translation>Endet vor</translation>
    </message>
    <message>
        <source>Without a placement it is never shown.</source>
        <translation>Ohne Platzierung wird es nie gezeigt.</translation>
    </message>
    <message>
        <source>A bundle is shown only where intent is high.</source>
        <translation>Ein Bündel wird nur bei hoher Kaufabsicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>ow::ui::OfferLibrary</name>
    <message>
        <source>No offer matches.</source>
        <translation>Kein Angebot passt.</translation>
    </message>
    <message>
        <source>Search offers</source>
        <translation>Angebote suchen</translation>
    </message>
    <message>
        <source>New offer</source>
        <translation>Neues Angebot</translation>
    </message>
    <message>
        <source>Duplicate this offer</source>
        <translation>Dieses Angebot verdoppeln</translation>
    </message>
    <message>
        <source>Delete this offer</source>
        <translation>Dieses Angebot löschen</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>Show offers by status</source>
        <translation>Angebote nach Status zeigen</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Alle (%1)</translation>
    </message>
</context>
<context>
    <name>ow::ui::OfferPanel</name>
    <message>
        <source>Because, for example</source>
        <translation>Begründung, zum Beispiel</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Was darin ist</translation>
    </message>
    <message>
        <source>Where it is used</source>
        <translation>Wo es gebraucht wird</translation>
    </message>
    <message>
        <source>It cannot say why yet.</source>
        <translation>Es kann noch nicht sagen, warum.</translation>
    </message>
    <message>
        <source>No products</source>
        <translation>Keine Produkte</translation>
    </message>
    <message>
        <source>Nowhere yet. Put it into a cell of the need-state matrix, or give it a trigger.</source>
        <translation>Noch nirgends. Setze es in eine Zelle der Bedarfsmatrix oder gib ihm einen Auslöser.</translation>
    </message>
</context>
<context>
    <name>ow::ui::OfferResultsModel</name>
    <message>
        <source>Blocked by, in decisions:</source>
        <translation>Blockiert durch, in Entscheidungen:</translation>
    </message>
    <message>
        <source>%1 of %2 shown, %3 would have bought anyway</source>
        <translation>%1 von %2 gezeigten, %3 hätten ohnehin gekauft</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Considered</source>
        <translation>Erwogen</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Zugekauft</translation>
    </message>
    <message>
        <source>Attach rate</source>
        <translation>Zukaufquote</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Expected margin</source>
        <translation>Erwartete Marge</translation>
    </message>
    <message>
        <source>Blocked most by</source>
        <translation>Meist blockiert durch</translation>
    </message>
</context>
<context>
    <name>ow::ui::OfferShelf</name>
    <message>
        <source>Search offers</source>
        <translation>Angebote suchen</translation>
    </message>
    <message>
        <source>Drag an offer into a cell</source>
        <translation>Zieh ein Angebot in eine Zelle</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Angebote</translation>
    </message>
</context>
<context>
    <name>ow::ui::OffersScreen</name>
    <message>
        <source>No offers yet</source>
        <translation>Noch keine Angebote</translation>
    </message>
    <message>
        <source>An offer is one relevant thing to suggest: a single add-on, a bundle, a service or an upgrade.</source>
        <translation>Ein Angebot ist ein passender Vorschlag: ein Zusatz, ein Bündel, ein Dienst oder eine Aufwertung.</translation>
    </message>
    <message>
        <source>Make the first offer</source>
        <translation>Das erste Angebot anlegen</translation>
    </message>
    <message>
        <source>Price ladder</source>
        <translation>Preisleiter</translation>
    </message>
    <message>
        <source>From list price to margin</source>
        <translation>Vom Listenpreis zur Marge</translation>
    </message>
    <message>
        <source>New offer</source>
        <translation>Neues Angebot</translation>
    </message>
    <message>
        <source>New bundle</source>
        <translation>Neues Bündel</translation>
    </message>
    <message>
        <source>Duplicate this offer</source>
        <translation>Dieses Angebot verdoppeln</translation>
    </message>
    <message>
        <source>Delete this offer</source>
        <translation>Dieses Angebot löschen</translation>
    </message>
    <message>
        <source>Give the offer a tier, and it stands beside the others of its kind: starter, advanced, pro.</source>
        <translation>Gib dem Angebot eine Stufe, dann steht es neben seinesgleichen: Starter, Advanced, Pro.</translation>
    </message>
    <message>
        <source>The red line is where the guardrails cut: no price below %1.</source>
        <translation>Die rote Linie ist die Grenze der Leitplanken: kein Preis unter %1.</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ow::ui::PagedModel</name>
    <message>
        <source>Reading rows</source>
        <translation>Zeilen werden gelesen</translation>
    </message>
</context>
<context>
    <name>ow::ui::PeopleModel</name>
    <message>
        <source>holdout</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>treatment</source>
        <translation>Behandelt</translation>
    </message>
    <message>
        <source>never asked</source>
        <translation>nie gefragt</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Zugekauft</translation>
    </message>
    <message>
        <source>Expected margin</source>
        <translation>Erwartete Marge</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>First offer</source>
        <translation>Erstes Angebot</translation>
    </message>
</context>
<context>
    <name>ow::ui::PersonView</name>
    <message>
        <source>Cap “%1” is used up</source>
        <translation>Obergrenze „%1“ ist ausgeschöpft</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Alle Kunden</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Explaining %1</source>
        <translation>%1 wird erklärt</translation>
    </message>
    <message>
        <source>Decision: %1</source>
        <translation>Entscheidung: %1</translation>
    </message>
    <message>
        <source>%1 decisions, asked %2 times, %3 attached%4</source>
        <translation>%1 Entscheidungen, %2-mal gefragt, %3 zugekauft%4</translation>
    </message>
    <message>
        <source> · in the holdout</source>
        <translation> · in der Kontrolle</translation>
    </message>
    <message>
        <source>No moment in these days at which anything would have been asked.</source>
        <translation>In diesen Tagen gab es keinen Moment, in dem etwas gefragt worden wäre.</translation>
    </message>
    <message>
        <source>Moment %1 of %2 · %3 · %4</source>
        <translation>Moment %1 von %2 · %3 · %4</translation>
    </message>
    <message>
        <source> · looking at %1</source>
        <translation> · sieht %1 an</translation>
    </message>
    <message>
        <source>Asking what would have to change for %1</source>
        <translation>Was für %1 anders sein müsste, wird gesucht</translation>
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
    <name>ow::ui::PriceLadder</name>
    <message>
        <source>Price ladder</source>
        <translation>Preisleiter</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>+ Add this tier</source>
        <translation>+ Diese Stufe anlegen</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>full price</source>
        <translation>voller Preis</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Bundle discount</source>
        <translation>Bündelrabatt</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>✕ below %1</source>
        <translation>✕ unter %1</translation>
    </message>
    <message>
        <source>✕ over %1</source>
        <translation>✕ über %1</translation>
    </message>
    <message>
        <source>by cart</source>
        <translation>je Warenkorb</translation>
    </message>
    <message>
        <source>✓ min %1</source>
        <translation>✓ min. %1</translation>
    </message>
    <message>
        <source>✓ max %1</source>
        <translation>✓ max. %1</translation>
    </message>
</context>
<context>
    <name>ow::ui::ProblemsModel</name>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
</context>
<context>
    <name>ow::ui::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>No problems found in this draft.</source>
        <translation>Keine Probleme in diesem Entwurf gefunden.</translation>
    </message>
    <message>
        <source>Open a project to have it checked.</source>
        <translation>Öffnen Sie ein Projekt, um es prüfen zu lassen.</translation>
    </message>
</context>
<context>
    <name>ow::ui::RecentProjects</name>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
</context>
<context>
    <name>ow::ui::ReleaseDetails</name>
    <message>
        <source>SHA-256 of the pack</source>
        <translation>SHA-256 des Pakets</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>SHA-256 kopieren</translation>
    </message>
    <message>
        <source>Save pack file…</source>
        <translation>Paketdatei speichern …</translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation>Freigabe %1</translation>
    </message>
    <message>
        <source>Save pack file</source>
        <translation>Paketdatei speichern</translation>
    </message>
    <message>
        <source>Rule packs (*.json)</source>
        <translation>Regelpakete (*.json)</translation>
    </message>
    <message>
        <source>The file could not be written: %1. Choose another folder or free some space.</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1. Wählen Sie einen anderen Ordner oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Pack file saved</source>
        <translation>Paketdatei gespeichert</translation>
    </message>
    <message>
        <source>Save differences…</source>
        <translation>Unterschiede speichern …</translation>
    </message>
    <message>
        <source>What differs by meaning, as a page to read, send and print</source>
        <translation>Was sich der Bedeutung nach unterscheidet, als Seite zum Lesen, Versenden und Drucken</translation>
    </message>
    <message>
        <source>To the draft</source>
        <translation>Zum Entwurf</translation>
    </message>
    <message>
        <source>Since release %1</source>
        <translation>Seit Freigabe %1</translation>
    </message>
    <message>
        <source>To release %1</source>
        <translation>Bis Freigabe %1</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Save differences</source>
        <translation>Unterschiede speichern</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
    <message>
        <source>Differences saved</source>
        <translation>Unterschiede gespeichert</translation>
    </message>
</context>
<context>
    <name>ow::ui::ReleaseListModel</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>ow::ui::ReleaseScreen</name>
    <message>
        <source>No project open</source>
        <translation>Kein Projekt offen</translation>
    </message>
    <message>
        <source>Open a project to see what a release of its draft would change.</source>
        <translation>Öffnen Sie ein Projekt, um zu sehen, was eine Freigabe seines Entwurfs ändern würde.</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen …</translation>
    </message>
    <message>
        <source>What the release would change</source>
        <translation>Was die Freigabe ändern würde</translation>
    </message>
    <message>
        <source>New release</source>
        <translation>Neue Freigabe</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Why, for those who come after</source>
        <translation>Warum, für die, die nach Ihnen kommen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Comparing with the last release</source>
        <translation>Vergleich mit der letzten Freigabe</translation>
    </message>
    <message>
        <source>What the first release holds</source>
        <translation>Was die erste Freigabe enthält</translation>
    </message>
    <message>
        <source>Changes since release %1</source>
        <translation>Änderungen seit Freigabe %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln differences</source>
        <translation>
            <numerusform>%Ln Unterschied</numerusform>
            <numerusform>%Ln Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>The draft cannot become a pack yet. %1</source>
        <translation>Aus dem Entwurf kann noch kein Paket werden. %1</translation>
    </message>
    <message>
        <source>Nothing changed since the last release.</source>
        <translation>Seit der letzten Freigabe hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>This project is open for reading only.</source>
        <translation>Dieses Projekt ist nur zum Lesen offen.</translation>
    </message>
    <message>
        <source>Give the release a version.</source>
        <translation>Geben Sie der Freigabe eine Version.</translation>
    </message>
    <message>
        <source>The draft cannot become a pack yet.</source>
        <translation>Aus dem Entwurf kann noch kein Paket werden.</translation>
    </message>
    <message>
        <source>Something in the checklist keeps the draft from being released.</source>
        <translation>Etwas in der Prüfliste verhindert die Freigabe.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Release version %1</source>
        <translation>Version %1 freigeben</translation>
    </message>
    <message>
        <source>Released version %1. Save its pack file for production.</source>
        <translation>Version %1 freigegeben. Speichern Sie ihre Paketdatei für den Betrieb.</translation>
    </message>
</context>
<context>
    <name>ow::ui::RulesScreen</name>
    <message>
        <source>Nobody with an open support case should be asked. Say when to be silent.</source>
        <translation>Wer einen offenen Supportfall hat, soll nicht gefragt werden. Sag, wann zu schweigen ist.</translation>
    </message>
    <message>
        <source>A cap limits how often customers are asked, in a week or a day.</source>
        <translation>Eine Obergrenze begrenzt, wie oft Kunden in einer Woche oder an einem Tag gefragt werden.</translation>
    </message>
    <message>
        <source>After a “no, thanks” an offer should rest for a while.</source>
        <translation>Nach einem „Nein, danke“ soll ein Angebot eine Weile ruhen.</translation>
    </message>
    <message>
        <source>Some offers have their hour: two to four hours after a case is resolved.</source>
        <translation>Manche Angebote haben ihre Stunde: zwei bis vier Stunden nach einem gelösten Fall.</translation>
    </message>
    <message>
        <source>Of offers that do the same, a customer should see one.</source>
        <translation>Von Angeboten, die dasselbe leisten, soll ein Kunde eines sehen.</translation>
    </message>
    <message>
        <source>Facts turn a customer&apos;s events into names that conditions can use.</source>
        <translation>Fakten machen aus Ereignissen eines Kunden Namen, die Bedingungen nutzen können.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Add the first</source>
        <translation>Die erste anlegen</translation>
    </message>
    <message>
        <source>Duplicate this rule</source>
        <translation>Diese Regel verdoppeln</translation>
    </message>
    <message>
        <source>Delete this rule</source>
        <translation>Diese Regel löschen</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Add rule: %1</source>
        <translation>Regel hinzufügen: %1</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>Hinzufügen: %1</translation>
    </message>
    <message>
        <source>This rule speaks of offers. Make them first, on the Offers screen.</source>
        <translation>Diese Regel spricht von Angeboten. Lege sie zuerst auf der Seite Angebote an.</translation>
    </message>
</context>
<context>
    <name>ow::ui::SampleCustomers</name>
    <message>
        <source>Counting customers</source>
        <translation>Zähle Kunden</translation>
    </message>
    <message>
        <source>Counting customers by need</source>
        <translation>Zähle Kunden nach Bedarf</translation>
    </message>
</context>
<context>
    <name>ow::ui::ScopeEdit</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>All offers</source>
        <translation>Alle Angebote</translation>
    </message>
    <message>
        <source>These offers</source>
        <translation>Diese Angebote</translation>
    </message>
    <message>
        <source>Offers by role</source>
        <translation>Angebote nach Rolle</translation>
    </message>
    <message>
        <source>Offers by channel</source>
        <translation>Angebote nach Kanal</translation>
    </message>
    <message>
        <source>Offers by kind</source>
        <translation>Angebote nach Art</translation>
    </message>
    <message>
        <source>Offers by mission</source>
        <translation>Angebote nach Mission</translation>
    </message>
    <message>
        <source>Whom the rule speaks of</source>
        <translation>Wovon die Regel spricht</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
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
    <name>ow::ui::SequenceEditor</name>
    <message>
        <source>and at most</source>
        <translation>und höchstens</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>an event</source>
        <translation>einem Ereignis</translation>
    </message>
    <message>
        <source>another offer</source>
        <translation>einem anderen Angebot</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Which offer</source>
        <translation>Welches Angebot</translation>
    </message>
    <message>
        <source>was</source>
        <translation>wurde</translation>
    </message>
    <message>
        <source>Only such events where</source>
        <translation>Nur solche Ereignisse, bei denen</translation>
    </message>
    <message>
        <source>Search offers</source>
        <translation>Angebote suchen</translation>
    </message>
</context>
<context>
    <name>ow::ui::SequenceLanes</name>
    <message>
        <source>Sequences over time</source>
        <translation>Folgen über die Zeit</translation>
    </message>
    <message>
        <source>after %1 was %2</source>
        <translation>nachdem %1 %2 wurde</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>Auslöser: %1</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>ab %1</translation>
    </message>
</context>
<context>
    <name>ow::ui::Session</name>
    <message>
        <source>Checking the project file</source>
        <translation>Die Projektdatei wird geprüft</translation>
    </message>
    <message>
        <source>The other program has closed this project. It can be edited here now.</source>
        <translation>Das andere Programm hat dieses Projekt geschlossen. Jetzt kann es hier bearbeitet werden.</translation>
    </message>
    <message>
        <source>This project file is damaged. Reading what can be read of it…</source>
        <translation>Diese Projektdatei ist beschädigt. Gelesen wird, was sich lesen lässt …</translation>
    </message>
    <message>
        <source>Reading a damaged project</source>
        <translation>Beschädigtes Projekt wird gelesen</translation>
    </message>
    <message>
        <source>This project file is damaged. What could be read of it is shown and cannot be edited.</source>
        <translation>Diese Projektdatei ist beschädigt. Was sich lesen ließ, wird gezeigt und kann nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>Save a rescued copy…</source>
        <translation>Gerettete Kopie speichern …</translation>
    </message>
    <message>
        <source>Show what can be rescued</source>
        <translation>Zeigen, was zu retten ist</translation>
    </message>
    <message>
        <source>An older version of Offerwright made this project. Bringing it up to date…</source>
        <translation>Eine ältere Version von Offerwright hat dieses Projekt geschrieben. Es wird auf den neuen Stand gebracht …</translation>
    </message>
    <message>
        <source>Bringing a project up to date</source>
        <translation>Projekt auf den neuen Stand bringen</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern …</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1: fehlgeschlagen: %2</translation>
    </message>
</context>
<context>
    <name>ow::ui::SettingsEditor</name>
    <message>
        <source>Limits on every price, and who goes first</source>
        <translation>Grenzen für jeden Preis, und wer zuerst kommt</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Leitplanken</translation>
    </message>
    <message>
        <source>An offer that breaks one is never shown</source>
        <translation>Ein Angebot, das eine verletzt, wird nie gezeigt</translation>
    </message>
    <message>
        <source>Margin at least</source>
        <translation>Marge mindestens</translation>
    </message>
    <message>
        <source>Minimum margin</source>
        <translation>Mindestmarge</translation>
    </message>
    <message>
        <source>of the offer&apos;s price</source>
        <translation>vom Preis des Angebots</translation>
    </message>
    <message>
        <source>of the cart with the offer</source>
        <translation>vom Warenkorb mit dem Angebot</translation>
    </message>
    <message>
        <source>What the margin is measured on</source>
        <translation>Woran die Marge gemessen wird</translation>
    </message>
    <message>
        <source>Discount at most</source>
        <translation>Rabatt höchstens</translation>
    </message>
    <message>
        <source>Maximum discount</source>
        <translation>Höchstrabatt</translation>
    </message>
    <message>
        <source>of the list price; services are exempt</source>
        <translation>vom Listenpreis; Dienste sind ausgenommen</translation>
    </message>
    <message>
        <source>Substitutes</source>
        <translation>Ersatzprodukte</translation>
    </message>
    <message>
        <source>Nobody needs two of what does the same</source>
        <translation>Niemand braucht zwei Dinge, die dasselbe tun</translation>
    </message>
    <message>
        <source>No offer whose substitute is in the cart</source>
        <translation>Kein Angebot, dessen Ersatz im Warenkorb liegt</translation>
    </message>
    <message>
        <source>No offer whose substitute was bought within</source>
        <translation>Kein Angebot, dessen Ersatz gekauft wurde innerhalb von</translation>
    </message>
    <message>
        <source>Since when a substitute was bought</source>
        <translation>Seit wann ein Ersatz gekauft wurde</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>Of what may be shown, the best score goes first</source>
        <translation>Von dem, was gezeigt werden darf, geht die beste Punktzahl vor</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punktzahl</translation>
    </message>
    <message>
        <source>Show nothing with a score below</source>
        <translation>Nichts zeigen mit einer Punktzahl unter</translation>
    </message>
    <message>
        <source>Smallest score</source>
        <translation>Kleinste Punktzahl</translation>
    </message>
    <message>
        <source>Each role only once where several offers are shown</source>
        <translation>Jede Rolle nur einmal, wo mehrere Angebote gezeigt werden</translation>
    </message>
    <message>
        <source>Purchases anchor offers for</source>
        <translation>Käufe sind Anker für</translation>
    </message>
</context>
<context>
    <name>ow::ui::SimulateScreen</name>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Last days</source>
        <translation>Letzte Tage</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same numbers, to the last digit</source>
        <translation>Derselbe Startwert gibt dieselben Zahlen, bis zur letzten Stelle</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Run the simulation</source>
        <translation>Simulation starten</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Gelegenheiten</translation>
    </message>
    <message>
        <source>Asks per customer</source>
        <translation>Fragen je Kunde</translation>
    </message>
    <message>
        <source>Attach rate</source>
        <translation>Zukaufquote</translation>
    </message>
    <message>
        <source>Margin per customer</source>
        <translation>Marge je Kunde</translation>
    </message>
    <message>
        <source>Holdout</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>What each offer did</source>
        <translation>Was jedes Angebot bewirkte</translation>
    </message>
    <message>
        <source>The draft has no offers.</source>
        <translation>Der Entwurf hat keine Angebote.</translation>
    </message>
    <message>
        <source>What became of each customer</source>
        <translation>Was aus jedem Kunden wurde</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>Enter or double click: one customer, step by step</source>
        <translation>Eingabe oder Doppelklick: ein Kunde, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Simulating</source>
        <translation>Simulation läuft</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished">%1 bis %2</translation>
    </message>
    <message>
        <source>in %1 decisions</source>
        <translation>in %1 Entscheidungen</translation>
    </message>
    <message>
        <source>%1 asked nothing</source>
        <translation>%1 fragten nichts</translation>
    </message>
    <message>
        <source>%1 of %2, %3 anyway</source>
        <translation>%1 von %2, %3 ohnehin</translation>
    </message>
    <message>
        <source>expected, %1 to %2</source>
        <translation>erwartet, %1 bis %2</translation>
    </message>
    <message>
        <source>%1 offers withheld</source>
        <translation>%1 Angebote zurückgehalten</translation>
    </message>
    <message>
        <source>Nothing to simulate</source>
        <translation>Nichts zu simulieren</translation>
    </message>
    <message>
        <source>Open a project to replay its customers against its rules.</source>
        <translation>Öffnen Sie ein Projekt, um seine Kunden gegen seine Regeln nachzuspielen.</translation>
    </message>
    <message>
        <source>Import what customers did. Their real days are replayed against the draft.</source>
        <translation>Importieren Sie, was Kunden taten. Ihre wirklichen Tage werden gegen den Entwurf nachgespielt.</translation>
    </message>
    <message>
        <source>Nothing to offer</source>
        <translation>Nichts anzubieten</translation>
    </message>
    <message>
        <source>The draft has no offers yet. Make one, and see here what it does.</source>
        <translation>Der Entwurf hat noch keine Angebote. Legen Sie eines an und sehen Sie hier, was es bewirkt.</translation>
    </message>
    <message>
        <source>Simulating…</source>
        <translation>Simulation läuft…</translation>
    </message>
    <message>
        <source>What would this draft do?</source>
        <translation>Was würde dieser Entwurf bewirken?</translation>
    </message>
    <message>
        <source>%1 customers are replayed against it, each in time order, with caps, cooldowns and the holdout.</source>
        <translation>%1 Kunden werden gegen ihn nachgespielt, jeder in zeitlicher Folge, mit Obergrenzen, Ruhezeiten und Kontrolle.</translation>
    </message>
    <message>
        <source>The draft has changed since</source>
        <translation>Der Entwurf hat sich seither geändert</translation>
    </message>
    <message>
        <source>%1 customers refused: %2</source>
        <translation>%1 Kunden zurückgewiesen: %2</translation>
    </message>
    <message>
        <source>%1 days to %2</source>
        <translation>%1 Tage bis %2</translation>
    </message>
</context>
<context>
    <name>ow::ui::SuppressionEditor</name>
    <message>
        <source>What “why not” says to colleagues: “A support case is open.”</source>
        <translation>Was „Warum nicht“ Kollegen sagt: „Ein Supportfall ist offen.“</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Which offers are withheld</source>
        <translation>Welche Angebote zurückgehalten werden</translation>
    </message>
    <message>
        <source>While</source>
        <translation>Solange</translation>
    </message>
</context>
<context>
    <name>ow::ui::Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Left and Right go from one decision to the next, plus and minus zoom, F shows everything.</source>
        <translation>Links und Rechts gehen von Entscheidung zu Entscheidung, Plus und Minus zoomen, F zeigt alles.</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>purchase</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>attached</source>
        <translation>zugekauft</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>asked nothing</source>
        <translation>nichts gefragt</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>Viewed</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Gesucht</translation>
    </message>
    <message>
        <source>Wished for</source>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>Put in cart</source>
        <translation>In den Korb gelegt</translation>
    </message>
    <message>
        <source>Took out of cart</source>
        <translation>Aus dem Korb genommen</translation>
    </message>
    <message>
        <source>Started checkout</source>
        <translation>Kasse begonnen</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Opened a case</source>
        <translation>Anfrage gestellt</translation>
    </message>
    <message>
        <source>Case resolved</source>
        <translation>Anfrage gelöst</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>Umfrage</translation>
    </message>
    <message>
        <source>Read a how-to</source>
        <translation>Anleitung gelesen</translation>
    </message>
    <message>
        <source>Clicked an e-mail</source>
        <translation>E-Mail geklickt</translation>
    </message>
    <message>
        <source>Opened the app</source>
        <translation>App geöffnet</translation>
    </message>
    <message>
        <source>Viewed a page</source>
        <translation>Seite angesehen</translation>
    </message>
    <message>
        <source>Started a trial</source>
        <translation>Probe begonnen</translation>
    </message>
    <message>
        <source>Contract began</source>
        <translation>Vertrag begonnen</translation>
    </message>
    <message>
        <source>Contract ends soon</source>
        <translation>Vertrag endet bald</translation>
    </message>
    <message>
        <source>Used a feature</source>
        <translation>Funktion genutzt</translation>
    </message>
    <message>
        <source>Price dropped</source>
        <translation>Preis gesunken</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>and %1 more; zoom in to tell them apart</source>
        <translation>und %1 weitere; näher herangehen, um sie zu trennen</translation>
    </message>
</context>
<context>
    <name>ow::ui::TitleBar</name>
    <message>
        <source>Search  (Ctrl+K)</source>
        <translation>Suchen  (Strg+K)</translation>
    </message>
    <message>
        <source>Search for a command or anything in the draft</source>
        <translation>Einen Befehl oder etwas im Entwurf suchen</translation>
    </message>
    <message>
        <source>released</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>draft %1</source>
        <translation>Entwurf %1</translation>
    </message>
    <message>
        <source>The draft is what was released last</source>
        <translation>Der Entwurf ist, was zuletzt freigegeben wurde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln edits that no release has yet</source>
        <translation>
            <numerusform>%Ln Änderung, die noch in keiner Freigabe ist</numerusform>
            <numerusform>%Ln Änderungen, die noch in keiner Freigabe sind</numerusform>
        </translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>The draft is not what was released last</source>
        <translation>Der Entwurf ist nicht, was zuletzt freigegeben wurde</translation>
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
<context>
    <name>ow::ui::Waterfall</name>
    <message>
        <source>Margin waterfall</source>
        <translation>Margenwasserfall</translation>
    </message>
    <message>
        <source>List price %1, price %2, cost %3, margin %4</source>
        <translation>Listenpreis %1, Preis %2, Kosten %3, Marge %4</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Surcharge</source>
        <translation>Aufschlag</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
</context>
<context>
    <name>ow::ui::WorklistPanel</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>A accepts, R rejects, S accepts as substitutes; 1 to 5 choose the role</source>
        <translation>A nimmt an, R lehnt ab, S nimmt als Ersatz an; 1 bis 5 wählen die Rolle</translation>
    </message>
    <message>
        <source>Role of what is accepted</source>
        <translation>Rolle des Angenommenen</translation>
    </message>
    <message>
        <source>Role: %1</source>
        <translation>Rolle: %1</translation>
    </message>
    <message>
        <source>Makes it part of the draft (A)</source>
        <translation>Nimmt es in den Entwurf auf (A)</translation>
    </message>
    <message>
        <source>Takes it off the list (R)</source>
        <translation>Nimmt es von der Liste (R)</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Keine Vorschläge</translation>
    </message>
    <message>
        <source>1 suggestion</source>
        <translation>1 Vorschlag</translation>
    </message>
    <message>
        <source>%1 suggestions</source>
        <translation>%1 Vorschläge</translation>
    </message>
</context>
<context>
    <name>ow::ui::words</name>
    <message>
        <source>no role</source>
        <translation>keine Rolle</translation>
    </message>
    <message>
        <source>no mission</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no tier</source>
        <translation>keine Stufe</translation>
    </message>
    <message>
        <source>count of events</source>
        <translation>Anzahl der Ereignisse</translation>
    </message>
    <message>
        <source>count of different values</source>
        <translation>Anzahl verschiedener Werte</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>kleinster</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größter</translation>
    </message>
    <message>
        <source>seconds since the newest</source>
        <translation>Sekunden seit dem jüngsten</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>a product is viewed</source>
        <translation>ein Produkt wird angesehen</translation>
    </message>
    <message>
        <source>a search</source>
        <translation>eine Suche</translation>
    </message>
    <message>
        <source>something is wished for</source>
        <translation>etwas wird gewünscht</translation>
    </message>
    <message>
        <source>something is put into the cart</source>
        <translation>etwas wird in den Warenkorb gelegt</translation>
    </message>
    <message>
        <source>something is taken out of the cart</source>
        <translation>etwas wird aus dem Warenkorb genommen</translation>
    </message>
    <message>
        <source>checkout starts</source>
        <translation>die Kasse beginnt</translation>
    </message>
    <message>
        <source>a purchase</source>
        <translation>ein Kauf</translation>
    </message>
    <message>
        <source>a return</source>
        <translation>eine Rückgabe</translation>
    </message>
    <message>
        <source>a support case is opened</source>
        <translation>ein Supportfall wird eröffnet</translation>
    </message>
    <message>
        <source>a support case is resolved</source>
        <translation>ein Supportfall wird gelöst</translation>
    </message>
    <message>
        <source>a survey is answered</source>
        <translation>eine Umfrage wird beantwortet</translation>
    </message>
    <message>
        <source>a how-to is read</source>
        <translation>eine Anleitung wird gelesen</translation>
    </message>
    <message>
        <source>an e-mail is clicked</source>
        <translation>eine E-Mail wird angeklickt</translation>
    </message>
    <message>
        <source>the app is opened</source>
        <translation>die App wird geöffnet</translation>
    </message>
    <message>
        <source>a page is viewed</source>
        <translation>eine Seite wird angesehen</translation>
    </message>
    <message>
        <source>a trial starts</source>
        <translation>eine Probezeit beginnt</translation>
    </message>
    <message>
        <source>a contract starts</source>
        <translation>ein Vertrag beginnt</translation>
    </message>
    <message>
        <source>a contract is about to end</source>
        <translation>ein Vertrag läuft bald aus</translation>
    </message>
    <message>
        <source>a feature is used</source>
        <translation>eine Funktion wird benutzt</translation>
    </message>
    <message>
        <source>a price drops</source>
        <translation>ein Preis sinkt</translation>
    </message>
    <message>
        <source>the event “%1”</source>
        <translation>das Ereignis „%1“</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 Wochen</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 Sekunde</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
</context>
<context>
    <name>place</name>
    <message>
        <source>Product %1</source>
        <translation>Produkt %1</translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Bedürfnisse</translation>
    </message>
    <message>
        <source>Adjacency</source>
        <translation>Nachbarschaft</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>Scorecards</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Vereinen</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes ago</source>
        <translation>
            <numerusform>vor %Ln Minute</numerusform>
            <numerusform>vor %Ln Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours ago</source>
        <translation>
            <numerusform>vor %Ln Stunde</numerusform>
            <numerusform>vor %Ln Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln Stunde</numerusform>
            <numerusform>%Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seconds</source>
        <translation>
            <numerusform>%Ln Sekunde</numerusform>
            <numerusform>%Ln Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EdgeCommands</name>
    <message>
        <source>Accepted as substitutes: %1</source>
        <translation>Als Ersatz angenommen: %1</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>Angenommen: %1</translation>
    </message>
    <message>
        <source>Accepted: %1 (%2)</source>
        <translation>Angenommen: %1 (%2)</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Undecided again: %1</source>
        <translation>Wieder offen: %1</translation>
    </message>
    <message>
        <source>Removed the edge %1</source>
        <translation>Kante %1 entfernt</translation>
    </message>
    <message>
        <source>Turned round: %1</source>
        <translation>Umgedreht: %1</translation>
    </message>
    <message>
        <source>Drew %1 → %2</source>
        <translation>%1 → %2 gezeichnet</translation>
    </message>
    <message>
        <source>Drew %1 ↔ %2</source>
        <translation>%1 ↔ %2 gezeichnet</translation>
    </message>
</context>
<context>
    <name>WhyDetails</name>
    <message>
        <source>an offer of the past</source>
        <translation>ein früheres Angebot</translation>
    </message>
    <message>
        <source>%1 were %2 instead of %3</source>
        <translation>%1 den Wert %2 statt %3 hätte</translation>
    </message>
    <message>
        <source>%1 had not been shown on %2</source>
        <translation>%1 nicht gezeigt worden wäre (%2)</translation>
    </message>
    <message>
        <source>“%1” had not happened on %2</source>
        <translation>„%1“ nicht geschehen wäre (%2)</translation>
    </message>
    <message>
        <source>“%1” of %2 had not happened on %3</source>
        <translation>„%1“ von %2 nicht geschehen wäre (%3)</translation>
    </message>
    <message>
        <source>“%1” happened now</source>
        <translation>„%1“ jetzt geschähe</translation>
    </message>
    <message>
        <source>“%1” of %2 happened now</source>
        <translation>„%1“ von %2 jetzt geschähe</translation>
    </message>
    <message>
        <source>%1 had just been shown or answered</source>
        <translation>%1 eben gezeigt oder beantwortet worden wäre</translation>
    </message>
    <message>
        <source>%1 were not in the cart</source>
        <translation>%1 nicht im Warenkorb läge</translation>
    </message>
    <message>
        <source>%1 × %2 were added to the cart</source>
        <translation>%1 × %2 in den Warenkorb käme</translation>
    </message>
    <message>
        <source>nothing were looked at</source>
        <translation>nichts angesehen würde</translation>
    </message>
    <message>
        <source>%1 were looked at</source>
        <translation>%1 angesehen würde</translation>
    </message>
    <message>
        <source>fails at “%1”</source>
        <translation>scheitert bei „%1“</translation>
    </message>
    <message>
        <source>%1 %, limit %2 %</source>
        <translation>%1 %, Grenze %2 %</translation>
    </message>
    <message>
        <source>%1: %2 in stock, %3 needed</source>
        <translation>%1: %2 auf Lager, %3 nötig</translation>
    </message>
    <message>
        <source>%1 counted, %2 allowed</source>
        <translation>%1 gezählt, %2 erlaubt</translation>
    </message>
    <message>
        <source>score %1, floor %2</source>
        <translation>Wert %1, Untergrenze %2</translation>
    </message>
    <message>
        <source>score %1; preferred: %2</source>
        <translation>Wert %1; vorgezogen: %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>open from %1</source>
        <translation>frei ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Nothing the customer does and no waiting helps (%1).</source>
        <translation>Nichts, was der Kunde tut, und kein Warten hilft (%1).</translation>
    </message>
    <message>
        <source>No small change was found that helps (%1 tried).</source>
        <translation>Keine kleine Änderung gefunden, die hilft (%1 versucht).</translation>
    </message>
    <message>
        <source>It would be shown if %1.</source>
        <translation>Es würde gezeigt, wenn %1.</translation>
    </message>
    <message>
        <source>It would be shown from %1 on.</source>
        <translation>Es würde ab %1 gezeigt.</translation>
    </message>
    <message>
        <source>It would be shown from %1 on if %2.</source>
        <translation>Es würde ab %1 gezeigt, wenn %2.</translation>
    </message>
    <message>
        <source> (It would be withheld: holdout or experiment.)</source>
        <translation> (Es würde zurückgehalten: Kontrollgruppe oder Experiment.)</translation>
    </message>
</context>
<context>
    <name>ow::ui::FieldRow</name>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Choose one, or edit</source>
        <translation>Wählen Sie einen, oder ändern Sie</translation>
    </message>
    <message>
        <source>As it was before</source>
        <translation>Wie zuvor</translation>
    </message>
    <message>
        <source>Only ours changed it</source>
        <translation>Nur hier geändert</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Unser Wert</translation>
    </message>
    <message>
        <source>Only theirs changed it</source>
        <translation>Nur dort geändert</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Anderer Wert</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>The whole object</source>
        <translation>Das ganze Objekt</translation>
    </message>
    <message>
        <source>Take ours</source>
        <translation>Unseren nehmen</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Anderen nehmen</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>So lassen, wie es war</translation>
    </message>
    <message>
        <source>Leave the field as it was before both changed it (Alt+Up)</source>
        <translation>Das Feld so lassen, wie es war, bevor beide es änderten (Alt+Auf)</translation>
    </message>
    <message>
        <source>Edit the value (F2)</source>
        <translation>Den Wert ändern (F2)</translation>
    </message>
    <message>
        <source>The value</source>
        <translation>Der Wert</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1: order</source>
        <translation>%1: Reihenfolge</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Merged by itself</source>
        <translation>Von selbst vereint</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Zuvor: %1</translation>
    </message>
    <message>
        <source>Not settled yet</source>
        <translation>Noch nicht entschieden</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Wählen Sie einen</translation>
    </message>
    <message>
        <source>Before:</source>
        <translation>Vorher:</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>ow::ui::MergeDetail</name>
    <message>
        <source>Ours</source>
        <translation>Unser Stand</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Anderer Stand</translation>
    </message>
    <message>
        <source>what the project will say</source>
        <translation>was im Projekt stehen wird</translation>
    </message>
    <message>
        <source>The whole object</source>
        <translation>Das ganze Objekt</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>Not settled yet</source>
        <translation>Noch nicht entschieden</translation>
    </message>
</context>
<context>
    <name>ow::ui::MergeListModel</name>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie zuvor</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>unserer</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>anderer</translation>
    </message>
    <message>
        <source>%1, order · %2</source>
        <translation>%1, Reihenfolge · %2</translation>
    </message>
    <message>
        <source>%1 open of %2</source>
        <translation>%1 von %2 offen</translation>
    </message>
</context>
<context>
    <name>ow::ui::MergeScreen</name>
    <message>
        <source>No project open</source>
        <translation>Kein Projekt offen</translation>
    </message>
    <message>
        <source>Open the project that is to take over what somebody else changed in a copy of it.</source>
        <translation>Öffnen Sie das Projekt, das übernehmen soll, was jemand anders in einer Kopie davon geändert hat.</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen…</translation>
    </message>
    <message>
        <source>Comparing two versions</source>
        <translation>Zwei Fassungen werden verglichen</translation>
    </message>
    <message>
        <source>Checking the merge</source>
        <translation>Das Ergebnis wird geprüft</translation>
    </message>
    <message numerus="yes">
        <source>Go on with the merge of %1 (%Ln conflict(s) left)</source>
        <translation>
            <numerusform>Mit %1 weiter vereinen (%Ln Konflikt offen)</numerusform>
            <numerusform>Mit %1 weiter vereinen (%Ln Konflikte offen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged with %1</source>
        <translation>Vereint mit %1</translation>
    </message>
    <message numerus="yes">
        <source>Merged with %1: %Ln object(s) changed. Undo takes it back.</source>
        <translation>
            <numerusform>Vereint mit %1: %Ln Objekt geändert. Rückgängig nimmt es zurück.</numerusform>
            <numerusform>Vereint mit %1: %Ln Objekte geändert. Rückgängig nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Why, for History (optional)</source>
        <translation>Warum, für den Verlauf (freiwillig)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Puts the merge away; nothing is changed, and it can be gone on with</source>
        <translation>Legt das Vereinen beiseite; nichts wird geändert, und es kann weitergehen</translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation>Nächster Konflikt</translation>
    </message>
    <message>
        <source>Previous conflict</source>
        <translation>Voriger Konflikt</translation>
    </message>
    <message>
        <source>Take ours</source>
        <translation>Unseren nehmen</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Anderen nehmen</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>So lassen, wie es war</translation>
    </message>
    <message>
        <source>Edit the value</source>
        <translation>Den Wert ändern</translation>
    </message>
    <message>
        <source>Apply the merge</source>
        <translation>Das Ergebnis anwenden</translation>
    </message>
    <message>
        <source>Both come from step %1 of the history, “%2”, %3.</source>
        <translation>Beide stammen von Schritt %1 des Verlaufs, „%2“, %3.</translation>
    </message>
    <message>
        <source>Compared without a version that both come from.</source>
        <translation>Verglichen ohne eine Fassung, von der beide stammen.</translation>
    </message>
    <message>
        <source>Both come from %1.</source>
        <translation>Beide stammen von %1.</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>Keine Konflikte</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln conflict(s) settled</source>
        <translation>
            <numerusform>%Ln Konflikt, entschieden</numerusform>
            <numerusform>Alle %Ln Konflikte entschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 conflicts left</source>
        <translation>%1 von %2 Konflikten offen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Von selbst</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung anwenden</numerusform>
            <numerusform>%Ln Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>One step that undo takes back (Ctrl+Enter)</source>
        <translation>Ein Schritt, den Rückgängig zurücknimmt (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>So it is no draft: %1 (%2)</source>
        <translation>So ist es kein Entwurf: %1 (%2)</translation>
    </message>
    <message>
        <source>Settle what is left, then apply.</source>
        <translation>Entscheiden Sie, was offen ist, und wenden Sie es dann an.</translation>
    </message>
    <message>
        <source>Ours says all of it already: there is nothing to take over.</source>
        <translation>Unser Stand sagt das alles schon: es ist nichts zu übernehmen.</translation>
    </message>
    <message>
        <source>Both come from %1, which holds no titles, evidence and learnings: of those, what differs is a conflict.</source>
        <translation>Beide stammen von %1, die keine Titel, Belege und Erkenntnisse enthält: was sich davon unterscheidet, ist ein Konflikt.</translation>
    </message>
</context>
<context>
    <name>ow::ui::MergeStart</name>
    <message>
        <source>Merge what somebody else changed</source>
        <translation>Vereinen, was jemand anders geändert hat</translation>
    </message>
    <message>
        <source>Two people worked on copies of one project. What only one of them changed is taken as it is; where both changed the same field, you choose. Nothing is changed before you apply the merge, and it is one step that undo takes back. Imported data is not merged.</source>
        <translation>Zwei Personen haben an Kopien eines Projekts gearbeitet. Was nur eine davon geändert hat, wird übernommen; wo beide dasselbe Feld geändert haben, wählen Sie. Vor dem Anwenden ändert sich nichts, und es ist ein Schritt, den Rückgängig zurücknimmt. Importierte Daten werden nicht vereint.</translation>
    </message>
    <message>
        <source>Ours: the project that is open</source>
        <translation>Unser Stand: das offene Projekt</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>A project, or the folder of a text form</source>
        <translation>Ein Projekt oder der Ordner einer Textform</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Theirs: what to merge into it</source>
        <translation>Anderer Stand: was damit zu vereinen ist</translation>
    </message>
    <message>
        <source>A project, a pack, or the folder of a text form</source>
        <translation>Ein Projekt, ein Paket oder der Ordner einer Textform</translation>
    </message>
    <message>
        <source>Base: the version both come from</source>
        <translation>Grundlage: die Fassung, von der beide stammen</translation>
    </message>
    <message>
        <source>Where the two parted, found in their histories</source>
        <translation>Wo sich die beiden trennten, aus ihrem Verlauf</translation>
    </message>
    <message>
        <source>Release %1, %2</source>
        <translation>Freigabe %1, %2</translation>
    </message>
    <message>
        <source>A file or folder</source>
        <translation>Eine Datei oder ein Ordner</translation>
    </message>
    <message>
        <source>Nothing in common</source>
        <translation>Nichts gemeinsam</translation>
    </message>
    <message>
        <source>Everything counts as added by both sides: each field that differs is a conflict.</source>
        <translation>Alles gilt als von beiden hinzugefügt: jedes Feld, das sich unterscheidet, ist ein Konflikt.</translation>
    </message>
    <message>
        <source>A release holds what engines read, no titles, evidence or learnings: of those, what differs is a conflict.</source>
        <translation>Eine Freigabe enthält, was Maschinen lesen, keine Titel, Belege oder Erkenntnisse: was sich davon unterscheidet, ist ein Konflikt.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>Offerwright projects (*.offerwright)</source>
        <translation>Offerwright-Projekte (*.offerwright)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ow::ui::ValueBox</name>
    <message>
        <source>Taken</source>
        <translation>Genommen</translation>
    </message>
</context>
<context>
    <name>SignalWords</name>
    <message>
        <source>Intent</source>
        <translation>Absicht</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Schwung</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Dazukauf</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>Betreuung</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Recency, frequency, velocity</source>
        <translation>Aktualität, Häufigkeit, Tempo (RFV)</translation>
    </message>
    <message>
        <source>Query qualifier</source>
        <translation>Zusatz in der Suche</translation>
    </message>
    <message>
        <source>Rebrowse burst</source>
        <translation>Wiederkehr zur Produktfamilie</translation>
    </message>
    <message>
        <source>Wishlist activity</source>
        <translation>Wunschliste</translation>
    </message>
    <message>
        <source>Cart edits</source>
        <translation>Änderungen am Warenkorb</translation>
    </message>
    <message>
        <source>Cart left at checkout</source>
        <translation>An der Kasse abgebrochen</translation>
    </message>
    <message>
        <source>Category hopping</source>
        <translation>Springen zwischen Kategorien</translation>
    </message>
    <message>
        <source>“What next” clicks</source>
        <translation>Klicks auf „Wie weiter“</translation>
    </message>
    <message>
        <source>Accessory gravity</source>
        <translation>Sog zum Zubehör</translation>
    </message>
    <message>
        <source>Service glow</source>
        <translation>Freude nach Hilfe</translation>
    </message>
    <message>
        <source>Support tickets</source>
        <translation>Supportfälle</translation>
    </message>
    <message>
        <source>Recent returns</source>
        <translation>Jüngste Rückgaben</translation>
    </message>
    <message>
        <source>How-to reading</source>
        <translation>Liest Anleitungen</translation>
    </message>
    <message>
        <source>Contract pivot</source>
        <translation>Wendepunkt im Vertrag</translation>
    </message>
    <message>
        <source>Trial pivot</source>
        <translation>Wendepunkt in der Probezeit</translation>
    </message>
    <message>
        <source>Renewal near</source>
        <translation>Verlängerung steht an</translation>
    </message>
    <message>
        <source>Channel hand-off</source>
        <translation>Kanalwechsel</translation>
    </message>
    <message>
        <source>Hot by RFV</source>
        <translation>Heiß nach RFV</translation>
    </message>
    <message>
        <source>%1 or more searches with %2 within %3</source>
        <translation>Suchen mit %2: mindestens %1 (Zeitraum: %3)</translation>
    </message>
    <message>
        <source>%1 or more visits to the family of the product looked at within %2</source>
        <translation>Besuche bei der Familie des betrachteten Produkts: mindestens %1 (Zeitraum: %2)</translation>
    </message>
    <message>
        <source>%1 or more products put on the wishlist within %2</source>
        <translation>Produkte auf die Wunschliste gesetzt: mindestens %1 (Zeitraum: %2)</translation>
    </message>
    <message>
        <source>%1 or more products put into or taken out of the cart within %2</source>
        <translation>Produkte in den Warenkorb gelegt oder herausgenommen: mindestens %1 (Zeitraum: %2)</translation>
    </message>
    <message>
        <source>A checkout within %1 and no order since</source>
        <translation>Zur Kasse gegangen (Zeitraum: %1), seither keine Bestellung</translation>
    </message>
    <message>
        <source>Products of %1 or more categories viewed within %2</source>
        <translation>Produkte aus mindestens %1 Kategorien angesehen (Zeitraum: %2)</translation>
    </message>
    <message>
        <source>%1 or more pages with %2 within %3</source>
        <translation>Seiten mit %2: mindestens %1 (Zeitraum: %3)</translation>
    </message>
    <message>
        <source>%1 or more views within %2 of add-ons that pair with something bought in the last 30 days</source>
        <translation>Aufrufe von Zubehör, das zu etwas in den letzten 30 Tagen Gekauftem passt: mindestens %1 (Zeitraum: %2)</translation>
    </message>
    <message>
        <source>A survey score of %1 or better within %2 of a resolved case</source>
        <translation>Umfragewert von mindestens %1 nach einem gelösten Fall (Zeitraum: %2)</translation>
    </message>
    <message>
        <source>%1 or more support cases opened within %2</source>
        <translation>Supportfälle eröffnet: mindestens %1 (Zeitraum: %2)</translation>
    </message>
    <message>
        <source>%1 or more returns within %2</source>
        <translation>Rückgaben: mindestens %1 (Zeitraum: %2)</translation>
    </message>
    <message>
        <source>%1 or more how-to pages read within %2</source>
        <translation>Anleitungen gelesen: mindestens %1 (Zeitraum: %2)</translation>
    </message>
    <message>
        <source>The last days before %1 of a contract</source>
        <translation>Die letzten Tage vor %1 Vertragsdauer</translation>
    </message>
    <message>
        <source>The last days before %1 of a trial</source>
        <translation>Die letzten Tage vor %1 Probezeit</translation>
    </message>
    <message>
        <source>%1 or more notices within %2 that a contract ends</source>
        <translation>Hinweise, dass ein Vertrag endet: mindestens %1 (Zeitraum: %2)</translation>
    </message>
    <message>
        <source>A letter clicked and the app opened within %1 of it</source>
        <translation>In einer E-Mail geklickt und danach die App geöffnet (höchstens %1 später)</translation>
    </message>
    <message>
        <source>%1 or more orders within %2, and more views in the last 14 days than in the 14 before</source>
        <translation>Bestellungen: mindestens %1 (Zeitraum: %2), und mehr Aufrufe in den letzten 14 Tagen als in den 14 davor</translation>
    </message>
    <message>
        <source>best window: the last %1 of them</source>
        <translation>bestes Fenster: die letzten %1 davon</translation>
    </message>
    <message>
        <source>the last order no longer ago than %1</source>
        <translation>die letzte Bestellung höchstens %1 her</translation>
    </message>
    <message>
        <source>best window: %1 from the latest</source>
        <translation>bestes Fenster: %1 ab dem letzten Mal</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>ow::ui::SignalCard</name>
    <message>
        <source>Adopt</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Show in Rules</source>
        <translation>In Regeln zeigen</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Adjust %1</source>
        <translation>%1 anpassen</translation>
    </message>
    <message>
        <source>Adopt %1</source>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb von</translation>
    </message>
    <message>
        <source>Best window</source>
        <translation>Bestes Fenster</translation>
    </message>
    <message>
        <source>Words, parted by commas</source>
        <translation>Wörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>The draft has a fact of this name that was written by hand; that one is counted here.</source>
        <translation>Der Entwurf hat einen von Hand geschriebenen Fakt dieses Namens; gezählt wird dieser.</translation>
    </message>
    <message>
        <source>Ready-made it would be: %1.</source>
        <translation>Vorgefertigt wäre es: %1.</translation>
    </message>
    <message>
        <source>It follows the adjacency graph: accept complements on the Adjacency screen first.</source>
        <translation>Es folgt dem Nachbarschaftsgraphen: zuerst im Bereich Nachbarschaft Ergänzungen annehmen.</translation>
    </message>
    <message>
        <source>Needs events %1</source>
        <translation>Braucht Ereignisse %1</translation>
    </message>
    <message>
        <source>✓ own</source>
        <translation>✓ eigener</translation>
    </message>
    <message>
        <source>✓ adopted</source>
        <translation>✓ übernommen</translation>
    </message>
    <message>
        <source>counting</source>
        <translation>wird gezählt</translation>
    </message>
    <message>
        <source>no customers yet</source>
        <translation>noch keine Kunden</translation>
    </message>
    <message>
        <source>cannot be counted</source>
        <translation>nicht zählbar</translation>
    </message>
    <message>
        <source>%1 of %2 now</source>
        <translation>%1 von %2 jetzt</translation>
    </message>
    <message>
        <source>%1: %2 customers, %3</source>
        <translation>%1: %2 Kunden, %3</translation>
    </message>
    <message>
        <source>%1 weeks, from %2 to %3 customers</source>
        <translation>%1 Wochen, von %2 auf %3 Kunden</translation>
    </message>
</context>
<context>
    <name>ow::ui::SignalsPage</name>
    <message>
        <source>Facts about customers that need no writing. Adopt one, adjust it, and use it in conditions. How many have it is counted once there are events.</source>
        <translation>Fakten über Kunden, die niemand schreiben muss. Einen übernehmen, anpassen und in Bedingungen verwenden. Wie viele ihn haben, wird gezählt, sobald es Ereignisse gibt.</translation>
    </message>
    <message>
        <source>Facts about customers that need no writing. Adopt one, adjust it, and use it in conditions. Counted over %1 of %2 customers at the end of the data, %3, and at the end of each of the %4 weeks before.</source>
        <translation>Fakten über Kunden, die niemand schreiben muss. Einen übernehmen, anpassen und in Bedingungen verwenden. Gezählt über %1 von %2 Kunden am Ende der Daten, %3, und am Ende jeder der %4 Wochen davor.</translation>
    </message>
    <message>
        <source>Counting signals</source>
        <translation>Signale werden gezählt</translation>
    </message>
    <message>
        <source>The signals cannot be counted: %1</source>
        <translation>Die Signale lassen sich nicht zählen: %1</translation>
    </message>
    <message>
        <source>Signal %1 adopted</source>
        <translation>Signal %1 übernommen</translation>
    </message>
    <message>
        <source>Signal %1: %2; %3</source>
        <translation>Signal %1: %2; %3</translation>
    </message>
    <message>
        <source>Signal %1 removed</source>
        <translation>Signal %1 entfernt</translation>
    </message>
    <message>
        <source>The count was stopped. It starts anew when this page is opened again.</source>
        <translation>Das Zählen wurde abgebrochen. Es beginnt neu, wenn diese Seite wieder geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>ow::ui::ImportTotalsView</name>
    <message>
        <source>Rows over time</source>
        <translation>Zeilen im Zeitverlauf</translation>
    </message>
    <message>
        <source>Revenue over time</source>
        <translation>Umsatz im Zeitverlauf</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>Was hereinkam</translation>
    </message>
    <message>
        <source>rows a day</source>
        <translation>Zeilen je Tag</translation>
    </message>
    <message>
        <source>rows a week</source>
        <translation>Zeilen je Woche</translation>
    </message>
    <message>
        <source>rows in %1 days</source>
        <translation>Zeilen in %1 Tagen</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>zurückgegeben</translation>
    </message>
</context>
<context>
    <name>ow::ui::HistoryDetail</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>What the step changed</source>
        <translation>Was der Schritt geändert hat</translation>
    </message>
    <message>
        <source>Why? (optional)</source>
        <translation>Warum? (freiwillig)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>The project stands here</source>
        <translation>Hier steht das Projekt</translation>
    </message>
    <message>
        <source>Go back to this state</source>
        <translation>Zu diesem Stand zurück</translation>
    </message>
    <message>
        <source>Go to this undone state</source>
        <translation>Zu diesem zurückgenommenen Stand</translation>
    </message>
    <message>
        <source>Select a step to see what it changed.</source>
        <translation>Wählen Sie einen Schritt, um zu sehen, was er geändert hat.</translation>
    </message>
    <message>
        <source>Here the project begins.</source>
        <translation>Hier beginnt das Projekt.</translation>
    </message>
    <message>
        <source>It changed nothing that people author: it brought in data, or moved things in a list.</source>
        <translation>Nichts, was Menschen verfassen, hat sich geändert: er brachte Daten herein oder verschob etwas in einer Liste.</translation>
    </message>
</context>
<context>
    <name>ow::ui::ImportForm</name>
    <message>
        <source>Byte 1</source>
        <translation>Byte 1</translation>
    </message>
    <message>
        <source>Lines in front of the header</source>
        <translation>Zeilen vor den Überschriften</translation>
    </message>
    <message>
        <source>Titles of a report, for example. Blank lines do not count.</source>
        <translation>Zum Beispiel Titel eines Berichts. Leere Zeilen zählen nicht.</translation>
    </message>
    <message>
        <source>Lines in front: </source>
        <translation>Zeilen davor: </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>As found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
    <message>
        <source>Map columns</source>
        <translation>Spalten zuordnen</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>Was die Datei enthält</translation>
    </message>
    <message>
        <source>Say by hand which column is what</source>
        <translation>Von Hand sagen, welche Spalte was ist</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>Beträge</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Costs where the file has none</source>
        <translation>Kosten, wo die Datei keine nennt</translation>
    </message>
    <message>
        <source> % of the price</source>
        <translation> % des Preises</translation>
    </message>
    <message>
        <source>Order lines name no costs. Margins are computed with this share, or with 0.</source>
        <translation>Bestellzeilen nennen keine Kosten. Margen werden mit diesem Anteil oder mit 0 gerechnet.</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>How it is written</source>
        <translation>Wie es geschrieben ist</translation>
    </message>
    <message>
        <source>Costs, if missing</source>
        <translation>Fehlende Kosten</translation>
    </message>
    <message>
        <source>Use a preset</source>
        <translation>Vorlage verwenden</translation>
    </message>
    <message>
        <source>Mapped by hand</source>
        <translation>Von Hand zugeordnet</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>Nicht erkannt</translation>
    </message>
    <message>
        <source>Reads the columns %1</source>
        <translation>Liest die Spalten %1</translation>
    </message>
    <message>
        <source>No known form of file has these columns. Map them by hand, or choose a form, and what is missing is said.</source>
        <translation>Keine bekannte Form von Datei hat diese Spalten. Von Hand zuordnen oder eine Form wählen; was fehlt, wird gesagt.</translation>
    </message>
</context>
<context>
    <name>ow::ui::MappingPanel</name>
    <message>
        <source>The rows are</source>
        <translation>Die Zeilen sind</translation>
    </message>
    <message>
        <source>What the rows are</source>
        <translation>Was die Zeilen sind</translation>
    </message>
    <message>
        <source>Load mapping</source>
        <translation>Zuordnung laden</translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation>Zuordnung speichern</translation>
    </message>
    <message>
        <source>The file's columns</source>
        <translation>Die Spalten der Datei</translation>
    </message>
    <message>
        <source>The file's column</source>
        <translation>Spalte der Datei</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Zum Beispiel</translation>
    </message>
    <message>
        <source>An attribute of customers</source>
        <translation>Ein Merkmal von Kunden</translation>
    </message>
    <message>
        <source>Still to fill: %1</source>
        <translation>Noch zu füllen: %1</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Column for %1</source>
        <translation>Spalte für %1</translation>
    </message>
    <message>
        <source>What the file's words mean</source>
        <translation>Was die Wörter der Datei bedeuten</translation>
    </message>
    <message>
        <source>Words of %1</source>
        <translation>Wörter von %1</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>always “%1”</source>
        <translation>immer „%1“</translation>
    </message>
    <message>
        <source>always the same…</source>
        <translation>immer dasselbe …</translation>
    </message>
    <message>
        <source>Words %1</source>
        <translation>Wörter %1</translation>
    </message>
    <message>
        <source>Always the same</source>
        <translation>Immer dasselbe</translation>
    </message>
    <message>
        <source>What is %1 in every row?</source>
        <translation>Was ist %1 in jeder Zeile?</translation>
    </message>
    <message>
        <source>Purchases of a negative quantity are returns</source>
        <translation>Käufe mit negativer Menge sind Rückgaben</translation>
    </message>
    <message>
        <source>Else such rows are rejected: nobody buys less than nothing.</source>
        <translation>Sonst werden solche Zeilen abgewiesen: niemand kauft weniger als nichts.</translation>
    </message>
    <message>
        <source>Join a file</source>
        <translation>Datei verbinden</translation>
    </message>
    <message>
        <source>Fill fields from a second file, whose rows are found by a key</source>
        <translation>Felder aus einer zweiten Datei füllen, deren Zeilen über einen Schlüssel gefunden werden</translation>
    </message>
    <message>
        <source>Joined: %1 as “%2”, by %3</source>
        <translation>Verbunden: %1 als „%2“, über %3</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
</context>
<context>
    <name>ow::ui::ValueWordsDialog</name>
    <message>
        <source>Words of %1</source>
        <translation>Wörter von %1</translation>
    </message>
    <message>
        <source>What the file's words mean. A word without a meaning is kept as it is.</source>
        <translation>Was die Wörter der Datei bedeuten. Ein Wort ohne Bedeutung bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>In Offerwright</source>
        <translation>In Offerwright</translation>
    </message>
    <message>
        <source>Meaning of %1</source>
        <translation>Bedeutung von %1</translation>
    </message>
</context>
<context>
    <name>ow::ui::FilterHeader</name>
    <message>
        <source>Filter of %1</source>
        <translation>Filter für %1</translation>
    </message>
</context>
<context>
    <name>ow::ui::RowsView</name>
    <message>
        <source>!… none of these, empty, !empty</source>
        <translation>!… nichts davon, leer, !leer</translation>
    </message>
    <message>
        <source>2026, 2026-05, 2026-05-17, 2026-05-17 14:30
&gt;= 2026-05, &lt; 2026-05, 2026-05..2026-08
%1</source>
        <translation>2026, 2026-05, 17.5.2026, 2026-05-17 14:30
&gt;= 2026-05, &lt; 2026-05, 2026-05..2026-08
%1</translation>
    </message>
    <message>
        <source>7d, 36h, &gt;= 30d, 7d..30d
%1</source>
        <translation>7d, 36h, &gt;= 30d, 7d..30d
%1</translation>
    </message>
    <message>
        <source>10, &gt;= 10, &lt; 10, 10..20
%1</source>
        <translation>10, &gt;= 10, &lt; 10, 10..20
%1</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>lamp: contains it · lamp*: begins with it · *lamp: ends with it · =Lamp: exactly that
%1</source>
        <translation>lampe: enthält es · lampe*: beginnt damit · *lampe: endet damit · =Lampe: genau das
%1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Searching rows</source>
        <translation>Zeilen werden gesucht</translation>
    </message>
    <message>
        <source>Filter this column</source>
        <translation>Diese Spalte filtern</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>A filter cannot be understood: the rows of before are shown.</source>
        <translation>Ein Filter ist nicht zu verstehen: gezeigt werden die Zeilen von vorher.</translation>
    </message>
    <message>
        <source>Stopped: the rows of before are shown.</source>
        <translation>Abgebrochen: gezeigt werden die Zeilen von vorher.</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>No row passes the filters.</source>
        <translation>Keine Zeile passt zu den Filtern.</translation>
    </message>
    <message>
        <source>Nothing of this kind was imported yet.</source>
        <translation>Davon wurde noch nichts importiert.</translation>
    </message>
    <message>
        <source>Only rows with this value</source>
        <translation>Nur Zeilen mit diesem Wert</translation>
    </message>
    <message>
        <source>Without this value</source>
        <translation>Ohne diesen Wert</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>%1 rows are too many to copy: choose at most %2, or write them to a file with Export table.</source>
        <translation>%1 Zeilen sind zu viele zum Kopieren: wählen Sie höchstens %2, oder schreiben Sie sie mit „Tabelle exportieren“ in eine Datei.</translation>
    </message>
    <message>
        <source>Copying %1 rows</source>
        <translation>%1 Zeilen werden kopiert</translation>
    </message>
    <message>
        <source>Some of these rows cannot be read: nothing was copied.</source>
        <translation>Einige dieser Zeilen lassen sich nicht lesen: nichts wurde kopiert.</translation>
    </message>
    <message>
        <source>%1 rows copied</source>
        <translation>%1 Zeilen kopiert</translation>
    </message>
</context>
<context>
    <name>ow::ui::ImportDoor</name>
    <message>
        <source>Replace them by pseudonyms</source>
        <translation>Durch Pseudonyme ersetzen</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel …</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>Schlüssel wählen …</translation>
    </message>
    <message>
        <source>A keyed hash stands in the project instead of each id. The same key gives the same for all files; nobody without it can find out whose it is.</source>
        <translation>Statt jeder Kennung steht im Projekt eine Prüfsumme mit Schlüssel. Derselbe Schlüssel ergibt für alle Dateien dasselbe; ohne ihn findet niemand heraus, wessen sie ist.</translation>
    </message>
    <message>
        <source>Customer ids</source>
        <translation>Kundenkennungen</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personendaten</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Neuen Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Choose a key</source>
        <translation>Schlüssel wählen</translation>
    </message>
    <message>
        <source>The key %1, with which this project&apos;s ids were replaced, is not there any more.</source>
        <translation>Der Schlüssel %1, mit dem die Kennungen dieses Projekts ersetzt wurden, ist nicht mehr da.</translation>
    </message>
    <message>
        <source>There is a file of this name. A key is never written over another file: choose it as an existing key, or give the new one another name.</source>
        <translation>Eine Datei dieses Namens gibt es schon. Ein Schlüssel überschreibt nie eine andere Datei: Wählen Sie sie als vorhandenen Schlüssel oder geben Sie dem neuen einen anderen Namen.</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>Keep a copy of this key in a safe place, away from the project. Without it, later files do not meet the same customers, and nobody can be found by the original id to be erased.</source>
        <translation>Verwahren Sie eine Kopie dieses Schlüssels sicher und getrennt vom Projekt. Ohne ihn treffen spätere Dateien nicht auf dieselben Kunden, und niemand ist zum Löschen über die ursprüngliche Kennung zu finden.</translation>
    </message>
    <message>
        <source>The key lies in the project&apos;s folder: who copies the folder has both.</source>
        <translation>Der Schlüssel liegt im Ordner des Projekts: Wer den Ordner kopiert, hat beides.</translation>
    </message>
    <message>
        <source>In %1 of the first %2 rows the customer&apos;s id is one of these: %3. They would stand in the project as they are.</source>
        <translation>In %1 der ersten %2 Zeilen gehört die Kundenkennung hierzu: %3. Sie stünden so, wie sie sind, im Projekt.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The project declares this attribute, so it is imported.</source>
        <translation>Das Projekt führt dieses Merkmal, deshalb wird es importiert.</translation>
    </message>
    <message>
        <source>Holds %1, %2.</source>
        <translation>Enthält %1, %2.</translation>
    </message>
    <message>
        <source>These columns tell who somebody is and are left out: deciding needs what a customer did. Tick one to import it.</source>
        <translation>Diese Spalten sagen, wer jemand ist, und bleiben draußen: Zum Entscheiden zählt, was ein Kunde getan hat. Ein Häkchen importiert eine Spalte doch.</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>e-mail addresses</source>
        <translation>E-Mail-Adressen</translation>
    </message>
    <message>
        <source>phone numbers</source>
        <translation>Telefonnummern</translation>
    </message>
    <message>
        <source>addresses</source>
        <translation>Anschriften</translation>
    </message>
    <message>
        <source>card or account numbers</source>
        <translation>Karten- oder Kontonummern</translation>
    </message>
    <message>
        <source>dates of birth</source>
        <translation>Geburtsdaten</translation>
    </message>
    <message>
        <source>IP addresses</source>
        <translation>IP-Adressen</translation>
    </message>
    <message>
        <source>told by its name</source>
        <translation>erkannt am Namen</translation>
    </message>
    <message>
        <source>told by its values</source>
        <translation>erkannt an den Werten</translation>
    </message>
</context>
<context>
    <name>ow::ui::EraseDialog</name>
    <message>
        <source>Choose a key…</source>
        <translation>Schlüssel wählen …</translation>
    </message>
    <message>
        <source>Without a key</source>
        <translation>Ohne Schlüssel</translation>
    </message>
    <message>
        <source>Erase customers</source>
        <translation>Kunden löschen</translation>
    </message>
    <message>
        <source>Every trace goes: events, exposures, baskets, attributes, lines of rejected rows, and the id in remarks, rules and the whole history. This cannot be undone. The history keeps that somebody was erased and when, not who.</source>
        <translation>Jede Spur verschwindet: Ereignisse, Einblendungen, Warenkörbe, Merkmale, Texte abgewiesener Zeilen und die Kennung in Bemerkungen, Regeln und im ganzen Verlauf. Das lässt sich nicht rückgängig machen. Der Verlauf behält, dass und wann jemand gelöscht wurde, nicht wer.</translation>
    </message>
    <message>
        <source>Customer ids, one a line</source>
        <translation>Kundenkennungen, eine je Zeile</translation>
    </message>
    <message>
        <source>One id a line</source>
        <translation>Eine Kennung je Zeile</translation>
    </message>
    <message>
        <source>Customer ids</source>
        <translation>Kundenkennungen</translation>
    </message>
    <message>
        <source>They are</source>
        <translation>Das sind</translation>
    </message>
    <message>
        <source>For the history, without a name: “asked by letter of 3 May”</source>
        <translation>Für den Verlauf, ohne Namen: „Bitte im Brief vom 3. Mai“</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Not reached: copies of the project, files exported from it, packs, versions in git, and the files that were imported. A later import may bring them back.</source>
        <translation>Nicht erreicht werden: Kopien des Projekts, daraus exportierte Dateien, Pakete, Fassungen in git und die importierten Dateien. Ein späterer Import kann sie zurückbringen.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Choose a key</source>
        <translation>Schlüssel wählen</translation>
    </message>
    <message>
        <source>as they stand in the project</source>
        <translation>die Kennungen, wie sie im Projekt stehen</translation>
    </message>
    <message>
        <source>the original ones, by the key %1</source>
        <translation>die ursprünglichen, über den Schlüssel %1</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Noch niemand.</translation>
    </message>
    <message>
        <source>%1 ids</source>
        <translation>%1 Kennungen</translation>
    </message>
    <message>
        <source>%1 of %2 are there; events: %3, exposures: %4.</source>
        <translation>%1 von %2 sind da; Ereignisse: %3, Einblendungen: %4.</translation>
    </message>
</context>
<context>
    <name>ow::ui::PrivacyPage</name>
    <message>
        <source>Erase customers…</source>
        <translation>Kunden löschen …</translation>
    </message>
    <message>
        <source>Customers&apos; ids</source>
        <translation>Kennungen der Kunden</translation>
    </message>
    <message>
        <source>Attributes of customers</source>
        <translation>Merkmale der Kunden</translation>
    </message>
    <message>
        <source>Texts that may name somebody</source>
        <translation>Texte, die jemanden nennen können</translation>
    </message>
    <message>
        <source>At the door</source>
        <translation>Beim Import</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Reading the project…</source>
        <translation>Das Projekt wird gelesen …</translation>
    </message>
    <message>
        <source>Counting personal data</source>
        <translation>Personendaten werden gezählt</translation>
    </message>
    <message>
        <source>What tells who somebody is, counted in the project&apos;s file; what was undone is still in it. Names that no list knows and free words are not recognised.</source>
        <translation>Was sagt, wer jemand ist, gezählt in der Datei des Projekts; auch Rückgängiges steht noch darin. Namen, die keine Liste kennt, und freie Worte werden nicht erkannt.</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>“Erase customers…” takes one out with every trace, history included.</source>
        <translation>„Kunden löschen …“ entfernt jemanden mit jeder Spur, auch im Verlauf.</translation>
    </message>
    <message>
        <source>ids look like pseudonyms</source>
        <translation>Kennungen sehen wie Pseudonyme aus</translation>
    </message>
    <message>
        <source>Only who has the key can tell whose they are; keep it away from the project.</source>
        <translation>Nur wer den Schlüssel hat, kann sagen, wessen sie sind; verwahren Sie ihn getrennt vom Projekt.</translation>
    </message>
    <message>
        <source>ids are one of these: %1</source>
        <translation>Kennungen gehören hierzu: %1</translation>
    </message>
    <message>
        <source>To be rid of them, import into a new project with pseudonyms; an undone import stays in the file.</source>
        <translation>Los werden Sie sie durch einen Import mit Pseudonymen in ein neues Projekt; ein rückgängig gemachter Import bleibt in der Datei.</translation>
    </message>
    <message>
        <source>values of “%1”: %2, %3</source>
        <translation>Werte von „%1“: %2, %3</translation>
    </message>
    <message>
        <source>Brought by import %1. Import into a new project without this column.</source>
        <translation>Aus Import %1. Importieren Sie ohne diese Spalte in ein neues Projekt.</translation>
    </message>
    <message>
        <source>attributes do not look personal</source>
        <translation>Merkmale sehen nicht nach Personendaten aus</translation>
    </message>
    <message>
        <source>ids of sessions, orders, baskets and intents</source>
        <translation>Kennungen von Sitzungen, Bestellungen, Warenkörben und Absichten</translation>
    </message>
    <message>
        <source>Those of an erased customer go with the customer.</source>
        <translation>Die eines gelöschten Kunden verschwinden mit ihm.</translation>
    </message>
    <message>
        <source>events with words of searches or names of pages</source>
        <translation>Ereignisse mit Suchworten oder Seitennamen</translation>
    </message>
    <message>
        <source>Show imports</source>
        <translation>Importe zeigen</translation>
    </message>
    <message>
        <source>rejected rows, as they stood in the file</source>
        <translation>abgewiesene Zeilen, wie sie in der Datei standen</translation>
    </message>
    <message>
        <source>Each import lists its own.</source>
        <translation>Jeder Import zeigt seine.</translation>
    </message>
    <message>
        <source>Show history</source>
        <translation>Verlauf zeigen</translation>
    </message>
    <message>
        <source>remarks in the history</source>
        <translation>Bemerkungen im Verlauf</translation>
    </message>
    <message>
        <source>Each can be written anew there.</source>
        <translation>Jede lässt sich dort neu schreiben.</translation>
    </message>
    <message>
        <source>rows of undone imports</source>
        <translation>Zeilen rückgängig gemachter Importe</translation>
    </message>
    <message>
        <source>Hidden and still in the file; erasing a customer finds them, too.</source>
        <translation>Verborgen und noch in der Datei; das Löschen eines Kunden findet auch sie.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>ids replaced by pseudonyms</source>
        <translation>Kennungen durch Pseudonyme ersetzt</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No column was left out.</source>
        <translation>Keine Spalte wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message>
        <source>Personal columns were imported on demand.</source>
        <translation>Spalten mit Personendaten wurden auf Wunsch importiert.</translation>
    </message>
    <message>
        <source>customers of import %1: %2</source>
        <translation>Kunden aus Import %1: %2</translation>
    </message>
    <message>
        <source>imports brought customers</source>
        <translation>Importe brachten Kunden</translation>
    </message>
    <message>
        <source>customers on %1; events: %2, exposures: %3</source>
        <translation>Kunden am %1; Ereignisse: %2, Einblendungen: %3</translation>
    </message>
    <message>
        <source>No reason was given. By %1.</source>
        <translation>Ohne Angabe eines Grundes. Durch %1.</translation>
    </message>
    <message>
        <source>%1. By %2.</source>
        <translation>%1. Durch %2.</translation>
    </message>
    <message>
        <source>customers were erased so far</source>
        <translation>Kunden wurden bisher gelöscht</translation>
    </message>
    <message>
        <source>Erasing customers</source>
        <translation>Kunden werden gelöscht</translation>
    </message>
    <message>
        <source>No import brought the customer %1; texts with this id were erased.</source>
        <translation>Kein Import brachte den Kunden %1; Texte mit dieser Kennung wurden gelöscht.</translation>
    </message>
    <message>
        <source>“%1” stands alone in something authored, where it may be another thing&apos;s number; it was left.</source>
        <translation>„%1“ steht allein in etwas Verfasstem und kann dort eine andere Nummer sein; das blieb.</translation>
    </message>
    <message>
        <source>Release %1 named a customer: its pack is another one now. Release it anew.</source>
        <translation>Freigabe %1 nannte einen Kunden: Ihr Paket ist jetzt ein anderes. Geben Sie neu frei.</translation>
    </message>
    <message>
        <source>Erased. Customers: %1, events: %2, exposures: %3. Copies, exports and imported files elsewhere still hold them.</source>
        <translation>Gelöscht. Kunden: %1, Ereignisse: %2, Einblendungen: %3. Kopien, Exporte und importierte Dateien an anderen Orten enthalten sie noch.</translation>
    </message>
</context>
<context>
    <name>ow::ui::MendModel</name>
    <message>
        <source>cannot be mended here</source>
        <translation>hier nicht zu berichtigen</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>wird geprüft …</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>ist schon da</translation>
    </message>
    <message>
        <source>would now be taken</source>
        <translation>würde nun übernommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
</context>
<context>
    <name>ow::ui::MendView</name>
    <message>
        <source>Read by another mapping…</source>
        <translation>Mit einer anderen Zuordnung lesen …</translation>
    </message>
    <message>
        <source>Read as they were imported</source>
        <translation>Lesen wie beim Import</translation>
    </message>
    <message>
        <source>The rows are read by the mapping “%1”.</source>
        <translation>Die Zeilen werden mit der Zuordnung „%1“ gelesen.</translation>
    </message>
    <message>
        <source>Load mapping</source>
        <translation>Zuordnung laden</translation>
    </message>
    <message>
        <source>Mappings (*.json)</source>
        <translation>Zuordnungen (*.json)</translation>
    </message>
    <message>
        <source>Replace in all rows</source>
        <translation>In allen Zeilen ersetzen</translation>
    </message>
    <message>
        <source>As they were read</source>
        <translation>Wie gelesen</translation>
    </message>
    <message>
        <source>Rejected rows to mend</source>
        <translation>Abgewiesene Zeilen zum Berichtigen</translation>
    </message>
    <message>
        <source>Column to replace in</source>
        <translation>Spalte, in der ersetzt wird</translation>
    </message>
    <message>
        <source>this text (empty: empty cells)</source>
        <translation>diesen Text (leer: leere Zellen)</translation>
    </message>
    <message>
        <source>Text to replace</source>
        <translation>Text, der ersetzt wird</translation>
    </message>
    <message>
        <source>by this one</source>
        <translation>durch diesen</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Neuer Text</translation>
    </message>
    <message>
        <source>In the column</source>
        <translation>In der Spalte</translation>
    </message>
    <message>
        <source>Reading rejected rows</source>
        <translation>Abgewiesene Zeilen lesen</translation>
    </message>
    <message>
        <source>These rows cannot be mended here</source>
        <translation>Diese Zeilen sind hier nicht zu berichtigen</translation>
    </message>
    <message>
        <source>Trying mended rows</source>
        <translation>Berichtigte Zeilen erproben</translation>
    </message>
    <message>
        <source>1 rejected row</source>
        <translation>1 abgewiesene Zeile</translation>
    </message>
    <message>
        <source>%1 rejected rows</source>
        <translation>%1 abgewiesene Zeilen</translation>
    </message>
    <message>
        <source>Type into a cell to mend it; what would be taken now is told at once. The rows go in as one step, which Undo takes out again.</source>
        <translation>Tippen Sie in eine Zelle, um sie zu berichtigen; was nun übernommen würde, steht gleich da. Die Zeilen kommen in einem Schritt hinein, den „Rückgängig“ wieder herausnimmt.</translation>
    </message>
    <message>
        <source>The first %1 are shown; export the others for a spreadsheet, or take these in first.</source>
        <translation>Die ersten %1 werden gezeigt; exportieren Sie die anderen für eine Tabellenkalkulation, oder übernehmen Sie erst diese.</translation>
    </message>
    <message>
        <source>Take in 1 row</source>
        <translation>1 Zeile übernehmen</translation>
    </message>
    <message>
        <source>Take in %1 rows</source>
        <translation>%1 Zeilen übernehmen</translation>
    </message>
    <message>
        <source>1 cell was changed</source>
        <translation>1 Zelle wurde geändert</translation>
    </message>
    <message>
        <source>%1 cells were changed</source>
        <translation>%1 Zellen wurden geändert</translation>
    </message>
    <message>
        <source>Taking in mended rows</source>
        <translation>Berichtigte Zeilen übernehmen</translation>
    </message>
    <message>
        <source>%1 of import %2 taken in: %3 stored, %4 known already</source>
        <translation>%1 von Import %2 übernommen: %3 gespeichert, %4 schon bekannt</translation>
    </message>
</context>
<context>
    <name>MappingMenus</name>
    <message>
        <source>The mapping “%1” is kept in the project</source>
        <translation>Die Zuordnung „%1“ liegt im Projekt</translation>
    </message>
    <message>
        <source>Keep in the project…</source>
        <translation>Im Projekt behalten …</translation>
    </message>
    <message>
        <source>Keep the mapping</source>
        <translation>Zuordnung behalten</translation>
    </message>
    <message>
        <source>Its name. Files with the same columns are read by it from now on, without being asked.</source>
        <translation>Ihr Name. Dateien mit denselben Spalten werden von nun an ohne Nachfrage damit gelesen.</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>Als Datei speichern …</translation>
    </message>
    <message>
        <source>Your mappings</source>
        <translation>Ihre Zuordnungen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a mapping's name and what it brings</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The file lacks a column that this mapping reads</source>
        <translation>Der Datei fehlt eine Spalte, die diese Zuordnung liest</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
</context>
<context>
    <name>ow::ui::JoinDialog</name>
    <message>
        <source>Join %1</source>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>Each row finds the row of %1 with the same value, and can then be filled from its columns, too.</source>
        <translation>Jede Zeile findet die Zeile von %1 mit demselben Wert und kann dann auch aus deren Spalten gefüllt werden.</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Spalte der Datei</translation>
    </message>
    <message>
        <source>Column of %1</source>
        <translation>Spalte von %1</translation>
    </message>
    <message>
        <source>Its columns are called</source>
        <translation>Ihre Spalten heißen</translation>
    </message>
    <message>
        <source>.column</source>
        <translation>.Spalte</translation>
    </message>
    <message>
        <source>Give its columns a name.</source>
        <translation>Geben Sie ihren Spalten einen Namen.</translation>
    </message>
    <message>
        <source>Another file is joined by this name.</source>
        <translation>Unter diesem Namen ist schon eine andere Datei verbunden.</translation>
    </message>
    <message>
        <source>Choose both columns of the second pair, or none.</source>
        <translation>Wählen Sie beide Spalten des zweiten Paares oder keine.</translation>
    </message>
    <message>
        <source>The second pair begins with the same column as the first.</source>
        <translation>Das zweite Paar beginnt mit derselben Spalte wie das erste.</translation>
    </message>
    <message>
        <source>Join a file</source>
        <translation>Datei verbinden</translation>
    </message>
</context>
</TS>
