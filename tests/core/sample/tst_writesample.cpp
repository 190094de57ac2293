// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/pack_json.h"
#include "release/diff.h"
#include "release/vectors.h"
#include "sample/generator.h"
#include "sample/past.h"
#include "sample/sample.h"
#include "sample/write.h"
#include "store/bulk_reader.h"
#include "store/project.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace ow;

class TestWriteSample final : public QObject {
    Q_OBJECT

private slots:
    void theFileHoldsDraftAndRows();
    void itHasAPast();
    void anExistingFileIsLeftAlone();
    void stoppingLeavesNoFile();
};

void TestWriteSample::theFileHoldsDraftAndRows()
{
    QTemporaryDir dir;
    const std::filesystem::path file = dir.filePath("s.offerwright").toStdString();
    const auto written = sample::writeSample(file, 7, 60);
    QVERIFY2(written, written ? "" : written.error().text().c_str());
    auto project = store::Project::open(file);
    QVERIFY(project);
    const auto wanted = sample::sampleDraft();
    const auto got = (*project)->draft();
    QCOMPARE(got->policy.offers, wanted.policy.offers);
    QCOMPARE(got->policy.facts, wanted.policy.facts);
    QCOMPARE(got->policy.matrix, wanted.policy.matrix);
    QCOMPARE(got->policy.adjacency, wanted.policy.adjacency);
    QCOMPARE(got->titles, wanted.titles);
    QVERIFY(got->policy == wanted.policy);
    QVERIFY(*got == wanted);
    QCOMPARE((*(*project)->catalogue())->products, sample::sampleCatalogue().products);

    auto reader = (*project)->openReader();
    QVERIFY(reader);
    const sample::Generator generator(7);
    std::int64_t index = 0;
    const auto read
        = (*reader)->forEachCustomer(0, 0, [&](const model::Customer& c, const model::History& h) {
              const auto made = generator.customer(index++);
              return c.id == made.customer.id && c.attributes == made.customer.attributes
                  && h.events.size() == made.events.size() && h.exposures.size() + 0 <= made.exposures.size();
          });
    QVERIFY(read);
    QCOMPARE(index, std::int64_t(60)); // a mismatch would have stopped it earlier
}

void TestWriteSample::itHasAPast()
{
    QTemporaryDir dir;
    const std::filesystem::path file = dir.filePath("s.offerwright").toStdString();
    QVERIFY(sample::writeSample(file, 7, 20));
    auto project = *store::Project::open(file);
    QCOMPARE(project->releases().size(), std::size_t(1));
    const auto verified = release::verify(project->releases()[0].pack);
    QVERIFY(verified && verified->ok() && verified->canonical);
    const auto then = *model::readPackText(project->releases()[0].pack);
    const auto differences = release::diff(static_cast<const model::Policy&>(then), project->draft()->policy);
    const auto says = [&](const char* sentence) {
        return std::any_of(
            differences.begin(), differences.end(), [&](const auto& d) { return d.sentence == sentence; });
    };
    QVERIFY(says("settings: guardrails least margin 65 % → 68 %"));
    QVERIFY(says("offer dock “USB-C dock”: price 189.99 → 199.99 USD"));
    QVERIFY(says("cap asks_week: 2 → 3"));
    QVERIFY(says("suppression quiet is new"));
    QVERIFY(says("cell using × save_time: offers + ink_refill (0.95)"));
    // Undoing all of it leads back to what was released.
    for (std::size_t i = 0; i < sample::changesSince().size(); ++i)
        QVERIFY(project->undo());
    QVERIFY(release::diff(static_cast<const model::Policy&>(then), project->draft()->policy).empty());
}

void TestWriteSample::anExistingFileIsLeftAlone()
{
    QTemporaryDir dir;
    const auto path = dir.filePath("s.offerwright");
    std::ofstream(path.toStdString()) << "mine";
    const auto written = sample::writeSample(path.toStdString(), 7, 5);
    QVERIFY(!written);
    QCOMPARE(int(written.error().code), int(ErrorCode::Io));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

void TestWriteSample::stoppingLeavesNoFile()
{
    QTemporaryDir dir;
    const auto path = dir.filePath("s.offerwright");
    const auto written = sample::writeSample(path.toStdString(), 7, 50, [](auto, auto) { return false; });
    QVERIFY(!written);
    QCOMPARE(int(written.error().code), int(ErrorCode::Cancelled));
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestWriteSample)
#include "tst_writesample.moc"
