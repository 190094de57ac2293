// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/data/paged_model.h"
#include "ui/shell/screen.h"

class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace ow::ui {

class CustomerPanel;
class DataTable;
class EmptyState;
class ImportPage;
class ImportSummary;
class ImportsModel;
class PrivacyPage;
class RowsView;
class SignalsPage;

/// The Data screen: what the project holds as tables, one customer's history, the signals in it, and the way
/// in for files.
class DataScreen : public Screen {
    Q_OBJECT
public:
    enum Tab { Products, Customers, Events, Exposures, Baskets, Imports, Signals, Privacy };

    explicit DataScreen(QWidget* parent = nullptr);

    void setSession(Session* session) override;
    void activate() override;
    QWidget* titleTools() override { return m_tools; }
    bool settled() const override;

    void showTab(Tab tab);
    void importFiles(const QStringList& paths);
    /// What came out of an import of the list, with its rejected rows open to be mended or not; false = the list
    /// does not have it (yet), or it rejected nothing that is to be mended.
    bool showImport(std::int64_t id, bool mend = false);
    ImportPage* importPage() const { return m_import; }
    ImportSummary* summary() const { return m_summary; }
    PagedModel* table() const { return m_model; }
    RowsView* rowsView() const { return m_rows; }
    SignalsPage* signalsPage() const { return m_signals; }
    PrivacyPage* privacyPage() const { return m_privacy; }
    CustomerPanel* customerPanel() const { return m_customer; }
    void showCustomer(const std::string& id);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeTables();
    void makeTools();
    void reload();
    void loadImports();
    void showTable();
    void showTabTitles();
    void showTools();
    void showPage();
    void rowActivated(int row);
    void pickFiles();
    void exportTable();
    void writeTable(const std::optional<store::RowQuery>& shown);
    void selectionChanged();

    Session* m_session = nullptr;
    std::shared_ptr<SharedReader> m_reader;
    std::shared_ptr<SharedReader> m_searchReader; ///< of the same state
    bool m_stale = true;

    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr;
    QPushButton* m_emptyImport = nullptr;
    QWidget* m_tables = nullptr;
    QTabBar* m_tabs = nullptr;
    QSplitter* m_splitter = nullptr;
    RowsView* m_rows = nullptr;
    DataTable* m_importsTable = nullptr;
    QStackedWidget* m_tableStack = nullptr;
    PagedModel* m_model = nullptr;
    ImportsModel* m_imports = nullptr;
    CustomerPanel* m_customer = nullptr;
    SignalsPage* m_signals = nullptr;
    PrivacyPage* m_privacy = nullptr;
    ImportPage* m_import = nullptr;
    ImportSummary* m_summary = nullptr;
    QWidget* m_tools = nullptr;
    QToolButton* m_columns = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_importButton = nullptr;
};

}
